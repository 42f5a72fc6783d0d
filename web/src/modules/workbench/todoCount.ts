import { outage } from '@/app/http/http'
import { useSession } from '@/app/session'
import { ref, watch } from 'vue'
import { workbenchApi } from './api'

const EVERY_MS = 60_000

const waiting = ref<number>()
let started = false

/** Asks again; a missing answer leaves the number as it was. */
export async function refreshTodoCount(): Promise<void> {
  const session = useSession()
  if (session.state !== 'in' || !session.may('viewTodos') || document.visibilityState === 'hidden' || outage.value) return
  try {
    waiting.value = (await workbenchApi.count()).all
  } catch {
    // The frame says what is the matter; the next minute asks again.
  }
}

function start() {
  const session = useSession()
  window.setInterval(() => void refreshTodoCount(), EVERY_MS)
  window.addEventListener('focus', () => void refreshTodoCount())
  watch(
    () => [session.state, session.session?.duty],
    () => {
      waiting.value = undefined
      void refreshTodoCount()
    },
    { immediate: true },
  )
}

/** The number behind 工作台; asked every minute and whenever the window comes to the front, once for the whole page. */
export function todoCount(): number | undefined {
  if (!started) {
    started = true
    queueMicrotask(start)
  }
  return waiting.value
}
