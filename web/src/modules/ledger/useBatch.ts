import { newIntention, type Intention } from '@/app/http/http'
import { kindOf, problemOf } from '@/app/http/problem'
import { ref, type Ref } from 'vue'
import { ledgerApi, type BatchBody, type BatchVerb, type LedgerRow } from './api'
import { t } from './texts'

export type { BatchVerb } from './api'

const PERMISSION: Record<BatchVerb, string> = { urge: 'urge', merge: 'merge', assignment: 'assign' }

export interface Skipped {
  number: string
  why: string
}

/**
 * One thing done to each of several cases in turn, each by its own request with its own key and row version.
 * What is refused is skipped with the server's reason; a lost connection pauses, and going on repeats nothing.
 */
export function useBatch(verb: BatchVerb) {
  const busy = ref(false)
  const paused = ref(false)
  const done = ref(0)
  const total = ref(0)
  const skipped = ref<Skipped[]>([]) as Ref<Skipped[]>
  const ended = ref(false)
  let left: LedgerRow[] = []
  let written: (row: LedgerRow) => BatchBody = () => ({})
  const tried = ref(0)
  /** Sent and not answered: sent again as it was. */
  let sent: { intention: Intention; version: number } | null = null

  async function one(row: LedgerRow): Promise<void> {
    if (sent === null) {
      const now = await ledgerApi.now(row.id)
      const may = now.may.find((each) => each.verb === PERMISSION[verb])
      if (may?.allowed !== true) {
        skipped.value = [...skipped.value, { number: row.number, why: may?.why ?? t('batch.notNow') }]
        return
      }
      sent = { intention: newIntention(), version: now.demand.version }
    }
    await ledgerApi.act(row.id, verb, written(row), sent.version, sent.intention)
    done.value += 1
  }

  async function goOn(): Promise<void> {
    if (busy.value) return
    busy.value = true
    paused.value = false
    for (let row = left[0]; row !== undefined; row = left[0]) {
      try {
        await one(row)
      } catch (failure) {
        const problem = problemOf(failure)
        const kind = kindOf(problem)
        if (kind === 'outage' || kind === 'unauthorized') {
          paused.value = true
          busy.value = false
          return
        }
        skipped.value = [...skipped.value, { number: row.number, why: problem.detail === '' ? t('batch.notNow') : problem.detail }]
      }
      sent = null
      tried.value += 1
      left = left.slice(1)
    }
    busy.value = false
    ended.value = true
  }

  /** `known` are skipped without asking, for a reason already told. */
  async function run(rows: readonly LedgerRow[], body: (row: LedgerRow) => BatchBody, known: readonly Skipped[] = []): Promise<void> {
    if (busy.value) return
    left = [...rows]
    written = body
    total.value = rows.length
    done.value = 0
    tried.value = 0
    skipped.value = [...known]
    ended.value = false
    await goOn()
  }

  return { run, goOn, busy, paused, done, total, skipped, ended, tried }
}
