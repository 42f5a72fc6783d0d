import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type SessionRow = Schemas['SecuritySessionRow']
export type LockOut = Schemas['SecurityLockedOut']
export type Key = Schemas['SecurityKeyRow']
export type Ability = Schemas['SecurityAbilityRow']

export const securityApi = {
  sessions: (q: string, after: string | undefined, signal: AbortSignal) => http.get('/api/security/sessions', { query: { q: q === '' ? undefined : q, after, limit: 20 }, signal }),
  endSession: (id: string, intention: Intention) => http.delete('/api/security/sessions/{id}', { path: { id }, intention }),
  lockOuts: (signal: AbortSignal) => http.get('/api/security/lock-outs', { signal }),
  release: (account: string, intention: Intention) => http.delete('/api/security/lock-outs/{account}', { path: { account }, intention }),
  keys: (signal: AbortSignal) => http.get('/api/security/keys', { signal }),
  permissions: (signal: AbortSignal) => http.get('/api/security/permissions', { signal }),
}
