import { http, type Intention } from '@/app/http/http'
import type { Schemas, Sent } from '@/app/http/wire'
import type { paths } from '@/kernel/api/schema'

export type Row = Schemas['SuggestionRowResponse']
export type One = Schemas['SuggestionOneResponse']
export type Followed = Schemas['PublicSuggestionFollowedResponse']
export type Heard = Schemas['PublicSuggestionHeardResponse']
type ListQuery = NonNullable<paths['/api/suggestions']['get']['parameters']['query']>
export type ListFilter = Readonly<Record<string, string>>

export const kinds = ['problem', 'idea', 'complaint'] as const
export type Kind = (typeof kinds)[number]
export const MOST_WORDS = 1000

export const suggestionApi = {
  list: (filter: ListFilter, after: string | undefined, limit: number, signal: AbortSignal) => http.get('/api/suggestions', { query: { ...(filter as ListQuery), after, limit }, signal }),
  counts: (filter: ListFilter, signal: AbortSignal) => http.get('/api/suggestions/counts', { query: filter as ListQuery, signal }),
  one: (id: string, signal: AbortSignal) => http.get('/api/suggestions/{id}', { path: { id }, signal }),
  send: (body: Sent<'post', '/api/suggestions'>, intention: Intention) => http.post('/api/suggestions', body, { intention }),
  answer: (id: string, words: string, intention: Intention) => http.post('/api/suggestions/{id}/answer', { words }, { path: { id }, intention }),
  read: (id: string, intention: Intention) => http.post('/api/suggestions/{id}/read', undefined, { path: { id }, intention }),
}

/** A code goes in a header, never in an address. */
export const windowApi = {
  say: (body: Sent<'post', '/public/suggestions'>, intention: Intention) => http.post('/public/suggestions', body, { intention }),
  follow: (code: string) => http.get('/public/suggestions', { headers: { 'X-Case-Code': code } }),
}
