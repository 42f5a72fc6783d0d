import { clock, isSameDay, moment, recent, short } from '@/kernel/dates'
import type { Step } from '@/kernel/StepBar.vue'
import type { TrailItem } from '@/kernel/TrailPanel.vue'
import type { CaseEntry, CaseFacts, DemandCase } from './api'
import { t } from './texts'

/** What the server calls by a code, in words; an unknown code stays as it is rather than vanish. */
export function word(group: 'channel' | 'channelRecord' | 'channelMark' | 'status' | 'purpose' | 'case.trailKind', code: string): string {
  const key = `${group}.${code}`
  const said = t(key as 'channel.phone')
  return said.endsWith(key) ? code : said
}

/** 07:20 today, 11-24 07:20 on another day. */
export function near(at: string, now: number): string {
  return isSameDay(at, now) ? clock(at) : short(at, now)
}

/** 周敏 of 周敏（永安里社区）: a station of the bar has room for the name only. */
const bare = (who: string | undefined) => who?.replace(/（[^（）]*）$/, '')

export function stepsOf(source: DemandCase, now: number): Step[] {
  return source.steps.map((station) => {
    const who =
      station.who ??
      (station.state !== 'todo' ? undefined : station.key === 'supervise' ? t('stationSay.whenNeeded') : station.key === 'verify' ? source.demand.nodeName : station.key === 'close' ? t('stationSay.afterCallBack') : undefined)
    return {
      key: station.key,
      name: t(`station.${station.key}` as 'station.accept'),
      state: station.state,
      who: station.key === 'assign' && station.state === 'done' && station.who != null ? t('stationSay.to', { name: station.who }) : station.state === 'done' ? bare(who) : who,
      when: station.at == null ? undefined : station.state === 'now' ? t('stationSay.before', { time: near(source.demand.clock.internalDueAt ?? station.at, now) }) : near(station.at, now),
    }
  })
}

/** It never came to handling, or goes on elsewhere: no clock ran out and nothing was done. */
const isApart = (facts: CaseFacts) => facts.status === 'declined' || facts.status === 'merged'

/** The state in words; empty where the lamp says it already. */
export const statusOf = (facts: CaseFacts) => (isApart(facts) ? '' : word('status', facts.status))

/** Times of the lamp: done once it is closed, grey while it is suspended. */
export function lampOf(facts: CaseFacts) {
  if (isApart(facts)) return { tone: 'hold' as const, words: word('status', facts.status) }
  return {
    dueAt: facts.clock.dueAt,
    warnAt: facts.clock.warnAt,
    paused: facts.clock.pausedAt != null,
    pausedUntil: facts.clock.pausedAt == null ? null : facts.clock.reviewOn,
    done: ['closed', 'settled'].includes(facts.status),
  }
}

export interface HistoryEntry {
  id: string
  when: string
  title: string
  who: string
  words: string
  note: string
  files: CaseEntry['files']
}

const HEADLINE = 24
const spoken = ['note_progress', 'add_words', 'ask_verification']
/** Where a colleague chose the words for the resident; elsewhere they follow from the deed. */
const told = ['note_progress', 'ask_verification', 'close', 'decline', 'suspend']

/** What came of a decision or a check, as the resident was told it; its author's own words may say something else. */
function resultOf(entry: CaseEntry): string {
  if (entry.verb === 'decide_extension') return entry.publicWords || t('case.extensionRefused')
  return entry.verb === 'verify' || entry.verb === 'call_back' ? (entry.publicWords ?? '') : ''
}

/** To whom it was given, or into what it went. */
const toOf = ({ toName, verb }: CaseEntry) => (toName == null || toName === '' ? '' : t(verb === 'merge' ? 'stationSay.into' : 'stationSay.to', { name: toName }))

const wordsOf = (entry: CaseEntry) => [resultOf(entry), entry.words].filter((part) => part !== '').join('\n')

/** On paper: to whom, why, in which words, and with which result. */
export function contentOf(entry: CaseEntry): string {
  const result = told.includes(entry.verb) && entry.words === '' ? (entry.publicWords ?? '') : wordsOf(entry)
  return [toOf(entry), entry.reason ?? '', result].filter((part) => part !== '').join(t('semicolon'))
}

/** A short first sentence of a report is its headline; the rest stays below. */
export function headline(words: string): [string, string] | undefined {
  const found = /^([^。！？\n]+)[。！？\n]\s*([\s\S]+)$/.exec(words.trim())
  return found?.[1] !== undefined && found[2] !== undefined && found[1].length <= HEADLINE ? [found[1], found[2]] : undefined
}

export function historyOf(source: DemandCase, onlyProgress: boolean, now: number): HistoryEntry[] {
  return source.history
    .filter((entry) => !onlyProgress || spoken.includes(entry.verb))
    .map((entry) => {
      const parts = entry.verb === 'note_progress' ? headline(entry.words) : undefined
      const to = toOf(entry)
      const reason = entry.reason == null || entry.reason === '' ? '' : t('case.reason', { reason: entry.reason })
      return {
        id: entry.id,
        when: near(entry.at, now),
        title: parts?.[0] ?? entry.verbName,
        who: entry.actor,
        words: [to, reason, parts?.[1] ?? wordsOf(entry)].filter((part) => part !== '').join('\n'),
        note: entry.publicWords == null || entry.publicWords === '' || !told.includes(entry.verb) ? '' : t('case.toResident', { words: entry.publicWords }),
        files: entry.files,
      }
    })
}

/** Origin above, this, what came of it below, dashed where there is nothing yet. */
export function trailOf(source: DemandCase, now: number): TrailItem[] {
  const facts = source.demand
  const link = (each: DemandCase['trail'][number]): TrailItem => ({
    kind: word('case.trailKind', each.kind),
    title: each.title ?? '',
    meta: [t(`case.relation.${each.relation}` as 'case.relation.similar'), each.at == null ? '' : moment(each.at, now)].filter((part) => part !== '').join(' '),
    to: each.link ?? undefined,
    place: each.place,
  })
  return [
    {
      kind: word('channelMark', facts.channel),
      title: `${moment(facts.raisedAt, now)} ${word('channelRecord', facts.channel)}`,
      meta: facts.registeredBy == null || facts.registeredBy === '' ? undefined : t('case.recordedBy', { who: facts.registeredBy }),
      place: 'above',
    },
    ...source.trail.filter((each) => each.place === 'above').map(link),
    { kind: t('case.trailKind.demand'), title: facts.title, place: 'this' },
    ...source.trail.filter((each) => each.place === 'below').map(link),
    ...(source.trail.some((each) => each.kind === 'deliberation') ? [] : [{ kind: t('case.deliberation'), place: 'none' as const }]),
    ...(source.trail.some((each) => each.kind === 'project') ? [] : [{ kind: t('case.project'), place: 'none' as const }]),
  ]
}

/** From the district down; the nation and the city say nothing here. */
export function pathOf(source: DemandCase) {
  return source.path.filter((node) => node.level >= 3).map((node) => ({ name: node.name, to: { path: '/demands', query: { region: node.code } } }))
}

export function clockLine(facts: CaseFacts, now: number): string {
  const step = facts.clock.internalDueAt
  return `${t('case.clockLine', { rule: facts.clock.inWords, due: moment(facts.clock.dueAt, now) })}${step == null ? '' : t('case.internalDue', { due: recent(step, now) })}`
}

export function judgement(record: DemandCase['callBacks'][number]): string {
  if (!record.isValid) return t('case.notReached')
  return t('case.judged', {
    contacted: record.isContacted === true ? t('case.wasContacted') : t('case.wasNotContacted'),
    solved: record.isSolved === true ? t('field.solvedYes') : t('field.solvedNo'),
    satisfaction: record.satisfaction == null ? '' : t(`field.${record.satisfaction}` as 'field.satisfied'),
  })
}

/** All that the page shows of what people wrote on it. */
export const textsOf = (source: DemandCase): string[] => [source.demand.title, source.demand.words, source.demand.place, source.demand.reasonWords ?? '', ...source.history.flatMap((entry) => [entry.words, entry.publicWords ?? '']), ...source.callBacks.map((record) => record.words)]

/** Every file of it, whenever it came. */
export const photosOf = (source: DemandCase) => [...source.files, ...source.history.flatMap((entry) => entry.files)]
