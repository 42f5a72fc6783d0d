import { http, type Intention } from '@/app/http/http'
import type { Schemas, Sent } from '@/app/http/wire'
import type { paths } from '@/kernel/api/schema'

export type CalloutsOfCase = Schemas['CalloutPage']
export type Called = Schemas['CalloutCalled']
export type CalloutRow = Schemas['CalloutListRowResponse']
export type Callable = Schemas['ShowCalloutsCallable']
export type CallBody = Schemas['CalloutBodyRequest']
export type ListedReason = Schemas['DemandDictionaryReason']
type ListQuery = NonNullable<paths['/api/callouts']['get']['parameters']['query']>
/** Written by hand into an address, a filter may hold anything: the server refuses what it does not know. */
export type ListFilter = Readonly<Record<string, string>>

/** What can be done with one call, as it stands behind its address. */
export const verbs = {
  arrive: { path: 'arrival', words: 'optional' },
  refuse: { path: 'refusal', words: 'needed' },
  rule: { path: 'ruling', words: 'needed' },
  note: { path: 'progress', words: 'needed' },
  finish: { path: 'result', words: 'needed' },
  withdraw: { path: 'withdrawal', words: 'needed' },
  grade: { path: 'grade', words: 'optional' },
  answer: { path: 'answer', words: 'needed' },
  supervise: { path: 'supervision', words: 'needed' },
} as const
export type Verb = keyof typeof verbs
type Address = `/api/callouts/{id}/${(typeof verbs)[Verb]['path']}`
export const isVerb = (code: string): code is Verb => code in verbs

export interface VerbBody {
  words: string
  publicWords?: string | undefined
  fileIds?: string[] | undefined
  reason?: string | undefined
  stands?: boolean | undefined
  grade?: string | undefined
}

export const calloutApi = {
  ofCase: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/callouts', { path: { id }, signal }),
  callable: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/callable', { path: { id }, signal }),
  reasons: (verb: string, signal: AbortSignal) => http.get('/api/demand-reasons', { query: { verb }, signal }),
  call: (id: string, body: Sent<'post', '/api/demands/{id}/callouts'>, version: number, intention: Intention) =>
    http.post('/api/demands/{id}/callouts', body, { path: { id }, version, intention }),
  one: (id: string, signal: AbortSignal) => http.get('/api/callouts/{id}', { path: { id }, signal }),
  list: (filter: ListFilter, after: string | undefined, limit: number, signal: AbortSignal) => http.get('/api/callouts', { query: { ...(filter as ListQuery), after, limit }, signal }),
  counts: (filter: ListFilter, signal: AbortSignal) => http.get('/api/callouts/counts', { query: filter as ListQuery, signal }),
  act: (id: string, verb: Verb, body: VerbBody, version: number, intention: Intention) =>
    http.post(`/api/callouts/{id}/${verbs[verb].path}`, body as Sent<'post', Address>, { path: { id }, intention, version: verb === 'note' ? undefined : version }),
}

export const fileAddress = (id: string) => `/api/files/${encodeURIComponent(id)}`
