import { describe, expect, it } from 'vitest'
import type { RuleRow } from './api'
import { bookOf, stepsOf, sumOf, termsOf } from './ruleTerms'

const row = (key: string, name: string): RuleRow => ({ key, name, coming: [], mayEnd: false })

describe('the terms of a rule', () => {
  it('begin with what holds, and are a copy of it', () => {
    const terms = { clock: { amount: 24, unit: 'hour', warnHours: 4 } }
    const holding = { id: '1', version: 1, regionCode: '0', regionName: '全国', isOwn: false, from: '2024-01-01', inWords: '', terms, source: '' }
    const begun = termsOf('clock', { ...row('demand.settle.utility', '办结'), holding })
    expect(begun).toEqual(terms)
    expect(begun).not.toBe(terms)
  })

  it('begin with something sensible where nothing is said', () => {
    expect(termsOf('clock', undefined).clock?.unit).toBe('working_day')
    expect(termsOf('route', undefined)).toEqual({ route: {} })
    expect(termsOf('likeness', undefined).likeness?.least).toBe(3)
    expect(termsOf('question', undefined).questions?.asked).toHaveLength(1)
    expect(termsOf('kind', undefined).kind?.isActive).toBe(true)
    expect(termsOf('reason', undefined).reason?.verb).toBe('decline')
    expect(termsOf('retention', undefined).retention?.months).toBe(36)
    expect(termsOf('formula', undefined).formula?.basicallyWeight).toBe(0.9)
  })

  it('sum weights as people do', () => {
    expect(sumOf(0.1, 0.5, 0.4)).toBe(1)
    expect(sumOf(0.1, 0.2, '', undefined)).toBe(0.3)
  })

  it('know the steps by what is said already', () => {
    expect(stepsOf([row('demand.settle.urgent', '办结（全程），紧急类'), row('demand.settle.hard', '办结（全程），疑难类'), row('demand.verify.*', '核查')])).toEqual([
      { key: 'demand.settle', name: '办结（全程）' },
      { key: 'demand.verify', name: '核查' },
    ])
  })

  it('fall back to the first book for an address nobody knows', () => {
    expect(bookOf('moon')).toBe('clock')
    expect(bookOf('formula')).toBe('formula')
  })
})
