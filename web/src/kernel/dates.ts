import { currentLanguage } from './i18n'
import { t } from './texts'

/** All times on screen are Beijing time, whatever the device says; China has no summer time. */
const ZONE_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export type Time = string | number | Date

interface Parts {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  /** Days since 1970, to compare calendar days. */
  dayNumber: number
}

/** A bare date (2026-11-24) is that day in Beijing, not midnight in London. */
function instant(time: Time): number {
  if (typeof time === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(time)) return Date.parse(`${time}T00:00:00+08:00`)
  return new Date(time).getTime()
}

export function partsOf(time: Time): Parts {
  const shifted = new Date(instant(time) + ZONE_OFFSET_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    dayNumber: Math.floor(shifted.getTime() / DAY_MS),
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** 07:10 */
export function clock(time: Time): string {
  const { hour, minute } = partsOf(time)
  return `${two(hour)}:${two(minute)}`
}

/** 11月24日; with the year when it is not the current one. */
export function day(time: Time, now: Time = Date.now()): string {
  const parts = partsOf(time)
  const month = currentLanguage() === 'en' ? (MONTHS[parts.month - 1] ?? '') : parts.month
  const key = parts.year === partsOf(now).year ? 'date.day' : 'date.dayOfYear'
  return t(key, { year: String(parts.year), month, day: parts.day })
}

/** 星期二 */
export function weekday(time: Time): string {
  const names = t('date.weekdays')
  const { weekday: index } = partsOf(time)
  const name = names.includes(' ') ? names.split(' ')[index] : names.charAt(index)
  return t('date.weekday', { name: name ?? '' })
}

/** 11月24日 星期二 */
export function dayAndWeekday(time: Time, now: Time = Date.now()): string {
  return t('date.dayAndWeekday', { day: day(time, now), weekday: weekday(time) })
}

/** 11月24日 07:10 */
export function moment(time: Time, now: Time = Date.now()): string {
  return `${day(time, now)} ${clock(time)}`
}

/** 2026年11月24日 07:10: on paper, which is read in other years. */
export function onPaper(time: Time): string {
  return moment(time, 0)
}

/** 11月24日 星期二 07:10 */
export function fullMoment(time: Time, now: Time = Date.now()): string {
  return `${dayAndWeekday(time, now)} ${clock(time)}`
}

/** 今天 07:10, 昨天 17:42, else 11月24日 07:10 */
export function recent(time: Time, now: Time = Date.now()): string {
  const away = partsOf(now).dayNumber - partsOf(time).dayNumber
  const near = away === 0 ? t('date.today') : away === 1 ? t('date.yesterday') : away === -1 ? t('date.tomorrow') : undefined
  return near === undefined ? moment(time, now) : `${near} ${clock(time)}`
}

/** 11-24 07:10, for narrow table columns; 2025-11-24 for another year. */
export function short(time: Time, now: Time = Date.now()): string {
  const parts = partsOf(time)
  const date = `${two(parts.month)}-${two(parts.day)}`
  return parts.year === partsOf(now).year ? `${date} ${clock(time)}` : `${String(parts.year)}-${date}`
}

/** 2026-11-24, the form the server takes. */
export function isoDay(time: Time): string {
  const parts = partsOf(time)
  return `${String(parts.year)}-${two(parts.month)}-${two(parts.day)}`
}

export function isSameDay(one: Time, other: Time): boolean {
  return partsOf(one).dayNumber === partsOf(other).dayNumber
}

/** 3 天, 2 小时, 15 分钟: the largest unit, rounded down, never 0. */
export function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000))
  if (minutes < 60) return t('duration.minutes', { count: minutes })
  if (minutes < 24 * 60) return t('duration.hours', { count: Math.floor(minutes / 60) })
  return t('duration.days', { count: Math.floor(minutes / (24 * 60)) })
}
