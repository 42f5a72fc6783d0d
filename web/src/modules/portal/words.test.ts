import { useLanguage } from '@/kernel/i18n'
import { describe, expect, it } from 'vitest'
import { limitInWords } from './limits'
import { monthInWords } from './months'

describe('time limits and months', () => {
  it('are in the words of the reader', () => {
    expect(limitInWords('水电气热类 24 小时')).toBe('水电气热类 24 小时')
    expect(monthInWords('2026-11', new Date(2026, 10, 22))).toBe('11月')
    expect(monthInWords('2025-03', new Date(2026, 10, 22))).toBe('2025年3月')
    useLanguage('en')
    expect(limitInWords('水电气热类 24 小时')).toBe('24 hours')
    expect(limitInWords('1 个工作日')).toBe('1 working day')
    expect(monthInWords('2025-03', new Date(2026, 10, 22))).toBe('March 2025')
  })
})
