import { shallowRef } from 'vue'
import { loadSite } from '@/app/portal/site'
import { searchRegions, type RegionItem } from './api'

/** Where a resident is, as remembered on this device: a community, or a street when they are not sure. */
export interface Place {
  code: string
  name: string
  level: number
}

export const STREET = 4
export const COMMUNITY = 5
const STORED = 'gz.place'

export function readPlace(text: string | null): Place | null {
  try {
    const stored = JSON.parse(text ?? 'null') as Partial<Place> | null
    return typeof stored?.code === 'string' && /^\d{15}$/.test(stored.code) && typeof stored.name === 'string' && typeof stored.level === 'number'
      ? { code: stored.code, name: stored.name, level: stored.level }
      : null
  } catch {
    return null
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

/** The place chosen last; null until one is. */
export const lastPlace = shallowRef<Place | null>(readPlace(stored()))

export function rememberPlace(place: Place): void {
  lastPlace.value = { code: place.code, name: place.name, level: place.level }
  try {
    localStorage.setItem(STORED, JSON.stringify(lastPlace.value))
  } catch {
    // In-app browsers may forbid storage: the choice then lasts as long as the page.
  }
}

/** What was typed beyond the name of the place: 永安里社区 12号楼附近 leaves 12号楼附近. */
export function beyondName(typed: string, place: { name: string; shortName?: string }): string {
  const text = typed.normalize('NFKC').trim()
  const called = [place.name, place.shortName ?? ''].find((name) => name !== '' && text.includes(name))
  if (called === undefined) return ''
  const after = text.slice(text.lastIndexOf(called) + called.length).replace(/^(社区|小区)?[\s,，、·>›]+/, '')
  return after.replace(/^社区/, '').trim()
}

/** Ways to ask for what was typed: as it is, then without what follows the first blank or number. */
export function waysToAsk(typed: string): string[] {
  const text = typed.normalize('NFKC').trim()
  const head = /^[^\s\d,，]+/.exec(text)?.[0] ?? ''
  return [...new Set([text, head])].filter((words) => words.length > 0)
}

const MOST_COMMUNITIES = 8
const MOST_STREETS = 3

/** Working places by what was typed: communities first, then streets to look into. */
export async function findPlaces(typed: string, signal: AbortSignal): Promise<RegionItem[]> {
  const site = await loadSite()
  const within = site === undefined || site.districtCode === '0' ? undefined : site.districtCode
  for (const search of waysToAsk(typed)) {
    const found = await Promise.all([
      searchRegions({ search, within, level: COMMUNITY, limit: MOST_COMMUNITIES }, signal),
      searchRegions({ search, within, level: STREET, limit: MOST_STREETS }, signal),
    ])
    const working = found.flat().filter((item) => item.working)
    if (working.length > 0) return working
  }
  return []
}
