/** A list somebody looks through record by record, in the order it was shown: kept for this tab, so that a reload or the way back loses nothing. */
export interface Walk {
  /** How the list was asked for; asked again behind its last row. */
  query: Readonly<Record<string, string>>
  ids: readonly string[]
  /** Cursor behind the last id; null at the end of the list. */
  next: string | null
}

const key = (name: string) => `gz.walk.${name}`

export function keepWalk(name: string, walk: Walk): void {
  try {
    sessionStorage.setItem(key(name), JSON.stringify(walk))
  } catch {
    // Nothing can be kept: records then have the neighbours the server names.
  }
}

export function readWalk(name: string): Walk | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key(name)) ?? 'null') as Partial<Walk> | null
    return Array.isArray(kept?.ids) && typeof kept.query === 'object' ? { query: kept.query, ids: kept.ids, next: kept.next ?? null } : null
  } catch {
    return null
  }
}

/** The pages before, as far as `from` (number of the first row, from 1), then this one; each id once. */
export function withPage(before: readonly string[], from: number, page: readonly string[]): string[] {
  return [...new Set([...before.slice(0, Math.max(0, from - 1)), ...page])]
}
