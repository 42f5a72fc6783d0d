import { describe, expect, it } from 'vitest'
import { distance, inDegrees, nearTo, rounded, type PlaceAt } from './placeAt'

const candidate = (code: string, metres?: number) => ({ code, name: code, level: 5, ...(metres === undefined ? {} : { metres }) })
const place = (...candidates: PlaceAt['candidates']): PlaceAt => ({ node: { code: 'a', name: 'a', level: 5, path: '' }, candidates, sketch: true })

describe('a mark on the map', () => {
  it('may mean the few communities near it, never one far away or unmeasured', () => {
    const near = nearTo(place(candidate('a', 110), candidate('b', 900), candidate('c', 1200), candidate('d', 1400), candidate('e', 2700), candidate('f')))
    expect(near.map((each) => each.code)).toEqual(['a', 'b', 'c'])
    expect(nearTo(place(candidate('e', 2700)))).toEqual([])
    expect(nearTo(undefined)).toEqual([])
  })

  it('is told in degrees and in distances people use', () => {
    expect(inDegrees({ lng: 116.4400851, lat: 39.90396 })).toBe('东经 116.4401°，北纬 39.9040°')
    expect(distance(113)).toBe('约 110 米')
    expect(distance(2)).toBe('约 10 米')
    expect(distance(null)).toBe('')
    expect(rounded({ lng: 116.44008512345, lat: 39.9 })).toEqual({ lng: 116.440085, lat: 39.9 })
  })
})
