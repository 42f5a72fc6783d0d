import { http, type Intention } from '@/app/http/http'
import type { RegionChoice } from '@/kernel/regionSearch'
import type { Reason } from '@/kernel/ReasonChooser.vue'
import type { Page } from '@/kernel/useKeysetList'
import type { LedgerFilter, View } from './ledgerFilter'

export interface LedgerRow {
  id: string
  number: string
  title: string
  joiners: number
  regionCode: string
  place: string
  kindName: string
  channel: string
  status: string
  step: string
  responsible: string
  raisedAt: string
  dueAt: string
  warnAt: string
  pausedAt?: string | null
  reviewOn?: string | null
  isLate: boolean
  urgedToday: boolean
  happenedAt?: string | null
}

export interface Kind {
  code: string
  parent?: string | null
  name: string
}

export interface KeptView {
  id: string
  name: string
  filter: Record<string, string>
}

/** What a batch needs to know of one case. */
export interface CaseNow {
  demand: { id: string; version: number; number: string }
  may: { verb: string; allowed: boolean; why?: string | null }[]
}

export interface PastExport {
  id: string
  kind: string
  state: string
  hasResult: boolean
  createdAt: string
}

export interface Assignees {
  departments: { id: string; name: string }[]
  colleagues: { accountId: string; name: string }[]
}

interface Items<T> {
  items: T[]
}

const one = (id: string) => `/api/demands/${encodeURIComponent(id)}`

export const ledgerApi = {
  page: (filter: LedgerFilter, after: string | undefined, limit: number, signal: AbortSignal) => http.get<Page<LedgerRow>>('/api/demands', { query: { ...filter, after, limit }, signal }),
  counts: (filter: LedgerFilter, signal: AbortSignal) => http.get<Record<View, string>>('/api/demands/counts', { query: filter, signal }),
  kinds: (region: string | undefined, signal: AbortSignal) => http.get<Items<Kind>>('/api/demand-kinds', { query: { region }, signal }),
  region: (code: string, signal: AbortSignal) => http.get<RegionChoice>(`/public/regions/${encodeURIComponent(code)}`, { signal }),
  regions: (words: string, within: string | undefined, signal: AbortSignal) => http.get<Items<RegionChoice>>('/public/regions', { query: { search: words, within, limit: 10 }, signal }),
  reasons: (verb: string) => http.get<Items<Reason>>('/api/demand-reasons', { query: { verb } }),
  views: (signal: AbortSignal) => http.get<Items<KeptView>>('/api/demand-views', { signal }),
  keepView: (name: string, filter: LedgerFilter, intention: Intention) => http.post<KeptView>('/api/demand-views', { name, filter }, { intention }),
  removeView: (id: string, intention: Intention) => http.delete(`/api/demand-views/${encodeURIComponent(id)}`, { intention }),
  exportAll: (filter: Readonly<Record<string, string>>, format: 'xlsx' | 'csv', intention: Intention) => http.post<{ jobId: string }>('/api/demand-exports', { filter, format }, { intention }),
  pastExports: (signal: AbortSignal) => http.get<Items<PastExport>>('/api/jobs', { signal }),
  now: (id: string) => http.get<CaseNow>(one(id)),
  assignees: (id: string) => http.get<Assignees>(`${one(id)}/assignees`),
  act: (id: string, verb: 'urge' | 'merge' | 'assignment', body: unknown, version: number, intention: Intention) => http.post(`${one(id)}/${verb}`, body, { version, intention }),
}
