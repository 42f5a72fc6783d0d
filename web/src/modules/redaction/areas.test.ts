import { describe, expect, it } from 'vitest'
import { added, areaOf, between, edited, styleOf } from './areas'

describe('parts of a photo', () => {
  it('lie between two points, wherever one began, and on the photo', () => {
    expect(between({ x: 60, y: 80 }, { x: 20, y: 120 })).toEqual({ left: 20, top: 80, width: 40, height: 20 })
  })

  it('are moved by numbers without leaving the photo', () => {
    const one = added([])
    expect(edited(one, 0, 'left', 90)[0]).toEqual({ left: 90, top: 40, width: 10, height: 20 })
    expect(edited(one, 0, 'width', Number.NaN)[0]?.width).toBe(1)
    expect(edited(one, 1, 'left', 0)).toEqual(one)
  })

  it('are sent as shares of the sides', () => {
    expect(areaOf({ left: 20, top: 80, width: 40, height: 20 })).toEqual({ left: 0.2, top: 0.8, width: 0.4, height: expect.closeTo(0.2) as number })
    expect(styleOf({ left: 1, top: 2, width: 3, height: 4 })).toEqual({ left: '1%', top: '2%', width: '3%', height: '4%' })
  })
})
