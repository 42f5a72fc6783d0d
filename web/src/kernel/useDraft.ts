import { onScopeDispose, ref, watch, type Ref } from 'vue'

const PREFIX = 'gz.draft.'
const KEPT_FOR_DAYS = 14

interface Stored<T> {
  at: number
  value: T
}

function readDraft<T>(name: string): T | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null') as Stored<T> | null
    if (stored === null) return undefined
    if (Date.now() - stored.at > KEPT_FOR_DAYS * 86_400_000) {
      localStorage.removeItem(PREFIX + name)
      return undefined
    }
    return stored.value
  } catch {
    return undefined
  }
}

export interface Draft<T> {
  value: Ref<T>
  /** True when the value came from what was typed earlier. */
  found: Ref<boolean>
  /** Forgets the draft and starts from the beginning: after sending, or when the person drops it. */
  clear: () => void
}

/**
 * A form that survives sign-out, outage and reload: kept on this device as it is typed (300 ms after the last key).
 * `name` must be unique to the form and the record, e.g. `demand.progress.0193…`. Never put passwords in it.
 */
export function useDraft<T extends object>(name: string, initial: () => T): Draft<T> {
  const stored = readDraft<T>(name)
  const value = ref({ ...initial(), ...stored }) as Ref<T>
  const found = ref(stored !== undefined)
  let timer: number | undefined
  let changed = false

  function keep() {
    window.clearTimeout(timer)
    if (!changed) return
    changed = false
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), value: value.value }))
    } catch {
      // A full or forbidden store: the form still works, it only is not kept.
    }
  }

  watch(
    value,
    () => {
      changed = true
      window.clearTimeout(timer)
      timer = window.setTimeout(keep, 300)
    },
    { deep: true, flush: 'sync' },
  )

  function clear() {
    value.value = initial()
    window.clearTimeout(timer)
    changed = false
    found.value = false
    localStorage.removeItem(PREFIX + name)
  }

  // Whoever reloads or leaves at once loses nothing either.
  window.addEventListener('pagehide', keep)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', keep)
    keep()
  })
  return { value, found, clear }
}
