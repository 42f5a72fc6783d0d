import { http, type Intention } from '@/app/http/http'
import type { Page } from '@/kernel/useKeysetList'

/** What the server says about one demand, as the page shows it. Times are instants, days bare dates. */
export interface CaseFacts {
  id: string
  version: number
  number: string
  title: string
  words: string
  kind: string
  kindName: string
  channel: string
  regionCode: string
  /** 永安里 · 第二网格 */
  placeText: string
  /** Address as it was given; may be empty. */
  place: string
  lng?: number | null
  lat?: number | null
  anonymous: boolean
  contact?: { name?: string | null; phone?: string | null } | null
  raisedAt: string
  registeredBy?: string | null
  status: string
  step: string
  responsible: string
  nodeCode: string
  nodeName: string
  departmentId?: string | null
  handlerId?: string | null
  acceptedAt?: string | null
  closedAt?: string | null
  clock: CaseClock
  joiners: number
  reopens: number
  isPublished: boolean
  publicTitle?: string | null
  reasonName?: string | null
  reasonWords?: string | null
  mergedIntoId?: string | null
}

export interface CaseClock {
  inWords: string
  ruleVersion: number
  dueAt: string
  warnAt: string
  /** When the step it stands at is due, if that is before the whole. */
  internalDueAt?: string | null
  pausedAt?: string | null
  reviewOn?: string | null
  isLate: boolean
}

export interface CaseStation {
  key: string
  state: 'done' | 'now' | 'todo' | 'skipped'
  who?: string | null
  at?: string | null
}

export interface FileLink {
  id: string
  name: string
  bytes: number
  isImage: boolean
}

export interface CaseEntry {
  id: string
  at: string
  verb: string
  verbName: string
  actor: string
  toName?: string | null
  /** In words, not a code. */
  reason?: string | null
  words: string
  publicWords?: string | null
  files: FileLink[]
}

export interface CaseMay {
  verb: string
  allowed: boolean
  primary: boolean
  why?: string | null
  /** Whom to turn to for it. */
  who?: string | null
}

export interface CaseLink {
  kind: string
  relation: string
  title?: string | null
  at?: string | null
  link?: string | null
  place: 'above' | 'this' | 'below' | 'none'
}

export interface PathNode {
  code: string
  name: string
  level: number
}

export interface CallBackRecord {
  at: string
  byResident: boolean
  isValid: boolean
  isContacted?: boolean | null
  isSolved?: boolean | null
  satisfaction?: string | null
  words: string
}

export interface DemandCase {
  demand: CaseFacts
  path: PathNode[]
  steps: CaseStation[]
  history: CaseEntry[]
  may: CaseMay[]
  transfer?: { direction: string; fromName: string; toName: string; words: string; offeredAt: string } | null
  extension?: { askedBy: string; askedAt: string; askedDueAt: string; words: string } | null
  files: FileLink[]
  trail: CaseLink[]
  callBacks: CallBackRecord[]
  similar: { id: string; title: string; status: string; raisedAt: string }[]
  previous?: string | null
  next?: string | null
}

/** A row of the ledger, as far as these pages use it. */
export interface DemandRow {
  id: string
  number: string
  title: string
  place: string
  kindName: string
  status: string
  raisedAt: string
  joiners: number
}

export interface Kind {
  code: string
  parent?: string | null
  name: string
  isPublic: boolean
  hotline?: string | null
}

export interface ListedReason {
  code: string
  name: string
  /** Who can be asked instead, where the matter is declined. */
  instead?: string | null
  needsWords: boolean
}

export interface Assignees {
  departments: { id: string; name: string; node: string; kind: string }[]
  colleagues: { accountId: string; name: string; duty: string; node: string }[]
}

export interface Registration {
  regionCode: string
  kind: string
  channel: string
  words: string
  title?: string
  place?: string
  lng?: number
  lat?: number
  anonymous: boolean
  name?: string
  phone?: string
  fileIds: string[]
}

export interface Registered {
  id: string
  number: string
  dueAt: string
  dueInWords: string
}

export interface Receipt {
  id: string
  version: number
  status: string
}

export interface Look {
  at: string
  looker: string
  purpose: string
  words?: string | null
}

const one = (id: string) => `/api/demands/${encodeURIComponent(id)}`

export const demandApi = {
  read: (id: string, signal: AbortSignal) => http.get<DemandCase>(one(id), { signal }),
  kinds: (region: string | undefined, signal: AbortSignal) => http.get<{ items: Kind[] }>('/api/demand-kinds', { query: { region }, signal }),
  reasons: (verb: string, signal: AbortSignal) => http.get<{ items: ListedReason[] }>('/api/demand-reasons', { query: { verb }, signal }),
  assignees: (id: string, signal: AbortSignal) => http.get<Assignees>(`${one(id)}/assignees`, { signal }),
  register: (body: Registration, intention: Intention) => http.post<Registered>('/api/demands', body, { intention }),
  /** `at` is the path behind the demand; without a version nothing is compared. */
  act: (id: string, at: string, body: unknown, intention: Intention, version?: number) => http.post<Receipt>(`${one(id)}/${at}`, body, { intention, version }),
  lookAtContact: (id: string, purpose: string, words: string) =>
    http.post<{ name?: string | null; phone?: string | null; visibleForSeconds: number }>(`${one(id)}/contact-look`, { purpose, words }),
  looks: (id: string, signal: AbortSignal) => http.get<{ items: Look[] }>(`${one(id)}/contact-looks`, { signal }),
  /** Open ones of the same kind in the same place: what the next caller probably means. */
  alike: (regionCode: string, kind: string, signal: AbortSignal) =>
    http.get<Page<DemandRow>>('/api/demands', { query: { region: regionCode, kind, view: 'open', sort: 'raised', limit: 5 }, signal }),
  search: (words: string, signal: AbortSignal) => http.get<Page<DemandRow>>('/api/demands', { query: { q: words, view: 'open', limit: 8 }, signal }),
  /** The next rows of a list one walks through. */
  further: (query: Readonly<Record<string, string>>, after: string) => http.get<Page<DemandRow>>('/api/demands', { query: { ...query, after, limit: 20 } }),
  gridsOf: (regionCode: string, signal: AbortSignal) =>
    http.get<{ items: { code: string; name: string; level: number }[] }>(`/public/regions/${encodeURIComponent(regionCode)}/children`, { signal }),
}

export const fileAddress = (id: string) => `/api/files/${encodeURIComponent(id)}`
export const thumbnailAddress = (id: string) => `${fileAddress(id)}/thumbnail`
export const uploadAddress = (regionCode: string) => `/api/files?region=${encodeURIComponent(regionCode)}`
