import { describe, expect, it } from 'vitest'
import type { Bar, Row } from './api'
import { averageDays, fractionText, hasData, largest, mapValues, rateText } from './boards'
import { askedOf, cockpitAt, twelveMonths, wholeMonths } from './periods'

const NOW = Date.parse('2026-11-24T09:12:00+08:00')
const row = (part: Partial<Row>): Row => ({ code: '1', name: '建外街道', shortName: '建外', open: 0, late: 0, ...part })

describe('the list and the map of the children', () => {
  it('writes — where nobody was asked, never 0%', () => {
    expect(rateText({ n: 0, of: 0 })).toBe('—')
    expect(fractionText({ n: 0, of: 0 })).toBe('')
    expect(rateText({ n: 394, of: 423, rate: 93.1 })).toBe('93.1%')
    expect(rateText({ n: 1, of: 1, rate: 100 })).toBe('100.0%')
    expect(fractionText({ n: 17306, of: 18730 })).toBe('17,306/18,730')
    expect(averageDays(row({ hoursToClose: { n: 0, total: 0 } }))).toBeNull()
    expect(averageDays(row({ hoursToClose: { n: 2, total: 96 } }))).toBe(2)
  })
  it('takes a province without any record for one without data, a street without any for zero', () => {
    expect(hasData(row({}), 0)).toBe(false)
    expect(hasData(row({ closed: 1 }), 0)).toBe(true)
    expect(hasData(row({}), 3)).toBe(true)
    expect(mapValues([row({})], 'open', 0)).toEqual({ 1: null })
    expect(mapValues([row({})], 'open', 3)).toEqual({ 1: 0 })
  })
  it('colours a rate only when enough people answered', () => {
    expect(mapValues([row({ solution: { n: 29, of: 29, rate: 100 } })], 'solution', 3)).toEqual({ 1: null })
    expect(mapValues([row({ solution: { n: 15, of: 30, rate: 50 } })], 'solution', 3)).toEqual({ 1: 50 })
  })
  it('gathers the small kinds in one bar that lists them all', () => {
    const bars: Bar[] = Array.from({ length: 10 }, (_, n) => ({ code: `k${String(n)}`, name: `k${String(n)}`, n: n + 1, filter: { region: '1', view: 'all', kind: `k${String(n)}` } }))
    const shown = largest(bars, (kinds) => `其他 ${String(kinds)} 类`)
    expect(shown.map((bar) => bar.n)).toEqual([10, 9, 8, 7, 6, 5, 4, 6])
    expect(shown[7]).toEqual({ code: 'other', name: '其他 3 类', n: 6, filter: { region: '1', view: 'all', kind: 'k2,k1,k0' } })
    expect(largest(bars.slice(0, 8), String)).toHaveLength(8)
  })
})

describe('the period of a cockpit', () => {
  it('asks for this month unless the address says otherwise', () => {
    expect(askedOf({}, NOW)).toEqual({ region: undefined, period: 'month' })
    expect(askedOf({ period: 'never', region: '110105000000000' }, NOW)).toEqual({ region: '110105000000000', period: 'month' })
  })
  it('counts twelve months from the first day of the month eleven months ago', () => {
    expect(twelveMonths(NOW)).toEqual({ from: '2025-12-01', to: '2026-11-24' })
    expect(askedOf({ period: 'months12' }, NOW)).toEqual({ region: undefined, period: 'custom', from: '2025-12-01', to: '2026-11-24' })
  })
  it('is Beijing time: late in the evening in London it is tomorrow', () => {
    expect(twelveMonths(Date.parse('2026-11-30T20:00:00Z'))).toEqual({ from: '2026-01-01', to: '2026-12-01' })
  })
  it('widens days to whole months where nothing is counted by the day', () => {
    expect(wholeMonths('2026-02-10', '2026-02-12', NOW)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(wholeMonths('2026-09-10', '2026-11-12', NOW)).toEqual({ from: '2026-09-01', to: '2026-11-24' })
  })
  it('keeps the period on the way down, but not days below a street', () => {
    expect(cockpitAt({ period: 'today', region: '1' }, '2', 4).query).toEqual({ period: 'today', region: '2' })
    expect(cockpitAt({ period: 'today', region: '1' }, '2', 5).query).toEqual({ region: '2' })
    expect(cockpitAt({ period: 'months12' }, '2', 6).query).toEqual({ period: 'months12', region: '2' })
  })
})
