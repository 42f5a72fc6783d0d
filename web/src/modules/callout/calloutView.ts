import { moment } from '@/kernel/dates'
import type { Called } from './api'
import { isVerb, type Verb } from './api'
import { t } from './texts'

const statuses = ['called', 'refused', 'arrived', 'finished', 'released', 'withdrawn'] as const
const grades = ['in_place', 'mostly', 'not_in_place'] as const

export const statusName = (code: string) => t(`status.${statuses.find((each) => each === code) ?? 'called'}`)
export const gradeName = (code: string) => t(`grade.${grades.find((each) => each === code) ?? 'mostly'}`)
export const roleName = (lead: boolean) => t(lead ? 'lead' : 'joint')

/** The lamp of a call: its clock while it runs, what became of it when it does not. */
export function lampOf(called: Pick<Called, 'status' | 'dueAt' | 'warnAt' | 'pausedAt' | 'endedAt'>) {
  if (called.status === 'refused' || called.status === 'released' || called.status === 'withdrawn') return { tone: 'hold' as const, words: statusName(called.status) }
  return { dueAt: called.dueAt, warnAt: called.warnAt, paused: called.pausedAt != null, done: called.endedAt != null }
}

/** How it stands, in one line. */
export function standingOf(called: Called): string {
  const parts = [statusName(called.status)]
  if (called.arrivedAt != null) parts.push(t(called.inTime === false ? 'arrivedLate' : 'arrivedAt', { at: moment(called.arrivedAt) }))
  if (called.refused?.held === true) parts.push(t('held'))
  if (called.status === 'called') parts.push(t('arriveBy', { at: moment(called.arriveDueAt) }))
  if (called.status === 'called' || called.status === 'arrived') parts.push(t('finishBy', { at: moment(called.finishDueAt) }))
  return parts.join(' · ')
}

/** The first to be done comes first; what only adds comes last. */
const order: readonly Verb[] = ['arrive', 'finish', 'rule', 'grade', 'answer', 'refuse', 'note', 'supervise', 'withdraw']

export function allowedVerbs(called: Called): Verb[] {
  const allowed = called.may.flatMap((each) => (each.allowed && isVerb(each.verb) ? [each.verb] : []))
  return allowed.sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

/** The same reason said once for all verbs it keeps from being done. */
export function blockedVerbs(called: Called): { key: string; name: string; why: string; who: string | undefined }[] {
  const byReason = new Map<string, { names: string[]; why: string; who: string | undefined }>()
  for (const each of called.may) {
    if (each.allowed || !isVerb(each.verb) || each.why == null) continue
    const known = byReason.get(each.why) ?? { names: [], why: each.why, who: each.who == null ? undefined : t('whoCan', { who: each.who }) }
    known.names.push(t(`verb.${each.verb}`))
    byReason.set(each.why, known)
  }
  return Array.from(byReason.values(), ({ names, why, who }) => ({ key: why, name: names.join('、'), why, who }))
}
