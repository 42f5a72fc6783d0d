import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Row = Schemas['UnitRow']
export type Unit = Schemas['UnitResponse']
export type Dictionary = Schemas['UnitDictionaryResponse']
export type RegisterBody = Schemas['UnitChangeRegisterRequest']
export type AmendBody = Schemas['UnitChangeAmendRequest']

/** What a list asks for; as it stands in the address of the page. */
export interface UnitFilter {
  q?: string | undefined
  region?: string | undefined
  kind?: string | undefined
  industry?: string | undefined
  band?: string | undefined
  closed?: boolean | undefined
}

const PAGE = 20
const FOUND = 50

export const unitApi = {
  dictionary: (signal: AbortSignal) => http.get('/api/unit-dictionary', { signal }),
  page: ({ region, kind, industry, band, closed }: UnitFilter, after: string | undefined, signal: AbortSignal) => http.get('/api/units', { query: { region, kind, industry, band, closed, after, limit: PAGE }, signal }),
  search: (q: string, region: string | undefined, signal: AbortSignal) => http.get('/api/units/search', { query: { q, region, limit: FOUND }, signal }),
  one: (id: string, signal: AbortSignal) => http.get('/api/units/{id}', { path: { id }, signal }),
  register: (body: RegisterBody, intention: Intention) => http.post('/api/units', body, { intention }),
  amend: (id: string, body: AmendBody, version: number, intention: Intention) => http.post('/api/units/{id}/amendment', body, { path: { id }, version, intention }),
  relocate: (id: string, body: Schemas['UnitChangeRelocateRequest'], version: number, intention: Intention) => http.post('/api/units/{id}/premises', body, { path: { id }, version, intention }),
  close: (id: string, body: Schemas['UnitChangeCloseRequest'], version: number, intention: Intention) => http.post('/api/units/{id}/closing', body, { path: { id }, version, intention }),
  reopen: (id: string, body: Schemas['UnitChangeReopenRequest'], version: number, intention: Intention) => http.post('/api/units/{id}/reopening', body, { path: { id }, version, intention }),
}
