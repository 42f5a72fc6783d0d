import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { changed, cleared, filterOf, isSame, without, type FilterName, type LedgerFilter } from './ledgerFilter'

/** The filter lives in the address: it can be sent, kept and opened from a figure. */
export function useLedgerFilter() {
  const route = useRoute()
  const router = useRouter()
  const filter = computed(() => filterOf(route.query))

  function show(next: LedgerFilter) {
    if (!isSame(next, filter.value)) void router.push({ path: route.path, query: { ...next } })
  }

  return {
    filter,
    show,
    change: (change: { [N in FilterName]?: string | undefined }) => show(changed(filter.value, change)),
    remove: (condition: string) => show(without(filter.value, condition)),
    clear: () => show(cleared(filter.value)),
  }
}
