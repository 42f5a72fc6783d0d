import { http } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Grouping = 'clock' | 'kind' | 'place'
export type Todo = Schemas['WorklistItem']
/** Its key: late, today, …; `demand.handle`; or a region code. */
export type TodoGroup = Schemas['WorklistGroup']
export type Summary = Schemas['WorklistSummary']
export type Waiting = Schemas['WorklistWaiting']
/** One thing others did with a demand one has a part in. */
export type Change = Schemas['ChangesChangeResponse']

export const workbenchApi = {
  waiting: (group: Grouping, after: string | undefined, signal: AbortSignal) => http.get('/api/todos', { query: { group, after, limit: 50 }, signal }),
  count: (signal?: AbortSignal) => http.get('/api/todos/count', { signal }),
  handedOut: (after: string | undefined, limit: number, signal: AbortSignal) => http.get('/api/todos/handed-out', { query: { after, limit }, signal }),
  changes: (since: string, signal: AbortSignal) => http.get('/api/demand-changes', { query: { since }, signal }),
}
