import { problemOf, type Problem } from '@/app/http/problem'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

interface Page<R> {
  items: R[]
  next?: string | null
}

/** A list that grows by 再看一些: pages by keyset, one after the other, from the start again when `subject` changes. */
export function useMore<R>(read: (after: string | undefined, signal: AbortSignal) => Promise<Page<R>>, subject: () => string | null) {
  const items = shallowRef<R[]>([])
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const loading = ref(false)
  const ready = ref(false)
  const added = ref(0)
  const next = ref<string | null>(null)
  let running: AbortController | null = null

  async function more(): Promise<void> {
    if (loading.value || (ready.value && next.value === null)) return
    const own = new AbortController()
    running = own
    loading.value = true
    try {
      const page = await read(next.value ?? undefined, own.signal)
      if (own.signal.aborted) return
      added.value = ready.value ? page.items.length : 0
      items.value = [...items.value, ...page.items]
      next.value = page.next ?? null
      problem.value = null
      ready.value = true
    } catch (failure) {
      if (own.signal.aborted) return
      problem.value = problemOf(failure)
    }
    loading.value = false
  }

  watch(
    subject,
    (about) => {
      running?.abort()
      items.value = []
      next.value = null
      added.value = 0
      ready.value = false
      loading.value = false
      problem.value = null
      if (about !== null) void more()
    },
    { immediate: true },
  )
  onScopeDispose(() => running?.abort())
  return { items, problem, loading, ready, added, more, hasMore: computed(() => next.value !== null) }
}
