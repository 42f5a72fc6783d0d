import { http } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'
import type { LngLat } from './mapGeometry'
import { t } from './texts'

/** What a point on the map may mean: the nearest community first; nobody measured those without metres. */
export interface PlaceAt {
  node: Pick<Schemas['RegionItem'], 'code' | 'name' | 'level' | 'path'>
  candidates: Pick<Schemas['RegionCandidate'], 'code' | 'name' | 'level' | 'metres'>[]
  sketch: boolean
}

/** Its point is absent where nobody measured it. */
export type PathedNode = Pick<Schemas['RegionNode'], 'code' | 'name' | 'level' | 'lng' | 'lat' | 'path'>

export const STREET_LEVEL = 4
const DIGITS = 6
/** Many communities were never measured: one farther away than this is hardly the one that was meant. */
const NEAR_METRES = 1_500
const NEAREST = 3

/** The few communities a mark may mean, nearest first. */
export function nearTo(place: PlaceAt | undefined): PlaceAt['candidates'] {
  return (place?.candidates ?? []).filter((each) => each.metres != null && each.metres <= NEAR_METRES).slice(0, NEAREST)
}

/** Six digits are ten centimetres: no map here is finer. */
export function rounded({ lng, lat }: LngLat): LngLat {
  return { lng: Number(lng.toFixed(DIGITS)), lat: Number(lat.toFixed(DIGITS)) }
}

/** 东经 116.4401°，北纬 39.9040°: four digits are ten metres. */
export function inDegrees({ lng, lat }: LngLat): string {
  return t('place.degrees', { lng: lng.toFixed(4), lat: lat.toFixed(4) })
}

/** 约 110 米: nearer than ten metres nobody can point. */
export function distance(metres: number | null | undefined): string {
  return metres == null ? '' : t('place.metres', { count: Math.max(10, Math.round(metres / 10) * 10) })
}

export const placeAt = ({ lng, lat }: LngLat, signal?: AbortSignal) => http.get('/public/regions/at', { query: { lng, lat }, signal })
export const nodeOf = (code: string, signal?: AbortSignal) => http.get('/public/regions/{code}', { path: { code }, signal })
