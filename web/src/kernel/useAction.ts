import { newIntention, type Intention } from '@/app/http/http'
import { kindOf, problemOf, type Problem } from '@/app/http/problem'
import { ref, type Ref } from 'vue'

export interface Action<A extends unknown[], R> {
  /** Runs unless it is running already. Undefined when refused (see `problem`) or already running. */
  run: (...args: A) => Promise<R | undefined>
  busy: Ref<boolean>
  problem: Ref<Problem | null>
}

/**
 * One intended change. The same idempotency key is repeated until the server has given a definite answer:
 * after a lost connection the person presses again and the server still does it once.
 */
export function useAction<A extends unknown[], R>(work: (intention: Intention, ...args: A) => Promise<R>): Action<A, R> {
  const busy = ref(false)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  let intention: Intention | null = null

  async function run(...args: A): Promise<R | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    intention ??= newIntention()
    try {
      const result = await work(intention, ...args)
      intention = null
      return result
    } catch (failure) {
      problem.value = problemOf(failure)
      const kind = kindOf(problem.value)
      if (kind !== 'outage' && kind !== 'error' && kind !== 'unauthorized') intention = null
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { run, busy, problem }
}
