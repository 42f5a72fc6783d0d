import { describe, expect, it } from 'vitest'
import { day, dayAndWeekday, fullMoment, isoDay, isSameDay, recent, short, span } from './dates'
import { useLanguage } from './i18n'

const now = '2026-11-24T09:12:00+08:00'

describe('times on screen', () => {
  it('are Beijing time whatever the device says', () => {
    expect(fullMoment('2026-11-23T23:10:00Z', now)).toBe('11月24日 星期二 07:10')
    expect(isoDay('2026-11-23T16:00:00Z')).toBe('2026-11-24')
    expect(isSameDay('2026-11-23T16:00:00Z', '2026-11-24T23:59:00+08:00')).toBe(true)
  })
  it('name the year only when it is another one', () => {
    expect(day('2026-01-02', now)).toBe('1月2日')
    expect(day('2025-12-31', now)).toBe('2025年12月31日')
    expect(short('2026-11-16T10:20:00+08:00', now)).toBe('11-16 10:20')
    expect(short('2025-11-16T10:20:00+08:00', now)).toBe('2025-11-16')
  })
  it('say today and yesterday', () => {
    expect(recent('2026-11-24T07:14:00+08:00', now)).toBe('今天 07:14')
    expect(recent('2026-11-23T23:59:00+08:00', now)).toBe('昨天 23:59')
    expect(recent('2026-11-22T07:14:00+08:00', now)).toBe('11月22日 07:14')
  })
  it('take a bare date as that day in Beijing', () => {
    expect(dayAndWeekday('2026-11-24', now)).toBe('11月24日 星期二')
  })
  it('speak English', () => {
    useLanguage('en')
    expect(dayAndWeekday('2026-11-24', now)).toBe('Tuesday, 24 November')
    expect(span(86_400_000)).toBe('1 day')
  })
})

describe('durations', () => {
  it('round down and are never nothing', () => {
    expect(span(0)).toBe('1 分钟')
    expect(span(3_599_999)).toBe('59 分钟')
    expect(span(7_100_000)).toBe('1 小时')
    expect(span(2.9 * 86_400_000)).toBe('2 天')
  })
})
