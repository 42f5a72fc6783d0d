import { http } from '@/app/http/http'
import type { FeatureCollection } from '@/kernel/mapGeometry'

/** The query of the ledger that lists exactly the records a number counts. */
export type Filter = Record<string, string>

export interface Share {
  n: number
  of: number
  rate?: number | null
}

export interface Before {
  n?: number | null
  of?: number | null
  rate?: number | null
  from: string
  to: string
  name: string
}

export interface Figure {
  key: string
  name: string
  /** Numerator or count; absent for a composite that cannot be told. */
  n?: number | null
  of?: number | null
  rate?: number | null
  previous?: Before | null
  note?: string | null
  filter?: Filter | null
  ofFilter?: Filter | null
  parts: { name: string; n: number; weight: number; filter: Filter }[]
  numerator: string
  denominator?: string | null
  exclusions: string
}

/** Numbers that are absent are not kept by the day at that level. */
export interface Row {
  code: string
  name: string
  shortName: string
  open: number
  late: number
  raised?: number | null
  closed?: number | null
  solution?: Share | null
  satisfaction?: Share | null
  hoursToClose?: { n: number; total: number } | null
}

export interface Bar {
  code: string
  name: string
  n: number
  filter: Filter
}

export interface Cockpit {
  node: { code: string; name: string; level: number; path: { code: string; name: string; level: number }[] }
  period: { choice: string; from: string; to: string; name: string }
  periods: string[]
  asOf: string
  formula: { version: number; validFrom: string; text: string; source: string; territory: string }
  figures: Figure[]
  children: Row[]
  total: Row
  here?: Row | null
  trend: { month: string; raised: number; closed: number }[]
  byKind: Bar[]
  byChannel: Bar[]
  byStatus: Bar[]
  byAge: Bar[]
  overdue: Filter
  leftOut: { block: string; reason: string }[]
}

export interface Asked {
  region?: string | undefined
  period: string
  from?: string | undefined
  to?: string | undefined
}

export const cockpitApi = {
  show: (asked: Asked, signal: AbortSignal) => http.get<Cockpit>('/api/cockpit', { query: { ...asked }, signal }),
  map: (code: string, signal: AbortSignal) => http.get<FeatureCollection>(`/public/regions/${encodeURIComponent(code)}/map`, { signal }),
}
