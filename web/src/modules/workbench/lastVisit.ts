/** Away for longer than this is a new visit; shorter is the same one, interrupted. */
const SAME_VISIT_MS = 30 * 60_000
const LONGEST_MS = 7 * 86_400_000

interface Kept {
  seen: number
  since: number
}

const key = (duty: string) => `gz.visit.${duty}`

function read(duty: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key(duty)) ?? 'null') as Kept | null
    return kept ?? undefined
  } catch {
    return undefined
  }
}

/**
 * When this person was last here on this device, in this duty; notes that they are here now. Undefined on the first visit. Never longer ago than a week.
 */
export function lastVisit(duty: string, now: number): number | undefined {
  const kept = read(duty)
  const since = kept === undefined ? undefined : now - kept.seen > SAME_VISIT_MS ? kept.seen : kept.since
  try {
    localStorage.setItem(key(duty), JSON.stringify({ seen: now, since: since ?? now }))
  } catch {
    // Nothing is kept on this device: every visit is the first one.
  }
  return since === undefined ? undefined : Math.max(since, now - LONGEST_MS)
}
