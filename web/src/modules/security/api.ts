import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type SessionRow = Schemas['SecuritySessionRow']
export type LockOut = Schemas['SecurityLockedOut']
export type Key = Schemas['SecurityKeyRow']
export type KeyRotation = Schemas['KeyRotationRotationRow']
export type Ability = Schemas['SecurityAbilityRow']
export type FactorPerson = Schemas['SecondFactorPersonRow']
export type FactorDemand = Schemas['SecondFactorDemandRow']
export type FactorState = 'on' | 'off' | 'owing'

export const securityApi = {
  sessions: (q: string, after: string | undefined, signal: AbortSignal) => http.get('/api/security/sessions', { query: { q: q === '' ? undefined : q, after, limit: 20 }, signal }),
  endSession: (id: string, intention: Intention) => http.delete('/api/security/sessions/{id}', { path: { id }, intention }),
  lockOuts: (signal: AbortSignal) => http.get('/api/security/lock-outs', { signal }),
  release: (account: string, intention: Intention) => http.delete('/api/security/lock-outs/{account}', { path: { account }, intention }),
  secondFactors: (q: string, state: FactorState | null, after: string | undefined, signal: AbortSignal) =>
    http.get('/api/security/second-factors', { query: { q: q === '' ? undefined : q, state: state ?? undefined, after, limit: 20 }, signal }),
  resetFactor: (account: string, reason: string) => http.post('/api/security/second-factors/{account}/reset', { reason }, { path: { account } }),
  factorDemands: (signal: AbortSignal) => http.get('/api/security/second-factor-demands', { signal }),
  demandFactor: (duty: string, isDemanded: boolean, intention: Intention) => http.put('/api/security/second-factor-demands/{duty}', { isDemanded }, { path: { duty }, intention }),
  keys: (signal: AbortSignal) => http.get('/api/security/keys', { signal }),
  rotations: (signal: AbortSignal) => http.get('/api/key-rotations', { signal }),
  proposeKey: (reason: string, isByHand: boolean, intention: Intention) => http.post('/api/key-rotations', { reason, isByHand }, { intention }),
  confirmKey: (id: string, intention: Intention) => http.post('/api/key-rotations/{id}/confirmation', undefined, { path: { id }, intention }),
  declineKey: (id: string, words: string, intention: Intention) => http.post('/api/key-rotations/{id}/refusal', { words }, { path: { id }, intention }),
  withdrawKey: (id: string, intention: Intention) => http.delete('/api/key-rotations/{id}', { path: { id }, intention }),
  destroyOldKey: (id: string, intention: Intention) => http.post('/api/key-rotations/{id}/old-key-destruction', undefined, { path: { id }, intention }),
  permissions: (signal: AbortSignal) => http.get('/api/security/permissions', { signal }),
}
