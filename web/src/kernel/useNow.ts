import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const TICK_MS = 30_000
const now = ref(Date.now())
let listeners = 0
let timer: number | undefined

function tick() {
  now.value = Date.now()
}

/** Milliseconds now, ticking every half minute while somebody looks; one timer for the whole page. */
export function useNow(): Readonly<Ref<number>> {
  if (listeners++ === 0) {
    tick()
    timer = window.setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
  }
  onScopeDispose(() => {
    if (--listeners === 0) {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  })
  return readonly(now)
}
