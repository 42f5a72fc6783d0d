import { http, type Intention } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'

export type Redacted = Schemas['RedactionPage']
export type Item = Schemas['RedactionItem']
export type Area = Schemas['RedactionAreaRequest']
export type Opened = Schemas['RedactionOpened']

/** Why something is covered, and what an original is opened for; as the server lists them. */
export const REASONS = ['privacy', 'number', 'minor', 'unproven', 'abuse', 'secret', 'other'] as const
export const PURPOSES = ['verification', 'legal', 'restore', 'other'] as const

/** Words and pictures are called by different names. */
export const sortOf = (item: Item) => (item.file == null ? 'words' : 'photo')

/** A picture of the case that can be covered. */
export interface Photo {
  id: string
  name: string
  isImage: boolean
}

export const redactionApi = {
  ofCase: (id: string, signal: AbortSignal) => http.get('/api/demands/{id}/redactions', { path: { id }, signal }),
  coverWords: (id: string, body: Schemas['RedactionWordsRequest'], version: number, intention: Intention) => http.post('/api/demands/{id}/redactions/words', body, { path: { id }, version, intention }),
  coverPhoto: (id: string, body: Schemas['RedactionPhotoRequest'], version: number, intention: Intention) => http.post('/api/demands/{id}/redactions/photos', body, { path: { id }, version, intention }),
  look: (id: string, purpose: string, words: string) => http.post('/api/redactions/{id}/look', { purpose, ...(words === '' ? {} : { words }) }, { path: { id } }),
  restore: (id: string, note: string, version: number, intention: Intention) => http.post('/api/redactions/{id}/restoration', { note }, { path: { id }, version, intention }),
}

export const fileAddress = (id: string) => `/api/files/${encodeURIComponent(id)}`
