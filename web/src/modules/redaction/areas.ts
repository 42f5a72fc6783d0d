import type { Area } from './api'

/** Part of a photo in per cent of its sides, as people read it. */
export interface Percent {
  left: number
  top: number
  width: number
  height: number
}

const inside = (value: number, from: number, to: number) => Math.min(Math.max(Number.isFinite(value) ? value : from, from), to)

/** What lies between two points, wherever one began. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }): Percent {
  const [x1, x2] = [inside(from.x, 0, 100), inside(to.x, 0, 100)]
  const [y1, y2] = [inside(from.y, 0, 100), inside(to.y, 0, 100)]
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) }
}

/** One side in numbers; the part stays on the photo. */
export function edited(areas: readonly Percent[], n: number, side: keyof Percent, value: number): Percent[] {
  return areas.map((area, other) => {
    if (other !== n) return area
    const next = { ...area, [side]: value }
    const left = inside(next.left, 0, 99)
    const top = inside(next.top, 0, 99)
    return { left, top, width: inside(next.width, 1, 100 - left), height: inside(next.height, 1, 100 - top) }
  })
}

/** In the middle, to be moved by numbers. */
export const added = (areas: readonly Percent[]): Percent[] => [...areas, { left: 35, top: 40, width: 30, height: 20 }]

const share = (value: number) => Math.round(value * 100) / 10_000

/** As the server takes it. */
export function areaOf(area: Percent): Area {
  const left = share(area.left)
  const top = share(area.top)
  return { left, top, width: Math.min(share(area.width), 1 - left), height: Math.min(share(area.height), 1 - top) }
}

export const styleOf = (area: Percent) => ({ left: `${area.left}%`, top: `${area.top}%`, width: `${area.width}%`, height: `${area.height}%` })
