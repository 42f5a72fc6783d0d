import type { Schemas } from '@/app/http/wire'

/** Just enough of GeoJSON for outlines and points. */
export type Position = readonly [number, number, ...number[]]
export type Geometry =
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] }
  | { type: 'Point'; coordinates: Position }

export interface MapFeature {
  type: 'Feature'
  properties: { code: string; name: string; shortName?: string | null; level?: number; sketch?: boolean | null }
  geometry: Geometry | null
}

export interface FeatureCollection {
  type: 'FeatureCollection'
  features: readonly MapFeature[]
  credit?: string | null
  sketch?: boolean | null
  /** Of the node whose children the features are. */
  outline?: Geometry | null
}

/** As the server tells it; positions are pairs (RFC 7946), which the interface description cannot say. */
export const mapOf = (told: Schemas['RegionMapCollection']) => told as unknown as FeatureCollection

export interface Shape {
  code: string
  name: string
  label: string
  /** SVG path; empty for a point. */
  path: string
  x: number
  y: number
  area: number
  /** Width of the largest outline, for the label. */
  width: number
}

export interface Point {
  x: number
  y: number
}

function rings(geometry: Geometry): readonly (readonly (readonly Position[])[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return []
}

function positions(geometry: Geometry): readonly Position[] {
  return geometry.type === 'Point' ? [geometry.coordinates] : rings(geometry).flat(2)
}

/** Twice the signed area of a ring. */
function signedArea(ring: readonly Point[]): number {
  return ring.reduce((sum, from, n) => {
    const to = ring[(n + 1) % ring.length] ?? from
    return sum + from.x * to.y - to.x * from.y
  }, 0)
}

function centroid(ring: readonly Point[]): Point {
  const area = signedArea(ring)
  if (area === 0) return ring[0] ?? { x: 0, y: 0 }
  const sum = ring.reduce(
    (total, from, n) => {
      const to = ring[(n + 1) % ring.length] ?? from
      const cross = from.x * to.y - to.x * from.y
      return { x: total.x + (from.x + to.x) * cross, y: total.y + (from.y + to.y) * cross }
    },
    { x: 0, y: 0 },
  )
  return { x: sum.x / (3 * area), y: sum.y / (3 * area) }
}

function inside(point: Point, ring: readonly Point[]): boolean {
  return ring.reduce((isIn, from, n) => {
    const to = ring[(n + 1) % ring.length] ?? from
    const crosses = from.y > point.y !== to.y > point.y && point.x < ((to.x - from.x) * (point.y - from.y)) / (to.y - from.y) + from.x
    return crosses ? !isIn : isIn
  }, false)
}

/** A point for the label that lies inside: the centroid, or the middle of the widest cut at its height. */
function labelPoint(ring: readonly Point[]): Point {
  const middle = centroid(ring)
  if (inside(middle, ring)) return middle
  const cuts = ring
    .flatMap((from, n) => {
      const to = ring[(n + 1) % ring.length] ?? from
      return from.y > middle.y === to.y > middle.y ? [] : [from.x + ((middle.y - from.y) / (to.y - from.y)) * (to.x - from.x)]
    })
    .sort((a, b) => a - b)
  let best = { x: middle.x, width: -1 }
  for (let n = 0; n + 1 < cuts.length; n += 2) {
    const width = (cuts[n + 1] ?? 0) - (cuts[n] ?? 0)
    if (width > best.width) best = { x: ((cuts[n] ?? 0) + (cuts[n + 1] ?? 0)) / 2, width }
  }
  return { x: best.x, y: middle.y }
}

const PAD = 8
/** A point's label stands around it, also at the edge. */
const POINT_PAD = 34

export interface LngLat {
  lng: number
  lat: number
}

export interface Laid {
  shapes: Shape[]
  height: number
  /** Where a point of the earth lies in the box, and which point lies there. */
  project: (at: LngLat) => Point
  unproject: (at: Point) => LngLat
}

const OWN = 'own'

/** Where everything below is a point, the node's own outline stands behind. */
export function withOwnOutline(map: FeatureCollection): FeatureCollection {
  const outline = map.outline ?? null
  const arePoints = map.features.every((each) => each.geometry === null || each.geometry.type === 'Point')
  return outline === null || !arePoints ? map : { ...map, features: [{ type: 'Feature', properties: { code: OWN, name: '' }, geometry: outline }, ...map.features] }
}

export const isOwn = (shape: Shape) => shape.code === OWN

/** Lays the outlines into a box of the width given; a degree of longitude shrinks with the latitude. */
export function layOut(collection: FeatureCollection, width: number, maxHeight: number): Laid {
  const features = collection.features.filter((feature) => feature.geometry !== null)
  const all = features.flatMap((feature) => (feature.geometry === null ? [] : positions(feature.geometry)))
  if (all.length === 0) return { shapes: [], height: 0, project: () => ({ x: 0, y: 0 }), unproject: () => ({ lng: 0, lat: 0 }) }
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity
  for (const [lng, lat] of all) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const pad = features.some((feature) => feature.geometry?.type === 'Point') ? POINT_PAD : PAD
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = Math.max((east - west) * shrink, 1e-6)
  const high = Math.max(north - south, 1e-6)
  const scale = Math.min((width - 2 * pad) / wide, (maxHeight - 2 * pad) / high)
  const height = Math.round(high * scale + 2 * pad)
  const left = (width - wide * scale) / 2
  const project = ([lng, lat]: Position): Point => ({ x: left + (lng - west) * shrink * scale, y: pad + (north - lat) * scale })
  const write = (ring: readonly Point[]) => `M${ring.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L')}Z`

  const shapes = features.flatMap((feature): Shape[] => {
    const { code, name, shortName } = feature.properties
    const label = shortName ?? name
    const geometry = feature.geometry
    if (geometry === null) return []
    if (geometry.type === 'Point') return [{ code, name, label, path: '', ...project(geometry.coordinates), area: 0, width: 0 }]
    const polygons = rings(geometry).map((polygon) => polygon.map((ring) => ring.map(project)))
    const largest = polygons.map((polygon) => polygon[0] ?? []).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0] ?? []
    const xs = largest.map((point) => point.x)
    const area = Math.abs(signedArea(largest)) / 2
    return [{ code, name, label, path: polygons.flat().map(write).join(''), ...labelPoint(largest), area, width: Math.max(...xs) - Math.min(...xs) }]
  })
  return {
    shapes,
    height,
    project: ({ lng, lat }) => project([lng, lat]),
    unproject: ({ x, y }) => ({ lng: west + (x - left) / (shrink * scale), lat: north - (y - pad) / scale }),
  }
}

/** Codes whose labels can stand without touching one another: the larger the area, the earlier it is served. */
export function readableLabels(shapes: readonly Shape[], fontSize: number, first?: string): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  const shown = new Set<string>()
  const order = [...shapes].sort((a, b) => Number(b.code === first) - Number(a.code === first) || b.area - a.area || a.code.localeCompare(b.code))
  for (const shape of order) {
    const half = (shape.label.length * fontSize) / 2
    const box = { left: shape.x - half - 1, right: shape.x + half + 1, top: shape.y - fontSize * 0.6, bottom: shape.y + fontSize * 0.6 }
    if (taken.some((each) => box.left < each.right && box.right > each.left && box.top < each.bottom && box.bottom > each.top)) continue
    taken.push(box)
    shown.add(shape.code)
  }
  return shown
}

/** Four thresholds that cut the values into five classes of about equal number, rounded to `digits`. */
export function quantileBreaks(values: readonly number[], digits: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const unit = 10 ** digits
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * unit) / unit)
  // A threshold at the least value would leave nothing below it.
  return cuts.filter((cut, n) => cut > (sorted[0] ?? -Infinity) && (n === 0 || cut > (cuts[n - 1] ?? -Infinity)))
}

/** Class 0…n for a value among thresholds: a value on a threshold belongs to the upper class. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((cut) => value >= cut).length
}
