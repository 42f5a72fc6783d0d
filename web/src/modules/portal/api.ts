import { http, type Intention } from '@/app/http/http'

/** A place as the tree lists it; codes are 15 digits as text. */
export interface RegionItem {
  code: string
  name: string
  shortName: string
  level: number
  path: string
  hasChildren: boolean
  working: boolean
}

export interface RegionNode extends Omit<RegionItem, 'path'> {
  path: { code: string; name: string; level: number }[]
}

export interface Kind {
  code: string
  parent?: string | null
  name: string
  hotline?: string | null
  /** 24 小时 */
  answerIn: string
}

export interface Matter {
  ref: string
  title: string
  status: string
  statusName: string
  /** 2026-11 */
  month: string
  joiners: number
  place: string
}

export interface Matters {
  items: Matter[]
  next?: string | null
}

export interface Similar {
  ref: string
  title: string
  status: string
  statusName: string
  raisedAt: string
  joiners: number
}

export interface Figures {
  regionName: string
  raised: number
  /** Absent while too few have answered. */
  calledBack?: number | null
  solved?: number | null
}

export interface Report {
  regionCode: string
  kind: string | null
  words: string
  place: string | null
  lng?: number
  lat?: number
  anonymous: boolean
  name: string | null
  phone: string | null
  fileIds: string[]
}

/** What whoever spoke gets back; the code is told this once. */
export interface Heard {
  code: string
  number?: string
  dueAt?: string
  dueInWords?: string
}

export interface Case {
  number: string
  title: string
  words?: string | null
  isRaiser: boolean
  raisedAt: string
  joiners: number
  status: string
  dueAt: string
  dueInWords: string
  steps: { at: string; text: string }[]
  may: { add: boolean; judge: boolean; reopen: boolean }
  judgement?: { at: string; solved: boolean; satisfaction?: string | null } | null
  looks: { at: string; purpose: string }[]
  files: { id: string; name: string; isImage: boolean }[]
}

export interface Verdict {
  solved: boolean
  contacted: boolean
  satisfaction: string
  words: string
}

/** A code goes in a header, never in an address: addresses are kept in histories and logs. */
const withCode = (code: string) => ({ 'X-Case-Code': code })
const at = encodeURIComponent

export const region = (code: string, signal?: AbortSignal) => http.get<RegionNode>(`/public/regions/${at(code)}`, signal && { signal })
export const children = async (code: string, signal?: AbortSignal) => (await http.get<{ items: RegionItem[] }>(`/public/regions/${at(code)}/children`, signal && { signal })).items
export const searchRegions = async (query: { search: string; within: string | undefined; level: number; limit: number }, signal?: AbortSignal) =>
  (await http.get<{ items: RegionItem[] }>('/public/regions', { query, ...(signal && { signal }) })).items
export const kinds = async (code: string | undefined, signal: AbortSignal) => (await http.get<{ items: Kind[] }>('/public/kinds', { query: { region: code }, signal })).items
export const matters = (code: string, after: string | undefined, signal?: AbortSignal) => http.get<Matters>('/public/matters', { query: { region: code, after }, ...(signal && { signal }) })
export const figures = (code: string, signal: AbortSignal) => http.get<Figures>('/public/figures', { query: { region: code }, signal })
export const similar = async (query: { region: string; kind: string | undefined; q: string | undefined }, signal: AbortSignal) =>
  (await http.get<{ items: Similar[] }>('/public/demands/similar', { query, signal })).items
export const report = (body: Report, intention: Intention) => http.post<Heard>('/public/demands', body, { intention })
export const join = (ref: string, body: { words: string | null; phone: string | null }, intention: Intention) => http.post<Heard>(`/public/demands/${at(ref)}/joiners`, body, { intention })
export const openCase = (code: string, signal?: AbortSignal) => http.get<Case>('/public/cases', { headers: withCode(code), ...(signal && { signal }) })
export const addWords = (code: string, words: string, intention: Intention) => http.post('/public/cases/words', { words }, { intention, headers: withCode(code) })
export const judge = (code: string, verdict: Verdict, intention: Intention) => http.post('/public/cases/judgement', verdict, { intention, headers: withCode(code) })
export const caseFile = (code: string, id: string) => http.blob(`/public/cases/files/${at(id)}`, { headers: withCode(code) })
