import { newKey, type Intention } from '@/app/http/http'
import { errorFor, kindOf, type Problem } from '@/app/http/problem'
import { given, type Answers } from '@/kernel/asked'
import type { LngLat } from '@/kernel/mapGeometry'
import type { Report } from './api'
import type { Place } from './place'
import { t } from './texts'

export const MOST_WORDS = 2000
export const MOST_PLACE = 120
export const MOST_FILES = 3
export const MOST_MORE_WORDS = 500

export interface ReportDraft {
  place: Place | null
  /** Marked on the map; drafts of earlier days have none. */
  pin?: LngLat | null
  spot: string
  /** '' is 说不清; null not answered, which is the same to the server. */
  kind: string | null
  words: string
  anonymous: boolean
  files: string[]
  /** To what is asked besides; drafts of earlier days have none. */
  answers?: Answers
}

export interface Contact {
  name: string
  phone: string
}

export type ReportField = 'place' | 'spot' | 'kind' | 'answers' | 'words' | 'photos' | 'phone' | 'name'
export type Faults = Partial<Record<ReportField, string>>

/** Characters as people count them: an emoji or a rare character outside the basic plane is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

export function faultsOf(draft: ReportDraft): Faults {
  const faults: Faults = {}
  const words = lengthOf(draft.words.trim())
  const spot = lengthOf(draft.spot.trim())
  if (draft.place === null) faults.place = t('report.needPlace')
  if (spot > MOST_PLACE) faults.spot = t('report.spotTooLong', { max: MOST_PLACE, count: spot })
  if (words === 0) faults.words = t('report.needWords')
  if (words > MOST_WORDS) faults.words = t('report.tooLong', { max: MOST_WORDS, count: words })
  return faults
}

const FIELDS: readonly [string, ReportField][] = [
  ['regionCode', 'place'], ['region', 'place'], ['place', 'spot'], ['lng', 'spot'], ['kind', 'kind'], ['words', 'words'], ['fileIds', 'photos'], ['phone', 'phone'], ['name', 'name'],
]

/** The server's words for the fields of the form. */
export function faultsIn(problem: Problem): Faults {
  const asked = [...problem.errors, { field: problem.field ?? '', detail: problem.detail }].find((each) => each.field.startsWith('answers.'))
  return FIELDS.reduce<Faults>((faults, [sent, shown]) => {
    const said = errorFor(problem, sent)
    return said === undefined ? faults : { ...faults, [shown]: said }
  }, asked === undefined ? {} : { answers: asked.detail })
}

export function bodyOf(draft: ReportDraft, contact: Contact): Report {
  const or = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    regionCode: draft.place?.code ?? '',
    kind: draft.kind === '' ? null : draft.kind,
    words: draft.words.trim(),
    place: or(draft.spot),
    ...(draft.pin == null ? {} : { lng: draft.pin.lng, lat: draft.pin.lat }),
    anonymous: draft.anonymous,
    name: draft.anonymous ? null : or(contact.name),
    phone: draft.anonymous ? null : or(contact.phone),
    fileIds: draft.files,
    answers: given(draft.answers) ?? null,
  }
}

/** A short mark of a text, only to tell whether it has changed. */
function markOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36)
}

const STORED = 'gz.report.key'

/**
 * The key of one submission, the same as long as the content is: pressed twice, sent again after an outage or a reload, it is still one report with one code.
 * Changed words are another report, because the server would not take them for the first.
 */
export function intentionFor(body: Report, store: Storage): Intention {
  const mark = markOf(JSON.stringify(body))
  try {
    const kept = JSON.parse(store.getItem(STORED) ?? 'null') as { mark?: string; key?: string } | null
    if (kept?.mark === mark && typeof kept.key === 'string') return { key: kept.key }
    const key = newKey()
    store.setItem(STORED, JSON.stringify({ mark, key }))
    return { key }
  } catch {
    return fallback(mark)
  }
}

let inMemory: { mark: string; key: string } | undefined
function fallback(mark: string): Intention {
  if (inMemory?.mark !== mark) inMemory = { mark, key: newKey() }
  return { key: inMemory.key }
}

/** After the server has answered with success. */
export function forgetIntention(store: Storage): void {
  inMemory = undefined
  try {
    store.removeItem(STORED)
  } catch {
    // nothing was kept
  }
}

/** What to say of a submission that did not go through for no fault of its own; undefined when fields say it. */
export function outageWords(problem: Problem): string | undefined {
  if (kindOf(problem) !== 'outage') return undefined
  return problem.status === 0 ? t('report.offline') : problem.detail !== '' ? problem.detail : t('report.recovering')
}
