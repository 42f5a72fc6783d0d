import { defineTexts } from '@/kernel/i18n'
import { en } from './en'
import { zhCN } from './zh-CN'

export const t = defineTexts('exchange', zhCN, en)

/** What is said otherwise of a sheet of organizations than of one of cases. */
type Otherwise =
  | 'upload.title' | 'upload.words' | 'list.caption' | 'list.emptyDetail' | 'mapping.meaningsWords' | 'mapping.moreWords'
  | 'checked.changed' | 'checked.changedHint' | 'checked.apply' | 'checked.broken' | 'applied.sentence' | 'applied.look' | 'applied.undoWords' | 'undone.sentence' | 'undone.kept' | 'gone'

export function of(kind: string, key: Otherwise, named: Record<string, string | number> = {}): string {
  return kind === 'organization' ? t(`roll.${key}`, named) : t(key, named)
}
