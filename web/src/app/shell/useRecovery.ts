import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { outage } from '../http/http'
import { useSession } from '../session'

export interface Recovery {
  down: Ref<boolean>
  /** True from the end of an outage until the person has seen it. */
  back: Ref<boolean>
  dismiss: () => void
}

const ASK_EVERY_MS = 5_000

/** Asks for the session every few seconds while the server is away, and says so when it is back. */
export function useRecovery(): Recovery {
  const session = useSession()
  const back = ref(false)
  let timer: number | undefined

  watch(
    outage,
    (down, before) => {
      window.clearInterval(timer)
      if (down) timer = window.setInterval(() => void session.load(), ASK_EVERY_MS)
      else if (before === true) back.value = true
      if (down) back.value = false
    },
    { immediate: true },
  )
  onScopeDispose(() => window.clearInterval(timer))
  return { down: outage, back, dismiss: () => (back.value = false) }
}
