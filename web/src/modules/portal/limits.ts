import { currentLanguage } from '@/kernel/i18n'
import { t } from './texts'

const UNITS = { 小时: 'hours', 天: 'days', 个工作日: 'workingDays' } as const

/** The server words a time limit in Chinese (水电气热类 24 小时); readers of English get its amount and unit. */
export function limitInWords(words: string): string {
  if (currentLanguage() !== 'en') return words
  const found = /(\d+) ?(小时|天|个工作日)/.exec(words)
  return found === null ? words : t(`limit.${UNITS[found[2] as keyof typeof UNITS]}`, { count: Number(found[1]) })
}
