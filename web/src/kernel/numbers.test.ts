import { describe, expect, it } from 'vitest'
import { bytes, count, percent, yuan } from './numbers'

describe('numbers', () => {
  it('are grouped by thousands', () => {
    expect(count(18600)).toBe('18,600')
    expect(count(-1234567.5)).toBe('-1,234,567.5')
    expect(count(999)).toBe('999')
  })
  it('show a rate only when there is something to divide by', () => {
    expect(percent(1873, 2027)).toBe('92.4%')
    expect(percent(0, 0)).toBe('—')
  })
  it('say all only when it is all, none only when it is none', () => {
    expect(percent(99_999, 100_000)).toBe('99.9%')
    expect(percent(100_000, 100_000)).toBe('100.0%')
    expect(percent(1, 100_000)).toBe('0.1%')
    expect(percent(0, 100_000)).toBe('0.0%')
  })
  it('write money without needless fen', () => {
    expect(yuan(1_860_000)).toBe('18,600')
    expect(yuan('18600.5')).toBe('18,600.50')
  })
  it('write sizes of files', () => {
    expect(bytes(10)).toBe('1 KB')
    expect(bytes(1_500_000)).toBe('1.4 MB')
  })
})
