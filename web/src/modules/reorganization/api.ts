import { http, type Intention } from '@/app/http/http'
import type { Schemas, Sent } from '@/app/http/wire'

export type Reorganization = Schemas['ReorganizationView']
export type Line = Schemas['ReorganizationLine']
export type Item = Schemas['ReorganizationItem']
export type Asked = Sent<'post', '/api/reorganizations'>
export type Kind = Asked['kind']
export type Subject = Asked['subject']

export const reorganizationApi = {
  page: (after: string | undefined, signal: AbortSignal) => http.get('/api/reorganizations', { query: { after, limit: 20 }, signal }),
  one: (id: string, signal: AbortSignal) => http.get('/api/reorganizations/{id}', { path: { id }, signal }),
  items: (id: string, topic: string, after: string | undefined, signal: AbortSignal) => http.get('/api/reorganizations/{id}/lines/{topic}', { path: { id, topic }, query: { after, limit: 50 }, signal }),
  departments: (region: string, signal: AbortSignal) => http.get('/api/reorganizations/departments', { query: { region }, signal }),
  children: (code: string, signal: AbortSignal) => http.get('/public/regions/{code}/children', { path: { code }, signal }),
  plan: (asked: Asked, intention: Intention) => http.post('/api/reorganizations', asked, { intention }),
  apply: (id: string, intention: Intention) => http.post('/api/reorganizations/{id}/application', undefined, { path: { id }, intention }),
  undo: (id: string, intention: Intention) => http.post('/api/reorganizations/{id}/undoing', undefined, { path: { id }, intention }),
  drop: (id: string, intention: Intention) => http.delete('/api/reorganizations/{id}', { path: { id }, intention }),
}
