import { computed, ref, watch, type Ref } from 'vue'
import { useLoad } from './useLoad'

/** A page as the server sends it: `next` is the cursor behind the last row; `total` comes from rollups or is capped. */
export interface Page<R> {
  items: R[]
  next?: string | null
  total?: number | string | null
}

/**
 * A list by keyset: forwards by the server's cursor, backwards by the cursors walked through.
 * `filter` is watched; a change starts again from the first page.
 */
export function useKeysetList<R, F>(read: (filter: F, after: string | undefined, signal: AbortSignal) => Promise<Page<R>>, filter: () => F) {
  const walked = ref<string[]>([]) as Ref<string[]>
  const sizes = ref<number[]>([]) as Ref<number[]>
  const after = computed(() => walked.value[walked.value.length - 1])
  let asked = ''

  watch(filter, () => reset(), { deep: true, flush: 'sync' })

  const load = useLoad(
    (signal) => read(filter(), after.value, signal),
    () => {
      asked = JSON.stringify([filter(), after.value])
      return asked
    },
  )
  const rows = computed<R[]>(() => load.value.value?.items ?? [])
  const hasNext = computed(() => load.value.value?.next != null)
  const hasPrevious = computed(() => walked.value.length > 0)
  /** Number of the first row on this page, from 1. */
  const from = computed(() => sizes.value.reduce((sum, each) => sum + each, 0) + (rows.value.length > 0 ? 1 : 0))
  const to = computed(() => from.value + Math.max(0, rows.value.length - 1))

  function next() {
    const cursor = load.value.value?.next
    if (cursor == null || load.loading.value) return
    sizes.value = [...sizes.value, rows.value.length]
    walked.value = [...walked.value, cursor]
  }

  function previous() {
    if (load.loading.value) return
    sizes.value = sizes.value.slice(0, -1)
    walked.value = walked.value.slice(0, -1)
  }

  function reset() {
    sizes.value = []
    walked.value = []
  }

  return {
    page: load.value, rows, next, previous, hasNext, hasPrevious, from, to, reset,
    total: computed(() => load.value.value?.total),
    loading: load.loading, problem: load.problem, reload: load.reload,
    /** True once something has been read, so that a skeleton is only shown before. */
    ready: computed(() => load.value.value !== undefined),
  }
}
