import { clock, day, isSameDay, span, type Time } from './dates'
import type { IconName } from './icons'
import { t } from './texts'

/** late solid, soon tint, ok outline, hold grey, done blue: weight falls with urgency. */
export type LampTone = 'late' | 'soon' | 'ok' | 'hold' | 'done'

export interface Lamp {
  tone: LampTone
  icon: IconName
  words: string
}

export interface LampTimes {
  dueAt?: Time | null | undefined
  /** From here on the lamp is amber. */
  warnAt?: Time | null | undefined
  /** The clock stands still; with a day of review when one is set. */
  paused?: boolean | undefined
  pausedUntil?: Time | null | undefined
  done?: boolean | undefined
}

export const lampIcons: Record<LampTone, IconName> = { late: 'warning', soon: 'triangle', ok: 'clock', hold: 'pause', done: 'check' }

const HOUR_MS = 3_600_000

/** 剩 2 小时 within six hours; 今天 17:30 later the same day; 剩 9 小时 over midnight; else 剩 3 天. */
function left(due: number, now: number): string {
  const rest = due - now
  if (rest < 6 * HOUR_MS) return t('lamp.left', { span: span(rest) })
  if (isSameDay(due, now)) return t('lamp.today', { time: clock(due) })
  if (rest < 12 * HOUR_MS) return t('lamp.left', { span: span(rest) })
  return t('lamp.left', { span: span(Math.max(rest, 24 * HOUR_MS)) })
}

function tone(tone: LampTone, words: string): Lamp {
  return { tone, icon: lampIcons[tone], words }
}

/** What the lamp says at `now`. */
export function lampAt(times: LampTimes, now: number): Lamp {
  if (times.done === true) return tone('done', t('lamp.done'))
  if (times.pausedUntil != null) return tone('hold', t('lamp.review', { day: day(times.pausedUntil, now) }))
  if (times.paused === true) return tone('hold', t('lamp.paused'))
  if (times.dueAt == null) return tone('hold', t('lamp.none'))
  const due = new Date(times.dueAt).getTime()
  // On the very instant it is still in time, as the server counts.
  if (now > due) return tone('late', t('lamp.late', { span: span(now - due) }))
  const warn = times.warnAt == null ? due : new Date(times.warnAt).getTime()
  return tone(now >= warn ? 'soon' : 'ok', left(due, now))
}
