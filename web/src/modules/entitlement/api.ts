import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type One = Schemas['EntitlementPage']
export type Standing = Schemas['PublicEntitlementStandingResponse']
export type Asked = Schemas['PublicEntitlementAskedResponse']
export type Stored = Schemas['PersonalRecord']

export const kinds = ['access', 'copy', 'correct', 'delete'] as const
export type Kind = (typeof kinds)[number]
export type Ground = 'case_open' | 'kept_by_law' | 'under_inquiry' | 'of_others' | 'checked_right'
export const MOST_WORDS = 500

/** Which grounds a request of a kind may be refused with; the server holds to the same. */
export const groundsOf: Record<Kind, readonly Ground[]> = {
  access: ['under_inquiry', 'of_others'],
  copy: ['under_inquiry', 'of_others'],
  correct: ['checked_right', 'of_others'],
  delete: ['case_open', 'kept_by_law', 'under_inquiry', 'of_others'],
}

/** Staff. */
export const entitlementApi = {
  one: (id: string, signal: AbortSignal) => http.get('/api/entitlements/{id}', { path: { id }, signal }),
  ofCase: (demandId: string, signal: AbortSignal) => http.get('/api/demands/{id}/entitlements', { path: { id: demandId }, signal }),
  answer: (id: string, body: Schemas['EntitlementAnswerRequest'], intention: Intention) => http.post('/api/entitlements/{id}/answer', body, { path: { id }, intention }),
}

/** A code goes in a header, never in an address. */
const withCode = (code: string) => ({ 'X-Case-Code': code })

export const windowApi = {
  standing: (code: string) => http.get('/public/cases/entitlements', { headers: withCode(code) }),
  ask: (code: string, body: Schemas['PublicEntitlementAskRequest'], intention: Intention) => http.post('/public/cases/entitlements', body, { intention, headers: withCode(code) }),
  copy: (code: string) => http.blob('/public/cases/entitlements/copy', { headers: withCode(code) }),
}
