import { http } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Lendings = Schemas['DeputyLendingPage']
export type Lent = Schemas['DeputyLentRow']
export type Candidate = Schemas['DeputyCandidate']

export const deputyApi = {
  page: (account: string | undefined, signal: AbortSignal) => http.get('/api/deputies', { query: { account }, signal }),
  candidates: (duty: string, q: string, signal: AbortSignal) => http.get('/api/deputies/candidates', { query: { duty, q: q === '' ? undefined : q }, signal }),
  name: (body: Schemas['DeputyNameRequest']) => http.post('/api/deputies', body),
  end: (id: string) => http.post('/api/deputies/{id}/end', undefined, { path: { id } }),
}
