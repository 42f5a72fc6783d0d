import type { Summary, Todo, TodoGroup } from './api'
import { t } from './texts'

const steps = ['accept', 'assign', 'take_up', 'handle', 'receive', 'verify', 'close', 'call_back', 'supervise', 'answer_supervision', 'decide_extension', 'rework', 'settle', 'arrive', 'finish', 'rule_on_refusal', 'grade', 'answer_suggestion', 'read_answer', 'renew_term', 'answer_entitlement'] as const
const subjects = ['demand', 'callout', 'suggestion', 'organization', 'entitlement', 'deliberation', 'project', 'task', 'member', 'resource', 'activity', 'visit'] as const

const stepKey = (todo: Pick<Todo, 'step' | 'pausedAt'>) => (todo.pausedAt != null ? 'paused' : (steps.find((step) => step === todo.step) ?? 'other'))
const subjectName = (kind: string) => t(`subject.${subjects.find((subject) => subject === kind) ?? 'other'}`)

/** 诉求 · 核查 */
export function whatStands(todo: Pick<Todo, 'subjectKind' | 'step' | 'pausedAt'>): string {
  return t('mixed', { subject: subjectName(todo.subjectKind), step: t(`step.${stepKey(todo)}`) })
}

export function verbOf(todo: Pick<Todo, 'step' | 'pausedAt'>): string {
  return t(`verb.${stepKey(todo)}`)
}

/** The sentence a day begins with. */
export function headline({ all, late, today }: Summary): string {
  if (late > 0 && today > 0) return t('headline.both', { late, today })
  if (late > 0) return t('headline.late', { late })
  if (today > 0) return t('headline.today', { today })
  return all > 0 ? t('headline.someLater', { all }) : t('headline.nothing')
}

const clockGroups = ['late', 'today', 'three_days', 'later', 'paused'] as const

export function groupName(group: TodoGroup): string {
  const clock = clockGroups.find((key) => key === group.key)
  if (clock !== undefined) return t(`group.${clock}`)
  if (group.name != null && group.name !== '') return group.name
  const [subjectKind = '', step = ''] = group.key.split('.')
  return step === '' ? group.key : whatStands({ subjectKind, step })
}

/** Adds a further page to what is shown: groups keep their place, rows that came twice stand once. */
export function joined(shown: readonly TodoGroup[], further: readonly TodoGroup[]): TodoGroup[] {
  const known = new Set(shown.flatMap((group) => group.items.map((item) => item.id)))
  const byKey = new Map(further.map((group) => [group.key, group]))
  const grown = shown.map((group) => {
    const more = byKey.get(group.key)
    byKey.delete(group.key)
    return more === undefined ? group : { ...more, items: [...group.items, ...more.items.filter((item) => !known.has(item.id))] }
  })
  return [...grown, ...byKey.values()]
}
