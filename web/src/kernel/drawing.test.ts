import { describe, expect, it } from 'vitest'
import { niceTicks, spread } from './chartScale'
import { classOf, isOwn, layOut, quantileBreaks, readableLabels, withOwnOutline, type FeatureCollection, type Shape } from './mapGeometry'

describe('the axis', () => {
  it('has round steps from zero to at least the largest', () => {
    expect(niceTicks(26_300)).toEqual([0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000])
    expect(niceTicks(3)).toEqual([0, 1, 2, 3])
    expect(niceTicks(0)).toEqual([0, 1])
  })
  it('keeps labels apart in their order', () => {
    expect(spread([10, 12, 40], 16)).toEqual([10, 26, 42])
    expect(spread([12, 10], 16)).toEqual([26, 10])
  })
})

const square = (code: string, x: number, y: number, size = 0.1) => ({
  type: 'Feature' as const,
  properties: { code, name: `${code}街道`, shortName: code },
  geometry: { type: 'Polygon' as const, coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]] as [number, number][]] },
})

describe('the map', () => {
  it('fits the width, north on top, and keeps the label inside', () => {
    const map: FeatureCollection = { type: 'FeatureCollection', features: [square('南', 116, 39.9), square('北', 116, 40)] }
    const { shapes, height } = layOut(map, 400, 1000)
    const [south, north] = shapes
    expect(height).toBeGreaterThan(400)
    expect(north?.y).toBeLessThan(south?.y ?? 0)
    expect(south?.x).toBeCloseTo(200, 0)
    expect(shapes.every((shape) => shape.path.startsWith('M') && shape.path.endsWith('Z'))).toBe(true)
  })
  it('knows which point of the earth was tapped', () => {
    const { project, unproject } = layOut({ type: 'FeatureCollection', features: [square('南', 116, 39.9), square('北', 116, 40)] }, 400, 1000)
    const at = unproject(project({ lng: 116.043, lat: 39.987 }))
    expect(at.lng).toBeCloseTo(116.043, 6)
    expect(at.lat).toBeCloseTo(39.987, 6)
  })
  it('draws the outline of the place itself behind what has only points', () => {
    const point = { ...square('a', 116, 39.9), geometry: { type: 'Point' as const, coordinates: [116.05, 39.95] as [number, number] } }
    const points: FeatureCollection = { type: 'FeatureCollection', features: [point], outline: square('own', 116, 39.9).geometry }
    expect(layOut(withOwnOutline(points), 400, 400).shapes.map(isOwn)).toEqual([true, false])
    expect(withOwnOutline({ ...points, features: [square('a', 116, 39.9)] }).features).toHaveLength(1)
    expect(withOwnOutline({ ...points, outline: null }).features).toEqual([point])
  })
  it('is empty without outlines', () => {
    expect(layOut({ type: 'FeatureCollection', features: [{ ...square('a', 0, 0), geometry: null }] }, 400, 400)).toMatchObject({ shapes: [], height: 0 })
  })
  it('hides labels that would touch, larger areas first, the highlighted one always shown', () => {
    const shape = (code: string, x: number, area: number): Shape => ({ code, name: code, label: '建外', path: 'M', x, y: 10, area, width: 40 })
    const shapes = [shape('small', 0, 10), shape('large', 10, 90), shape('far', 100, 1)]
    expect([...readableLabels(shapes, 11)].sort()).toEqual(['far', 'large'])
    expect(readableLabels(shapes, 11, 'small').has('small')).toBe(true)
  })
  it('cuts into five classes; a value on a threshold belongs to the upper one', () => {
    const breaks = quantileBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0)
    expect(breaks).toEqual([3, 5, 7, 9])
    expect([1, 3, 10].map((value) => classOf(value, breaks))).toEqual([0, 1, 4])
    expect(quantileBreaks([5, 5, 5], 0)).toEqual([])
    expect(quantileBreaks([], 0)).toEqual([])
  })
})
