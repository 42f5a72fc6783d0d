import { http, type Intention, type Upload } from '@/app/http/http'
import type { Schemas, Sent } from '@/app/http/wire'

export type Sheet = Schemas['Sheet']
export type SheetPage = Schemas['SheetPage']
export type Mapping = Sent<'put', '/api/sheet-imports/{id}/mapping'>
export type Word = Schemas['SheetWord']
export type Meaning = Schemas['SheetKindMeaning']
export type Token = Schemas['TokensRow']
export type Webhook = Schemas['WebhooksEndpoint']
export type WebhookWanted = Sent<'post', '/api/webhooks'>
export type TokenWanted = Sent<'post', '/api/machine-tokens'>

/** A kind of sheet: cases of a hotline, or organizations. */
export type SheetOf = 'hotline' | 'organization'

export const exchangeApi = {
  template: (kind: SheetOf) => `/api/sheet-kinds/${kind}/template`,
  problemsOf: (id: string) => `/api/sheet-imports/${encodeURIComponent(id)}/problems`,
  upload: (kind: SheetOf, file: File, onProgress: (share: number) => void): Upload<Sheet> =>
    http.upload<Sheet>(`/api/sheet-imports?kind=${kind}&name=${encodeURIComponent(file.name.slice(-120))}`, file, onProgress),
  sheets: (kind: SheetOf, signal: AbortSignal) => http.get('/api/sheet-imports', { query: { kind }, signal }),
  sheet: (id: string, signal?: AbortSignal) => http.get('/api/sheet-imports/{id}', { path: { id }, signal }),
  words: (id: string, column: string, heading: string) => http.get('/api/sheet-imports/{id}/words', { path: { id }, query: { column, heading } }),
  check: (id: string, mapping: Mapping, intention: Intention) => http.put('/api/sheet-imports/{id}/mapping', mapping, { path: { id }, intention }),
  apply: (id: string, intention: Intention) => http.post('/api/sheet-imports/{id}/application', undefined, { path: { id }, intention }),
  undo: (id: string, intention: Intention) => http.post('/api/sheet-imports/{id}/undoing', undefined, { path: { id }, intention }),
  results: (order: Sent<'post', '/api/hotline-results'>, intention: Intention) => http.post('/api/hotline-results', order, { intention }),
  roll: (order: Sent<'post', '/api/organization-exports'>, intention: Intention) => http.post('/api/organization-exports', order, { intention }),
  tokens: (signal: AbortSignal) => http.get('/api/machine-tokens', { signal }),
  issueToken: (wanted: TokenWanted, intention: Intention) => http.post('/api/machine-tokens', wanted, { intention }),
  revokeToken: (id: string, intention: Intention) => http.delete('/api/machine-tokens/{id}', { path: { id }, intention }),
  webhooks: (signal: AbortSignal) => http.get('/api/webhooks', { signal }),
  stoppedWebhooks: () => http.get('/api/webhooks/stopped'),
  deliveries: (id: string, signal: AbortSignal) => http.get('/api/webhooks/{id}/deliveries', { path: { id }, signal }),
  connectWebhook: (wanted: WebhookWanted, intention: Intention) => http.post('/api/webhooks', wanted, { intention }),
  pauseWebhook: (id: string, paused: boolean, intention: Intention) => http.put('/api/webhooks/{id}/pause', { paused }, { path: { id }, intention }),
  removeWebhook: (id: string, intention: Intention) => http.delete('/api/webhooks/{id}', { path: { id }, intention }),
  sendAgain: (id: string, delivery: string, intention: Intention) => http.post('/api/webhooks/{id}/deliveries/{delivery}/again', undefined, { path: { id, delivery }, intention }),
}
