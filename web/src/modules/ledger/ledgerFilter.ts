import type { LocationQuery } from 'vue-router'

/** The tabs of the ledger, in the order they are drawn. */
export const VIEWS = ['open', 'late', 'call_back', 'unsolved', 'suspended', 'mine', 'all'] as const
export type View = (typeof VIEWS)[number]
export const CHANNELS = ['online', 'phone', 'visit_in', 'walk_visit', 'meeting', 'hotline', 'representative'] as const
export type Channel = (typeof CHANNELS)[number]
export const STATUSES = ['raised', 'accepted', 'assigned', 'handling', 'verifying', 'closed', 'settled', 'suspended', 'declined', 'merged'] as const
export type Status = (typeof STATUSES)[number]
export const AGES = ['d0_3', 'd4_7', 'd8_15', 'd16_30', 'd31'] as const
export const JUDGED = ['valid', 'contacted', 'solved', 'satisfied', 'basically'] as const

/**
 * The names the server knows; the same stand in the page's address, in kept views, in exports and behind the figures of the cockpit.
 * A list is written with commas.
 */
const NAMES = [
  'region', 'view', 'q', 'kind', 'channel', 'status', 'department', 'late', 'age', 'raisedFrom', 'raisedTo', 'from', 'to', 'closedFrom', 'closedTo',
  'passedUp', 'passedUpFrom', 'passedUpTo', 'judged', 'judgedFrom', 'judgedTo', 'community', 'sort',
] as const
export type FilterName = (typeof NAMES)[number]
export type LedgerFilter = Partial<Record<FilterName, string>>

const FIRST_VIEW: View = 'open'

/** Reads the filter out of an address. What is not a name of the filter is left out; without a view it is what is in hand. */
export function filterOf(query: LocationQuery): LedgerFilter {
  const filter: LedgerFilter = {}
  for (const name of NAMES) {
    const value = query[name]
    const text = (Array.isArray(value) ? value.filter((each) => each !== null).join(',') : (value ?? '')).trim()
    if (text !== '') filter[name] = text
  }
  if (filter.view === undefined) filter.view = FIRST_VIEW
  return filter
}

/** The same filter from what the server keeps or counts by. */
export function filterFrom(kept: Readonly<Record<string, string>>): LedgerFilter {
  return filterOf(kept)
}

/** Where the ledger shows exactly these. */
export function ledgerAt(filter: Readonly<Record<string, string | undefined>>) {
  return { path: '/demands', query: Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))) as Record<string, string> }
}

export function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').filter((each) => each !== '')
}

export function textOf(list: readonly string[]): string | undefined {
  return list.length === 0 ? undefined : list.join(',')
}

/** With these parts changed; undefined takes a part away. */
export function changed(filter: LedgerFilter, change: { [N in FilterName]?: string | undefined }): LedgerFilter {
  const merged = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(merged) as LedgerFilter
}

/** What is counted each time it happens: the list then has one row each time. */
export function happenedOf(filter: LedgerFilter): 'closed' | 'passedUp' | 'judged' | undefined {
  if (filter.judged !== undefined) return 'judged'
  if (filter.passedUp === 'true' || filter.passedUpFrom !== undefined || filter.passedUpTo !== undefined) return 'passedUp'
  return filter.closedFrom !== undefined || filter.closedTo !== undefined ? 'closed' : undefined
}

export function isSame(one: LedgerFilter, other: LedgerFilter): boolean {
  return NAMES.every((name) => one[name] === other[name])
}

/** Conditions that stand and fall together, each shown as one removable word. */
export const CONDITIONS: readonly { key: string; names: readonly FilterName[] }[] = [
  { key: 'q', names: ['q'] },
  { key: 'region', names: ['region', 'community'] },
  { key: 'kind', names: ['kind'] },
  { key: 'channel', names: ['channel'] },
  { key: 'status', names: ['status'] },
  { key: 'department', names: ['department'] },
  { key: 'late', names: ['late'] },
  { key: 'age', names: ['age'] },
  { key: 'raised', names: ['from', 'to', 'raisedFrom', 'raisedTo'] },
  { key: 'closed', names: ['closedFrom', 'closedTo'] },
  { key: 'passedUp', names: ['passedUp', 'passedUpFrom', 'passedUpTo'] },
  { key: 'judged', names: ['judged', 'judgedFrom', 'judgedTo'] },
]

export function without(filter: LedgerFilter, condition: string): LedgerFilter {
  const names = CONDITIONS.find((each) => each.key === condition)?.names ?? []
  return changed(filter, Object.fromEntries(names.map((name) => [name, undefined])))
}

export function cleared(filter: LedgerFilter): LedgerFilter {
  const next: LedgerFilter = {}
  if (filter.view !== undefined) next.view = filter.view
  if (filter.sort !== undefined) next.sort = filter.sort
  return next
}
