import { http } from '@/app/http/http'
import type { Page } from '@/kernel/useKeysetList'

export type Grouping = 'clock' | 'kind' | 'place'

export interface Todo {
  id: string
  subjectKind: string
  subjectId: string
  step: string
  title: string
  note: string
  placeText: string
  dueAt: string
  warnAt: string
  pausedAt?: string | null
  reviewOn?: string | null
  /** Whom it was handed to. */
  responsible?: string | null
  route: string
}

export interface TodoGroup {
  /** late, today, …; `demand.handle`; or a region code. */
  key: string
  name?: string | null
  count: number
  items: Todo[]
}

export interface Summary {
  all: number
  late: number
  today: number
}

export interface Waiting {
  asOf: string
  summary: Summary
  groups: TodoGroup[]
  next?: string | null
}

/** One thing others did with a demand one has a part in. */
export interface Change {
  id: string
  at: string
  demandId: string
  title: string
  verbName: string
  actor: string
  toName?: string | null
  words: string
}

export const workbenchApi = {
  waiting: (group: Grouping, after: string | undefined, signal: AbortSignal) => http.get<Waiting>('/api/todos', { query: { group, after, limit: 50 }, signal }),
  count: (signal?: AbortSignal) => http.get<Summary>('/api/todos/count', signal === undefined ? {} : { signal }),
  handedOut: (after: string | undefined, limit: number, signal: AbortSignal) => http.get<Page<Todo>>('/api/todos/handed-out', { query: { after, limit }, signal }),
  changes: (since: string, signal: AbortSignal) => http.get<{ items: Change[] }>('/api/demand-changes', { query: { since }, signal }),
}
