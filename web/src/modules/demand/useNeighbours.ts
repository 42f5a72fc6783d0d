import { keepWalk, readWalk, withPage, type Walk } from '@/kernel/walk'
import { computed, ref, watch, type Ref } from 'vue'
import { demandApi, type DemandCase } from './api'

/** Name of the list one came from. */
export const WALK = 'demand'

/** 上一件 and 下一件: of the list one came from, with its filter and order; else the neighbours in time, as the server names them. */
export function useNeighbours(id: () => string, source: () => DemandCase | undefined) {
  const walk = ref(readWalk(WALK)) as Ref<Walk | null>
  const at = computed(() => walk.value?.ids.indexOf(id()) ?? -1)
  const asking = ref(false)

  // At the last row that was shown: what comes behind it is read now, before it is wanted.
  watch(
    at,
    async (place) => {
      const { ids, next, query } = walk.value ?? { ids: [], next: null, query: {} }
      if (place < 0 || place < ids.length - 1 || next === null || asking.value) return
      asking.value = true
      try {
        const page = await demandApi.further(query, next)
        walk.value = { query, ids: withPage(ids, ids.length + 1, page.items.map((row) => row.id)), next: page.next ?? null }
        keepWalk(WALK, walk.value)
      } catch {
        // The list ends here until the page is opened again.
      } finally {
        asking.value = false
      }
    },
    { immediate: true },
  )

  return {
    previous: computed(() => (at.value >= 0 ? walk.value?.ids[at.value - 1] : (source()?.previous ?? undefined))),
    next: computed(() => (at.value >= 0 ? walk.value?.ids[at.value + 1] : (source()?.next ?? undefined))),
  }
}
