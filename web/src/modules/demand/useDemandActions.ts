import type { BlockedAction, RecordAction } from '@/kernel/ActionPanel.vue'
import { computed } from 'vue'
import type { DemandCase, PathNode } from './api'
import { t } from './texts'
import { isVerb, type Verb } from './verbForms'

/** How many buttons stand beside the first one before the rest goes under 更多. */
const SECONDARY = 4
/** How many reasons are shown at most before the rest is folded. */
const BLOCKED = 4

/** The order in which buttons stand: what moves the matter on, then who else can help, then what ends or changes it. */
const buttonOrder: readonly Verb[] = [
  'accept', 'receive_transfer', 'take_up', 'note_progress', 'assign', 'ask_verification', 'verify', 'close', 'call_back', 'resume', 'decide_extension',
  'return_transfer', 'pass_up', 'send_down', 'urge', 'supervise', 'ask_extension', 'return', 'decline', 'suspend', 'merge', 'unmerge', 'reopen',
]

/** Reasons people ask for at each station come first; the others are folded. */
const expected: Record<string, readonly Verb[]> = {
  raised: ['assign', 'return', 'decline', 'close'],
  accepted: ['return', 'decline', 'ask_verification', 'close'],
  assigned: ['return', 'note_progress', 'urge', 'close'],
  handling: ['return', 'verify', 'close', 'urge'],
  verifying: ['verify', 'close', 'call_back', 'return'],
  suspended: ['note_progress', 'assign', 'close'],
  closed: ['call_back', 'reopen', 'note_progress'],
  settled: ['reopen', 'call_back'],
  merged: ['unmerge'],
}

function placeAbove(path: readonly PathNode[], nodeCode: string): string {
  const at = path.findIndex((node) => node.code === nodeCode)
  const level = at > 0 ? path[at - 1]?.level : undefined
  return level === 4 ? t('above.street') : level === 3 ? t('above.district') : t('above.any')
}

/** What a button says; “…” where more is asked before anything happens. */
export function buttonName(verb: Verb, source: DemandCase): string {
  if (verb === 'pass_up') return t('button.pass_up', { to: placeAbove(source.path, source.demand.nodeCode) })
  return t(`button.${verb}`)
}

export interface DemandActions {
  /** The primary one first, then the few beside it. */
  shown: RecordAction[]
  /** Under 更多. */
  more: RecordAction[]
  blocked: BlockedAction[]
  /** Folded. */
  blockedMore: BlockedAction[]
}

/** The same reason said once for all verbs it keeps from being done. */
function grouped(refused: readonly { verb: Verb; why: string; who: string }[]): BlockedAction[] {
  const byReason = new Map<string, { of: Verb[]; why: string; who: string }>()
  for (const { verb, why, who } of refused) {
    const key = `${why}\n${who}`
    byReason.set(key, { of: [...(byReason.get(key)?.of ?? []), verb], why, who })
  }
  return Array.from(byReason.values(), ({ of, why, who }) => ({
    key: of.join('.'), name: of.map((verb) => t(`verb.${verb}`)).join(t('comma')), why, who: who === '' ? undefined : t('case.whoCan', { who }),
  }))
}

/** What can be done with a demand now, what not, and why: the server's answers arranged for reading. */
export function actionsOf(source: DemandCase): DemandActions {
  const allowed = source.may.flatMap((each) => (each.allowed && isVerb(each.verb) ? [{ verb: each.verb, primary: each.primary }] : []))
  allowed.sort((a, b) => Number(b.primary) - Number(a.primary) || buttonOrder.indexOf(a.verb) - buttonOrder.indexOf(b.verb))
  const buttons = allowed.map(({ verb, primary }) => ({ key: verb, name: buttonName(verb, source), primary }))
  const room = SECONDARY + (buttons[0]?.primary === true ? 1 : 0)
  // One entry alone under 更多 costs a click and saves nothing.
  const cut = buttons.length === room + 1 ? room + 1 : room
  const isMerged = source.demand.status === 'merged'
  const refused = source.may.flatMap((each) => (!each.allowed && isVerb(each.verb) && each.why && (each.verb !== 'unmerge' || isMerged) ? [{ verb: each.verb, why: each.why, who: each.who ?? '' }] : []))
  const wished = (expected[source.demand.status] ?? []).slice(0, BLOCKED)
  const asked = wished.flatMap((verb) => refused.filter((each) => each.verb === verb))
  return { shown: buttons.slice(0, cut), more: buttons.slice(cut), blocked: grouped(asked), blockedMore: grouped(refused.filter((each) => !wished.includes(each.verb))) }
}

export function useDemandActions(source: () => DemandCase | undefined) {
  return computed<DemandActions>(() => {
    const shown = source()
    return shown === undefined ? { shown: [], more: [], blocked: [], blockedMore: [] } : actionsOf(shown)
  })
}
