import { http, type Intention } from '@/app/http/http'
import type { Schemas, Sent } from '@/app/http/wire'
import type { paths } from '@/kernel/api/schema'
import type { LedgerFilter } from './ledgerFilter'

export type LedgerRow = Schemas['LedgerRowResponse']
export type Kind = Pick<Schemas['LedgerKindResponse'], 'code' | 'parent' | 'name'>
export type KeptView = Schemas['DemandViewsView']
/** What a batch needs to know of one case. */
export interface CaseNow {
  demand: Pick<Schemas['CaseFacts'], 'id' | 'version' | 'number'>
  may: Pick<Schemas['CaseMay'], 'verb' | 'allowed' | 'why'>[]
}
export type PastExport = Schemas['JobResponse']
export type Assignees = Schemas['CaseAssignees']

type LedgerQuery = NonNullable<paths['/api/demands']['get']['parameters']['query']>
export type BatchVerb = 'urge' | 'merge' | 'assignment'
export type BatchBody = Sent<'post', `/api/demands/{id}/${BatchVerb}`>
/** Written by hand into an address, a filter may hold anything: the server refuses what it does not know. */
const asked = (filter: LedgerFilter) => filter as LedgerQuery

export const ledgerApi = {
  page: (filter: LedgerFilter, after: string | undefined, limit: number, signal: AbortSignal) => http.get('/api/demands', { query: { ...asked(filter), after, limit }, signal }),
  counts: (filter: LedgerFilter, signal: AbortSignal) => http.get('/api/demands/counts', { query: asked(filter), signal }),
  kinds: (region: string | undefined, signal: AbortSignal) => http.get('/api/demand-kinds', { query: { region }, signal }),
  /** As the picker lists it: its path in words. */
  region: async (code: string, signal: AbortSignal) => {
    const node = await http.get('/public/regions/{code}', { path: { code }, signal })
    return { ...node, path: node.path.map((step) => step.name).join(' › ') }
  },
  regions: (words: string, within: string | undefined, signal: AbortSignal) => http.get('/public/regions', { query: { search: words, within, limit: 10 }, signal }),
  reasons: (verb: string) => http.get('/api/demand-reasons', { query: { verb } }),
  views: (signal: AbortSignal) => http.get('/api/demand-views', { signal }),
  keepView: (name: string, filter: LedgerFilter, intention: Intention) => http.post('/api/demand-views', { name, filter: { ...filter } }, { intention }),
  removeView: (id: string, intention: Intention) => http.delete('/api/demand-views/{id}', { path: { id }, intention }),
  exportAll: (filter: Readonly<Record<string, string>>, format: 'xlsx' | 'csv', intention: Intention) => http.post('/api/demand-exports', { filter, format }, { intention }),
  pastExports: (signal: AbortSignal) => http.get('/api/jobs', { signal }),
  now: (id: string): Promise<CaseNow> => http.get('/api/demands/{id}', { path: { id } }),
  assignees: (id: string) => http.get('/api/demands/{id}/assignees', { path: { id } }),
  act: (id: string, verb: BatchVerb, body: BatchBody, version: number, intention: Intention): Promise<unknown> =>
    http.post(`/api/demands/{id}/${verb}`, body, { path: { id }, version, intention }),
}
