import { currentLanguage } from '@/kernel/i18n'

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 2026-11 as people say it: 11月; with the year when it is not this one. */
export function monthInWords(month: string, now: Date = new Date()): string {
  const [year = '', number = ''] = month.split('-')
  const isThisYear = Number(year) === now.getFullYear()
  if (currentLanguage() === 'en') {
    const name = NAMES[Number(number) - 1] ?? month
    return isThisYear ? name : `${name} ${year}`
  }
  return isThisYear ? `${String(Number(number))}月` : `${year}年${String(Number(number))}月`
}
