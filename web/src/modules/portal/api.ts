import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

/** A place as the tree lists it; codes are 15 digits as text. */
export type RegionItem = Schemas['RegionItem']
export type RegionNode = Schemas['RegionNode']
export type Kind = Schemas['PublicMatterKindResponse']
export type Matter = Schemas['PublicMatterMatterResponse']
export type Matters = Schemas['PagePublicMatterMatterResponse']
export type Similar = Schemas['PublicMatterAlikeResponse']
/** Numbers are absent while too few have answered. */
export type Figures = Schemas['WindowFigures']
export type Report = Required<Omit<Schemas['PublicDemandRaiseRequest'], 'lng' | 'lat'>> & Pick<Schemas['PublicDemandRaiseRequest'], 'lng' | 'lat'> & { fileIds: string[] }
/** What whoever spoke gets back; the code is told this once. */
export type Heard = Schemas['PublicDemandJoinedResponse'] & Partial<Schemas['PublicDemandRaisedResponse']>
export type Case = Schemas['PublicCasePage']

export interface Verdict {
  solved: boolean
  contacted: boolean
  satisfaction: string
  words: string
}

/** A code goes in a header, never in an address: addresses are kept in histories and logs. */
const withCode = (code: string) => ({ 'X-Case-Code': code })

export const region = (code: string, signal?: AbortSignal) => http.get('/public/regions/{code}', { path: { code }, signal })
export const children = async (code: string, signal?: AbortSignal) => (await http.get('/public/regions/{code}/children', { path: { code }, signal })).items
export const searchRegions = async (query: { search: string; within: string | undefined; level: number; limit: number }, signal?: AbortSignal) => (await http.get('/public/regions', { query, signal })).items
export const kinds = async (code: string | undefined, signal: AbortSignal) => (await http.get('/public/kinds', { query: { region: code }, signal })).items
export const matters = (code: string, after: string | undefined, signal?: AbortSignal) => http.get('/public/matters', { query: { region: code, after }, signal })
export const figures = (code: string, signal: AbortSignal) => http.get('/public/figures', { query: { region: code }, signal })
export const similar = async (query: { region: string; kind: string | undefined; q: string | undefined }, signal: AbortSignal) => (await http.get('/public/demands/similar', { query, signal })).items
export const report = (body: Report, intention: Intention) => http.post('/public/demands', body, { intention })
export const join = (ref: string, body: { words: string | null; phone: string | null }, intention: Intention) => http.post('/public/demands/{ref}/joiners', body, { path: { ref }, intention })
export const openCase = (code: string, signal?: AbortSignal) => http.get('/public/cases', { headers: withCode(code), signal })
export const addWords = (code: string, words: string, intention: Intention) => http.post('/public/cases/words', { words }, { intention, headers: withCode(code) })
export const judge = (code: string, verdict: Verdict, intention: Intention) => http.post('/public/cases/judgement', verdict, { intention, headers: withCode(code) })
export const caseFile = (code: string, id: string) => http.blob('/public/cases/files/{id}', { path: { id }, headers: withCode(code) })
