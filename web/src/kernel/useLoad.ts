import { outage } from '@/app/http/http'
import { kindOf, problemOf, type Problem } from '@/app/http/problem'
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

export interface Load<T> {
  value: ShallowRef<T | undefined>
  problem: Ref<Problem | null>
  /** True while reading; the old value stays until the new one is there. */
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Reads something, again whenever `depends` changes, and once more when an outage is over.
 * An answer that was overtaken by a later question is dropped.
 */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>, depends?: () => unknown): Load<T> {
  const value = shallowRef<T>()
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const loading = ref(true)
  let running: AbortController | null = null

  async function reload(): Promise<void> {
    running?.abort()
    const own = new AbortController()
    running = own
    loading.value = true
    try {
      const answer = await read(own.signal)
      if (own.signal.aborted) return
      value.value = answer
      problem.value = null
    } catch (failure) {
      if (own.signal.aborted) return
      problem.value = problemOf(failure)
    }
    loading.value = false
  }

  if (depends === undefined) void reload()
  else watch(depends, reload, { immediate: true, deep: true })
  watch(outage, (down) => {
    if (!down && problem.value !== null && kindOf(problem.value) === 'outage') void reload()
  })
  onScopeDispose(() => running?.abort())
  return { value, problem, loading, reload }
}
