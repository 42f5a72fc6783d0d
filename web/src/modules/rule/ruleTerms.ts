import type { RuleRow, RuleTerms } from './api'
import { newQuestion } from './questions'

export const BOOKS = ['clock', 'kind', 'question', 'route', 'reason', 'likeness', 'formula', 'retention', 'organization'] as const
export type Book = (typeof BOOKS)[number]

/** The tabs of the page: the books, and the one calendar of the house. */
export const TABS = [...BOOKS, 'holiday'] as const
export type Tab = (typeof TABS)[number]

export function tabOf(asked: unknown): Tab {
  return TABS.find((tab) => tab === asked) ?? 'clock'
}

export function bookOf(asked: unknown): Book {
  return BOOKS.find((book) => book === asked) ?? 'clock'
}

export const CLASSES = ['urgent', 'utility', 'ordinary', 'hard', '*'] as const
/** Classes a kind can have. */
export const KIND_CLASSES = ['urgent', 'utility', 'ordinary', 'hard'] as const
export const REASON_VERBS = ['decline', 'return', 'pass_up', 'suspend', 'extend', 'urge'] as const
export const UNITS = ['hour', 'day', 'working_day'] as const

/** Where a form begins: with what holds now, or with nothing said. */
export function termsOf(book: Book, row: RuleRow | undefined): RuleTerms {
  const said = row?.holding?.terms ?? row?.coming[0]?.terms
  if (said !== undefined) return JSON.parse(JSON.stringify(said)) as RuleTerms
  if (book === 'formula') return { formula: { basicallyWeight: 0.9, responseWeight: 0.1, solutionWeight: 0.5, satisfactionWeight: 0.4 } }
  if (book === 'route') return { route: {} }
  if (book === 'likeness') return { likeness: { radiusMetres: 300, days: 30, least: 3 } }
  if (book === 'question') return { questions: { asked: [newQuestion()] } }
  if (book === 'kind') return { kind: { name: '', class: 'ordinary', position: 50, isPublic: false, isActive: true } }
  if (book === 'reason') return { reason: { verb: 'decline', name: '', needsWords: false, position: 50, isActive: true } }
  if (book === 'retention') return { retention: { months: 36, removesPhotos: true } }
  if (book === 'organization') return { limit: { amount: 1 } }
  return { clock: { amount: 1, unit: 'working_day', warnPercent: 25 } }
}

/** Weights as people write them: 0.1 + 0.2 is 0.3. */
export function sumOf(...weights: (number | undefined | '')[]): number {
  return Math.round(weights.reduce<number>((sum, weight) => sum + (typeof weight === 'number' ? weight : 0), 0) * 10_000) / 10_000
}

/** The steps a clock can be set for, from what is said already: demand.settle.utility → demand.settle. */
export function stepsOf(rows: readonly RuleRow[]): { key: string; name: string }[] {
  const steps = new Map<string, string>()
  for (const row of rows) {
    const step = row.key.split('.').slice(0, 2).join('.')
    const name = row.name.split(/[，,]/)[0] ?? row.name
    if (!steps.has(step)) steps.set(step, name)
  }
  return [...steps].map(([key, name]) => ({ key, name }))
}
