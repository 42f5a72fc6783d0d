/** The pages that ask by themselves do so every minute: whoever wrote or pointed at anything since the last time is there. */
const THERE_MS = 65_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'] as const

// Whoever opened the page is there.
let last = Date.now()
const note = () => (last = Date.now())
for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true })

/** True while somebody is at this page. What is asked meanwhile keeps the sign-in alive; what a page asks of itself later does not. */
export function isAttended(now = Date.now()): boolean {
  return now - last < THERE_MS
}
