import { outage } from '@/app/http/http'
import { useSession } from '@/app/session'
import { ref, watch } from 'vue'

const EVERY_MS = 60_000

/** A number behind an entry of the rail: asked every minute and whenever the window comes to the front, once for the whole page, by those who may. */
export function railCount(may: string, ask: () => Promise<number>) {
  const waiting = ref<number>()
  let started = false

  /** Asks again; a missing answer leaves the number as it was. */
  async function refresh(): Promise<void> {
    const session = useSession()
    if (session.state !== 'in' || !session.may(may) || document.visibilityState === 'hidden' || outage.value) return
    try {
      waiting.value = await ask()
    } catch {
      // The frame says what is the matter; the next minute asks again.
    }
  }

  function start() {
    const session = useSession()
    window.setInterval(() => void refresh(), EVERY_MS)
    window.addEventListener('focus', () => void refresh())
    watch(
      () => [session.state, session.session?.duty],
      () => {
        waiting.value = undefined
        void refresh()
      },
      { immediate: true },
    )
  }

  function count(): number | undefined {
    if (!started) {
      started = true
      queueMicrotask(start)
    }
    return waiting.value
  }
  return { count, refresh }
}
