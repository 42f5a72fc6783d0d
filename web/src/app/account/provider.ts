import { http } from '../http/http'
import { safeNext } from '../router'

/** Where to go after the way there and back; the provider brings nothing of ours back. */
const KEY = 'gz-provider-next'

export const providerApi = {
  offer: (signal: AbortSignal) => http.get('/api/session/provider', { signal }),
  begin: () => http.post('/api/session/provider', undefined),
  comeBack: (state: string, code: string, factor?: string) => http.put('/api/session/provider', { state, code, ...(factor === undefined ? {} : { factor }) }),
  own: (signal: AbortSignal) => http.get('/api/account/provider', { signal }),
  link: (current: string) => http.post('/api/account/provider', { current }),
  unlink: () => http.delete('/api/account/provider'),
}

/** Leaves this site. */
export function goTo(address: string, next: unknown): void {
  sessionStorage.setItem(KEY, safeNext(next))
  window.location.assign(address)
}

export function nextAfterReturn(): string {
  const next = safeNext(sessionStorage.getItem(KEY) ?? '/')
  sessionStorage.removeItem(KEY)
  return next
}
