import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Run = Schemas['RetentionRunRow']
export type Hold = Schemas['Hold']
export type Group = Schemas['RetentionGroup']
export type Proof = Schemas['RetentionProof']

export const retentionApi = {
  due: (signal: AbortSignal) => http.get('/api/retention/due', { signal }),
  runs: (after: string | undefined, signal: AbortSignal) => http.get('/api/retention/runs', { query: { after, limit: 20 }, signal }),
  proof: (id: string) => http.get('/api/retention/runs/{id}/proof', { path: { id } }),
  holds: (signal: AbortSignal) => http.get('/api/retention/holds', { signal }),
  hold: (number: string, reason: string, intention: Intention) => http.post('/api/retention/holds', { number, reason }, { intention }),
  lift: (id: string, intention: Intention) => http.delete('/api/retention/holds/{id}', { path: { id }, intention }),
}
