import { isoDay, partsOf } from '@/kernel/dates'
import type { LocationQuery } from 'vue-router'
import type { Asked } from './api'

/** What may be chosen on the page; twelve months are a period of one's own to the server. */
export const PERIODS = ['today', 'month', 'quarter', 'months12', 'custom'] as const
export type PeriodKey = (typeof PERIODS)[number]

const two = (value: number) => String(value).padStart(2, '0')

/** From the first day of the month eleven months ago. */
export function twelveMonths(now: number): { from: string; to: string } {
  const { year, month } = partsOf(now)
  const first = new Date(Date.UTC(year, month - 12, 1))
  return { from: `${String(first.getUTCFullYear())}-${two(first.getUTCMonth() + 1)}-01`, to: isoDay(now) }
}

/** Whole months that hold these days, up to today: below streets nothing is counted by the day. */
export function wholeMonths(from: string, to: string, now: number): { from: string; to: string } {
  const [year = 0, month = 1] = to.split('-').map(Number)
  const end = `${String(year)}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
  const today = isoDay(now)
  return { from: `${from.slice(0, 7)}-01`, to: end > today ? today : end }
}

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

export function periodOf(query: LocationQuery): PeriodKey {
  return PERIODS.find((each) => each === query.period) ?? 'month'
}

/** The server's question behind an address. */
export function askedOf(query: LocationQuery, now: number): Asked {
  return query.tree === 'now' ? { ...periodAsked(query, now), tree: 'now' } : periodAsked(query, now)
}

function periodAsked(query: LocationQuery, now: number): Asked {
  const region = text(query.region)
  const period = periodOf(query)
  if (period === 'months12') return { region, period: 'custom', ...twelveMonths(now) }
  if (period !== 'custom') return { region, period }
  return { region, period, from: text(query.from), to: text(query.to) }
}

/** Address of a node with the period kept. A period that is not kept by the month falls back to this month below a street. */
export function cockpitAt(query: LocationQuery, region: string, level: number) {
  const period = periodOf(query)
  const byDay = level <= 4
  const kept = byDay || period === 'quarter' || period === 'months12' ? { ...query } : {}
  return { path: '/cockpit', query: { ...kept, region } }
}
