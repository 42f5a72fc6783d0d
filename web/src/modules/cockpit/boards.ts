import { NONE, count } from '@/kernel/numbers'
import type { Bar, Row, Share } from './api'

/** Fewer answers than this say little about a place: hatched on the map, still told in the list. */
export const FEWEST = 30
const SHOWN_KINDS = 7
const DISTRICT = 3

export type Metric = 'open' | 'late' | 'solution'

/** Above districts most places do not use the system: nothing there is no data, not zero. */
export function hasData(row: Row, parentLevel: number): boolean {
  const numbers = [row.open, row.late, row.raised ?? 0, row.closed ?? 0, row.solution?.of ?? 0]
  return parentLevel >= DISTRICT || numbers.some((each) => each !== 0)
}

export function mapValues(rows: readonly Row[], metric: Metric, parentLevel: number): Record<string, number | null> {
  const value = (row: Row): number | null => {
    if (!hasData(row, parentLevel)) return null
    if (metric !== 'solution') return row[metric]
    return row.solution == null || row.solution.of < FEWEST ? null : (row.solution.rate ?? null)
  }
  return Object.fromEntries(rows.map((row) => [row.code, value(row)]))
}

/** 92.4%, or — when nobody was asked. The server rounds, so that screen and export agree. */
export function rateText(share: Share | null | undefined): string {
  return share?.rate == null ? NONE : `${share.rate.toFixed(1)}%`
}

export function fractionText(share: Share | null | undefined): string {
  return share == null || share.of === 0 ? '' : `${count(share.n)}/${count(share.of)}`
}

/** Days from acceptance to closing, on average. */
export function averageDays(row: Row): number | null {
  return row.hoursToClose == null || row.hoursToClose.n === 0 ? null : Math.round((row.hoursToClose.total / row.hoursToClose.n / 24) * 10) / 10
}

/** The largest kinds, the rest as one that lists them all. */
export function largest(bars: readonly Bar[], other: (kinds: number) => string): Bar[] {
  const sorted = [...bars].sort((a, b) => b.n - a.n)
  if (sorted.length <= SHOWN_KINDS + 1) return sorted
  const rest = sorted.slice(SHOWN_KINDS)
  const first = rest[0]
  if (first === undefined) return sorted
  return [
    ...sorted.slice(0, SHOWN_KINDS),
    { code: 'other', name: other(rest.length), n: rest.reduce((sum, bar) => sum + bar.n, 0), filter: { ...first.filter, kind: rest.map((bar) => bar.filter.kind ?? bar.code).join(',') } },
  ]
}
