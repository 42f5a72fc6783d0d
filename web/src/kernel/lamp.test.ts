import { describe, expect, it } from 'vitest'
import { useLanguage } from './i18n'
import { lampAt } from './lamp'

const now = Date.parse('2026-11-24T09:12:00+08:00')
const due = (dueAt: string, warnAt?: string) => lampAt({ dueAt, warnAt }, now)

describe('the lamp', () => {
  it('is late after the very instant, in the largest unit that fits', () => {
    expect(due('2026-11-24T09:12:00+08:00').tone).toBe('soon')
    expect(due('2026-11-24T09:11:59+08:00')).toMatchObject({ tone: 'late', words: '超期 1 分钟' })
    expect(due('2026-11-24T03:00:00+08:00').words).toBe('超期 6 小时')
    expect(due('2026-11-23T08:00:00+08:00').words).toBe('超期 1 天')
  })
  it('turns amber at the warning, not before', () => {
    expect(due('2026-11-24T11:30:00+08:00', '2026-11-24T09:12:00+08:00').tone).toBe('soon')
    expect(due('2026-11-24T11:30:00+08:00', '2026-11-24T09:13:00+08:00').tone).toBe('ok')
    expect(due('2026-11-24T11:30:00+08:00').tone).toBe('ok')
  })
  it('counts hours when they are few, names the time later today, then days', () => {
    expect(due('2026-11-24T11:30:00+08:00').words).toBe('剩 2 小时')
    expect(due('2026-11-24T17:30:00+08:00').words).toBe('今天 17:30')
    expect(due('2026-11-25T17:30:00+08:00').words).toBe('剩 1 天')
    expect(due('2026-11-27T10:00:00+08:00').words).toBe('剩 3 天')
  })
  it('counts hours over midnight rather than calling it a day', () => {
    expect(lampAt({ dueAt: '2026-11-25T08:00:00+08:00' }, Date.parse('2026-11-24T23:00:00+08:00')).words).toBe('剩 9 小时')
  })
  it('stands still while paused, with the day of review', () => {
    expect(lampAt({ dueAt: '2026-11-01', pausedUntil: '2026-12-10' }, now)).toMatchObject({ tone: 'hold', words: '12月10日复看' })
    expect(lampAt({ dueAt: '2026-11-01', paused: true }, now).words).toBe('暂停计时')
  })
  it('is done whatever the clock says', () => {
    expect(lampAt({ dueAt: '2020-01-01', done: true }, now)).toMatchObject({ tone: 'done', icon: 'check', words: '已办结' })
  })
  it('speaks English with plurals', () => {
    useLanguage('en')
    expect(due('2026-11-23T08:00:00+08:00').words).toBe('1 day late')
    expect(due('2026-11-27T10:00:00+08:00').words).toBe('3 days left')
  })
})
