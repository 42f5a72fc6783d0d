import type { Router } from 'vue-router'
import { kinds, type Row } from './api'
import { t } from './texts'

export const kindName = (code: string) => t(`kind.${kinds.find((kind) => kind === code) ?? 'problem'}`)
export const answererName = (row: Pick<Row, 'to'>) => row.to ?? t('administrators')
export const lampOf = (row: Pick<Row, 'dueAt' | 'warnAt' | 'status'>) =>
  row.status === 'answered' ? { tone: 'done' as const, words: t('list.view.answered') } : { dueAt: row.dueAt, warnAt: row.warnAt }

/** A page as people know it: its title where it has one, else its address without what stood in it. */
export function pageName(pattern: string, router: Router): string {
  if (pattern.startsWith('/portal')) return t('resident', { path: pattern })
  const title = router.getRoutes().find((route) => route.path === pattern)?.meta.title?.()
  return title ?? t('pageUnknown', { path: pattern })
}
