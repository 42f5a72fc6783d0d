import { problemOf } from '@/app/http/problem'
import { useLoad } from '@/kernel/useLoad'
import { computed, ref, watch } from 'vue'
import { ledgerApi, type KeptView } from './api'
import { filterFrom, isSame, VIEWS, type LedgerFilter, type View } from './ledgerFilter'
import { t } from './texts'

export type TabKey = View | `kept:${string}`

/** The tabs above the ledger with their numbers: those everyone has, and those a person kept. */
export function useKeptViews(filter: () => LedgerFilter) {
  const { value: read, reload } = useLoad((signal) => ledgerApi.views(signal))
  const counts = useLoad(
    (signal) => ledgerApi.counts(filter(), signal),
    // The tab itself does not change what the tabs say.
    () => JSON.stringify({ ...filter(), view: '', sort: '' }),
  )
  const kept = computed(() => read.value?.items ?? [])
  const keptCounts = ref<Record<string, string>>({})
  const current = computed<KeptView | undefined>(() => kept.value.find((each) => isSame(filterFrom(each.filter), filter())))
  const tab = computed<TabKey>(() => {
    const view = filter().view
    return current.value !== undefined ? `kept:${current.value.id}` : (VIEWS.find((each) => each === view) ?? 'all')
  })
  const tabs = computed(() => [
    ...VIEWS.map((key) => ({ key: key as TabKey, name: t(`view.${key}`), count: counts.value.value?.[key] })),
    ...kept.value.map((each) => ({ key: `kept:${each.id}` as TabKey, name: each.name, count: keptCounts.value[each.id] })),
  ])

  // One after another: a person may keep twenty.
  watch(kept, async (views) => {
    const seen: Record<string, string> = {}
    for (const each of views) {
      try {
        const page = await ledgerApi.page(filterFrom(each.filter), undefined, 1, new AbortController().signal)
        seen[each.id] = String(page.total ?? '')
        keptCounts.value = { ...seen }
      } catch (failure) {
        // A view whose place is no longer theirs shows no number; opening it says why.
        if (problemOf(failure).status === 0) return
      }
    }
  })

  return { current, tab, tabs, kept, reload, recount: counts.reload }
}
