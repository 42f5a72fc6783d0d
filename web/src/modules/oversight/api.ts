import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Entry = Schemas['AuditRow']

/** Days are Beijing's; absent: not filtered by it. */
export interface TrailFilter {
  who?: string
  action?: string
  subject?: string
  from?: string
  to?: string
  region?: string
}

const DAY_MS = 86_400_000

/** A day of China as the instants it begins and ends at. */
function instants(filter: TrailFilter) {
  const { from, to, ...rest } = filter
  return {
    ...rest,
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00+08:00`).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS).toISOString() }),
  }
}

export const oversightApi = {
  page: (filter: TrailFilter, after: string | undefined, signal: AbortSignal) => http.get('/api/audit-entries', { query: { ...instants(filter), after, limit: 50 }, signal }),
  export: (filter: TrailFilter, intention: Intention) => http.post('/api/audit-exports', instants(filter), { intention }),
  prove: (intention: Intention) => http.post('/api/audit-proofs', undefined, { intention }),
}
