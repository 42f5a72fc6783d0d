import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Row = Schemas['OrganizationRow']
export type Organization = Schemas['OrganizationResponse']
export type Kind = Schemas['OrganizationKindResponse']
export type Finding = Schemas['OrganizationFindingResponse']
export type Held = Schemas['OrganizationPostResponse']
export type Fact = Schemas['OrganizationFactResponse']
export type RegisterBody = Schemas['OrganizationChangeRegisterRequest']

const PAGE = 20

export const organizationApi = {
  kinds: (signal: AbortSignal) => http.get('/api/organization-kinds', { signal }),
  standing: (region: string, after: string | undefined, signal: AbortSignal) => http.get('/api/organizations', { query: { region, after, limit: PAGE }, signal }),
  tops: (region: string, signal: AbortSignal) => http.get('/api/organizations/tops', { query: { region }, signal }),
  search: (q: string, signal: AbortSignal) => http.get('/api/organizations/search', { query: { q, limit: PAGE }, signal }),
  below: (id: string, after: string | undefined, signal?: AbortSignal) => http.get('/api/organizations/{id}/below', { path: { id }, query: { after, limit: PAGE }, ...(signal === undefined ? {} : { signal }) }),
  one: (id: string, signal: AbortSignal) => http.get('/api/organizations/{id}', { path: { id }, signal }),
  places: (code: string, signal: AbortSignal) => http.get('/public/regions/{code}/children', { path: { code }, signal }),
  check: (body: RegisterBody) => http.post('/api/organizations/check', body),
  register: (body: RegisterBody, intention: Intention) => http.post('/api/organizations', body, { intention }),
  amend: (id: string, body: Schemas['OrganizationChangeAmendRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/amendment', body, { path: { id }, version, intention }),
  move: (id: string, body: Schemas['OrganizationChangeMoveRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/affiliation', body, { path: { id }, version, intention }),
  relocate: (id: string, body: Schemas['OrganizationChangeRelocateRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/territory', body, { path: { id }, version, intention }),
  end: (id: string, body: Schemas['OrganizationChangeEndRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/end', body, { path: { id }, version, intention }),
  setTerm: (id: string, body: Schemas['OrganizationChangeTermRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/term', body, { path: { id }, version, intention }),
  appoint: (id: string, body: Schemas['OrganizationChangeAppointRequest'], version: number, intention: Intention) => http.post('/api/organizations/{id}/posts', body, { path: { id }, version, intention }),
  relieve: (id: string, post: string, body: Schemas['OrganizationChangeRelieveRequest'], intention: Intention) => http.post('/api/organizations/{id}/posts/{post}/relief', body, { path: { id, post }, intention }),
}
