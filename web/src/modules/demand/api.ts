import { http, type Intention } from '@/app/http/http'
import type { AddressOf, Schemas, Sent } from '@/app/http/wire'

/** What the server says about one demand, as the page shows it. Times are instants, days bare dates. */
export type DemandCase = Schemas['CasePage']
export type CaseFacts = Schemas['CaseFacts']
export type CaseClock = Schemas['CaseClockFacts']
export type CaseStation = Schemas['CaseStation']
export type CaseEntry = Schemas['CaseEntry']
export type CaseMay = Schemas['CaseMay']
export type CaseLink = Schemas['CaseLink']
export type CallBackRecord = Schemas['CaseCallBackRow']
export type FileLink = Schemas['CaseFileLink']
export type PathNode = Schemas['CasePathNode']
/** A row of the ledger, as far as these pages use it. */
export type DemandRow = Schemas['LedgerRowResponse']
/** What is probably the same, and why. */
export type Alike = Schemas['LikenessLookupAlike']
export type Kind = Pick<Schemas['LedgerKindResponse'], 'code' | 'parent' | 'name' | 'isPublic' | 'hotline'> & Partial<Pick<Schemas['LedgerKindResponse'], 'questions'>>
export type ListedReason = Schemas['DemandDictionaryReason']
export type Assignees = Schemas['CaseAssignees']
export type Registration = Schemas['DemandRegisterRequest']
export type Registered = Schemas['RaiseDemandHeard']
export type Receipt = Schemas['DemandChangesReceipt']
export type Look = Schemas['ContactsLook']

type Behind<A> = A extends `/api/demands/{id}/${infer Verb}` ? Verb : never
/** What can be done to a demand, as it stands behind its address. */
export type VerbAddress = Exclude<Behind<AddressOf<'post'>>, 'contact-look' | 'callouts' | 'merged-together' | `redactions/${string}`>

type All<U> = (U extends undefined ? never : (each: U) => void) extends (each: infer I) => void ? I : never
type Bodies = All<Sent<'post', `/api/demands/{id}/${VerbAddress}`>>
/** Fields that some verb takes, each as the server reads it. */
export type VerbBody = { [K in keyof Bodies]?: Bodies[K] | undefined }

export const demandApi = {
  read: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}', { path: { id }, signal }),
  kinds: (region: string | undefined, signal: AbortSignal) => http.get('/api/demand-kinds', { query: { region }, signal }),
  reasons: (verb: string, signal: AbortSignal) => http.get('/api/demand-reasons', { query: { verb }, signal }),
  assignees: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/assignees', { path: { id }, signal }),
  register: (body: Registration, intention: Intention) => http.post('/api/demands', body, { intention }),
  /** Without a version nothing is compared. Which fields a verb takes is told by the table of forms. */
  act: (id: string, at: VerbAddress, body: VerbBody | undefined, intention: Intention, version?: number) =>
    http.post(`/api/demands/{id}/${at}`, body as Sent<'post', `/api/demands/{id}/${VerbAddress}`>, { path: { id }, intention, version }),
  lookAtContact: (id: string, purpose: string, words: string) => http.post('/api/demands/{id}/contact-look', { purpose, words }, { path: { id } }),
  viewers: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/viewers', { path: { id }, signal }),
  looks: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/contact-looks', { path: { id }, signal }),
  /** What the caller probably means, most alike first. */
  alike: (query: { region: string; kind?: string | undefined; q?: string | undefined; lng?: number | undefined; lat?: number | undefined }, signal: AbortSignal) => http.get('/api/demands/alike', { query, signal }),
  search: (words: string, signal: AbortSignal) => http.get('/api/demands', { query: { q: words, view: 'open', limit: 8 }, signal }),
  /** The next rows of a list one walks through. */
  further: (query: Readonly<Record<string, string>>, after: string) => http.get('/api/demands', { query: { ...query, after, limit: 20 } }),
  gridsOf: (regionCode: string, signal: AbortSignal) => http.get('/public/regions/{code}/children', { path: { code: regionCode }, signal }),
}

export const fileAddress = (id: string) => `/api/files/${encodeURIComponent(id)}`
export const thumbnailAddress = (id: string) => `${fileAddress(id)}/thumbnail`
export const uploadAddress = (regionCode: string) => `/api/files?region=${encodeURIComponent(regionCode)}`
