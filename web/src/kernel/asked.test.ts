import { describe, expect, it } from 'vitest'
import { given, toggled } from './asked'

describe('answers', () => {
  it('that are blank are none', () => {
    expect(given({ floor: [' 12 '], since: [''], seen: [] })).toEqual({ floor: ['12'] })
    expect(given({ since: [' '] })).toBeUndefined()
    expect(given(undefined)).toBeUndefined()
  })

  it('of several are ticked and unticked', () => {
    expect(toggled(undefined, '客厅')).toEqual(['客厅'])
    expect(toggled(['客厅', '卧室'], '客厅')).toEqual(['卧室'])
  })
})
