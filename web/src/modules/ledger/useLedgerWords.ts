import { useActing } from '@/app/useActing'
import { useLoad } from '@/kernel/useLoad'
import { computed } from 'vue'
import { ledgerApi, type Kind } from './api'
import { AGES, CHANNELS, CONDITIONS, happenedOf, JUDGED, listOf, STATUSES, type LedgerFilter } from './ledgerFilter'
import { t } from './texts'

function knownIn<K extends string>(known: readonly K[], code: string): K | undefined {
  return known.find((each) => each === code)
}

export function channelName(code: string): string {
  const known = knownIn(CHANNELS, code)
  return known === undefined ? code : t(`channel.${known}`)
}

export function statusName(code: string): string {
  const known = knownIn(STATUSES, code)
  return known === undefined ? code : t(`status.${known}`)
}

const STEPS = ['accept', 'assign', 'handle', 'supervise', 'verify', 'suspended', 'close', 'declined', 'merged'] as const
export function stepName(code: string): string {
  const known = knownIn(STEPS, code)
  return known === undefined ? code : t(`step.${known}`)
}

export function daysText(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return from === to ? from : t('chip.days', { from, to })
  return from !== undefined ? t('chip.since', { from }) : t('chip.until', { to: to ?? '' })
}

/** Kinds that a list of codes means; one below another that is also chosen goes without saying. */
export function kindNames(codes: readonly string[], kinds: readonly Kind[]): string {
  const names = codes.flatMap((code) => {
    const kind = kinds.find((each) => each.code === code)
    if (kind === undefined) return [code]
    return kind.parent != null && codes.includes(kind.parent) ? [] : [kind.name]
  })
  return names.join('、')
}

export interface Named {
  region?: string | undefined
  kinds: readonly Kind[]
}

/** What is chosen, in words. */
export function chipsOf(filter: LedgerFilter, named: Named): { key: string; words: string }[] {
  const days = (from: 'raisedFrom' | 'closedFrom' | 'passedUpFrom' | 'judgedFrom', to: 'raisedTo' | 'closedTo' | 'passedUpTo' | 'judgedTo') => daysText(filter[from], filter[to])
  const judged = knownIn(JUDGED, filter.judged ?? '')
  const judgedName = judged === undefined ? (filter.judged ?? '') : t(`judged.${judged}`)
  const age = knownIn(AGES, filter.age ?? '')
  const words: Record<string, () => string> = {
    q: () => t('chip.q', { words: filter.q ?? '' }),
    region: () => t('chip.region', { name: named.region ?? filter.community ?? filter.region ?? '' }),
    kind: () => t('chip.kind', { names: kindNames(listOf(filter.kind), named.kinds) }),
    channel: () => t('chip.channel', { names: listOf(filter.channel).map(channelName).join('、') }),
    status: () => t('chip.status', { names: listOf(filter.status).map(statusName).join('、') }),
    department: () => t('chip.department'),
    late: () => t(filter.late === 'true' ? 'chip.late' : 'chip.notLate'),
    age: () => t('chip.age', { name: age === undefined ? (filter.age ?? '') : t(`age.${age}`) }),
    raised: () => t('chip.raised', { days: daysText(filter.from ?? filter.raisedFrom, filter.to ?? filter.raisedTo) }),
    closed: () => t('chip.closed', { days: days('closedFrom', 'closedTo') }),
    passedUp: () => (filter.passedUpFrom === undefined && filter.passedUpTo === undefined ? t('chip.passedUpEver') : t('chip.passedUp', { days: days('passedUpFrom', 'passedUpTo') })),
    judged: () =>
      filter.judgedFrom === undefined && filter.judgedTo === undefined ? t('chip.judged', { name: judgedName }) : t('chip.judgedIn', { name: judgedName, days: days('judgedFrom', 'judgedTo') }),
  }
  return CONDITIONS.filter((each) => each.names.some((name) => filter[name] !== undefined)).map((each) => ({ key: each.key, words: words[each.key]?.() ?? each.key }))
}

/** Names of what the filter holds as codes, read once each. */
export function useLedgerWords(filter: () => LedgerFilter) {
  const acting = useActing()
  const kindsRead = useLoad((signal) => ledgerApi.kinds(acting.regionCode.value, signal))
  const kinds = computed(() => kindsRead.value.value?.items ?? [])
  const asked = computed(() => filter().community ?? filter().region)
  const regionRead = useLoad(
    async (signal) => (asked.value === undefined ? undefined : await ledgerApi.region(asked.value, signal)),
    () => asked.value,
  )
  const region = computed(() => (asked.value === undefined ? null : (regionRead.value.value ?? null)))
  /** An old link may name a place that has been merged or moved since. */
  const regionName = computed(() => {
    const now = region.value
    return now?.closedOn == null ? now?.name : t('chip.became', { name: now.name, now: now.successors.map((each) => each.name).join('、') })
  })
  const chips = computed(() => chipsOf(filter(), { region: regionName.value, kinds: kinds.value }))
  const order = computed(() => {
    const now = filter()
    if (happenedOf(now) !== undefined) return t('order.happened')
    const isOpenWork = now.view !== undefined && ['open', 'late', 'unsolved', 'suspended'].includes(now.view)
    return t(isOpenWork && now.sort !== 'raised' ? 'order.due' : 'order.raised')
  })
  return { kinds, region, chips, order }
}
