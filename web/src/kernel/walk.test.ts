import { beforeEach, describe, expect, it } from 'vitest'
import { keepWalk, readWalk, withPage } from './walk'

describe('a walk through a list', () => {
  beforeEach(() => sessionStorage.clear())

  it('grows by pages, and begins anew with the first', () => {
    expect(withPage(['a', 'b'], 3, ['c', 'd'])).toEqual(['a', 'b', 'c', 'd'])
    expect(withPage(['a', 'b', 'c', 'd'], 1, ['x'])).toEqual(['x'])
    expect(withPage(['a', 'b'], 3, ['b', 'c'])).toEqual(['a', 'b', 'c'])
  })

  it('is kept for the tab, and what is not one is none', () => {
    keepWalk('demand', { query: { view: 'late' }, ids: ['a', 'b'], next: 'cursor' })
    expect(readWalk('demand')).toEqual({ query: { view: 'late' }, ids: ['a', 'b'], next: 'cursor' })
    sessionStorage.setItem('gz.walk.demand', '{"ids":3}')
    expect(readWalk('demand')).toBeNull()
    sessionStorage.setItem('gz.walk.demand', 'nonsense')
    expect(readWalk('demand')).toBeNull()
  })
})
