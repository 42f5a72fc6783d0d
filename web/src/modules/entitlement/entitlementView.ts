import { fullMoment } from '@/kernel/dates'
import type { One, Stored } from './api'
import { t } from './texts'

/** A line of what is stored. */
export interface Fact {
  name: string
  value: string
}

/** What is stored of a reporter, line by line; what is not kept is said too. */
export function factsOf(stored: Stored): Fact[] {
  const point = stored.lng == null || stored.lat == null ? '' : `${stored.lng}, ${stored.lat}`
  return [
    { name: t('stored.number'), value: stored.number },
    { name: t('stored.raised'), value: fullMoment(stored.raisedAt) },
    { name: t('stored.kind'), value: stored.kind },
    { name: t('stored.where'), value: `${stored.where} ${stored.place}`.trim() },
    { name: t('stored.point'), value: point },
    { name: t('stored.heading'), value: stored.title },
    { name: t('stored.words'), value: stored.words },
    ...stored.answers.map((each) => ({ name: each.question, value: each.answer })),
    { name: t('stored.name'), value: stored.name ?? '' },
    { name: t('stored.phone'), value: stored.phone ?? '' },
    { name: t('stored.files'), value: stored.files.join('、') },
  ].map((fact) => ({ ...fact, value: fact.value === '' ? t('stored.none') : fact.value }))
}

/** What a form of a correction would send: only what was written. */
export function correctionOf(form: Readonly<Record<'title' | 'words' | 'name' | 'phone', string>>): Partial<Record<'title' | 'words' | 'name' | 'phone', string>> {
  return Object.fromEntries(Object.entries(form).flatMap(([field, value]) => (value.trim() === '' ? [] : [[field, value.trim()]])))
}

const PURPOSES = ['appointment', 'verification', 'call_back', 'other'] as const
export const purposeOf = (code: string) => t(`purpose.${PURPOSES.find((each) => each === code) ?? 'other'}`)

export const lampOf = (one: Pick<One, 'dueAt' | 'warnAt' | 'answeredAt'>) => (one.answeredAt != null ? { tone: 'done' as const, words: t('one.answered') } : { dueAt: one.dueAt, warnAt: one.warnAt })
