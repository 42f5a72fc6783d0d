import { computed, ref, watch } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Column<R> {
  key: string
  title: string
  text?: (row: R) => string | number | null | undefined
  /** Makes the text the link of the row. */
  to?: (row: R) => RouteLocationRaw | undefined
  /** Right-aligned, tabular. */
  number?: boolean
  /** May break over lines. */
  wrap?: boolean
  /** Not shown unless chosen. */
  hidden?: boolean
  /** Cannot be hidden. */
  fixed?: boolean
}

interface Look {
  compact?: boolean
  /** Only what differs from the columns' own default, so that new columns appear by themselves. */
  shown?: Record<string, boolean>
}

function stored(name: string): Look {
  try {
    return JSON.parse(localStorage.getItem(`gz.table.${name}`) ?? '{}') as Look
  } catch {
    return {}
  }
}

/** Which columns are shown and how high rows are, remembered on this device under the table's name. */
export function useTableLook<R>(name: string, columns: () => readonly Column<R>[]) {
  const look = stored(name)
  const compact = ref(look.compact ?? false)
  const differs = ref<Record<string, boolean>>(look.shown ?? {})

  const isShown = (column: Column<R>) => column.fixed === true || (differs.value[column.key] ?? column.hidden !== true)
  const shown = computed(() => columns().filter(isShown))
  const choosable = computed(() => columns().filter((column) => column.fixed !== true))

  function toggle(column: Column<R>) {
    const next = !isShown(column)
    const others = Object.fromEntries(Object.entries(differs.value).filter(([key]) => key !== column.key))
    differs.value = next === (column.hidden !== true) ? others : { ...others, [column.key]: next }
  }

  function reset() {
    differs.value = {}
  }

  watch([compact, differs], () => localStorage.setItem(`gz.table.${name}`, JSON.stringify({ compact: compact.value, shown: differs.value })))

  return { compact, shown, choosable, isShown, toggle, reset }
}
