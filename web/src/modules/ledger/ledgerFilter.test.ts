import { describe, expect, it } from 'vitest'
import { changed, cleared, filterOf, happenedOf, isSame, ledgerAt, listOf, textOf, without } from './ledgerFilter'
import { chipsOf, kindNames } from './useLedgerWords'

const kinds = [
  { code: 'heating', name: '供暖供水' },
  { code: 'heating.a', parent: 'heating', name: '供暖' },
  { code: 'noise', name: '噪声' },
]

describe('the filter of the ledger', () => {
  it('is read from an address, and shows what is in hand when no view is named', () => {
    expect(filterOf({ region: '110105000000000', q: ' 暖气 ', page: '3' })).toEqual({ region: '110105000000000', q: '暖气', view: 'open' })
    expect(filterOf({ status: ['raised', 'accepted'], view: 'all' })).toEqual({ status: 'raised,accepted', view: 'all' })
  })
  it('goes into an address and comes back the same', () => {
    const filter = filterOf({ view: 'all', judged: 'solved', judgedFrom: '2026-11-01', judgedTo: '2026-11-24' })
    expect(isSame(filterOf(ledgerAt(filter).query), filter)).toBe(true)
  })
  it('drops a part that is set to nothing', () => {
    expect(changed({ view: 'open', q: '水' }, { q: '', kind: 'noise' })).toEqual({ view: 'open', kind: 'noise' })
  })
  it('removes the days together with the condition they belong to', () => {
    expect(without({ view: 'all', judged: 'valid', judgedFrom: '2026-11-01', judgedTo: '2026-11-24' }, 'judged')).toEqual({ view: 'all' })
    expect(without({ view: 'all', raisedFrom: '2026-11-01', to: '2026-11-02' }, 'raised')).toEqual({ view: 'all' })
  })
  it('keeps tab and order when all conditions are cleared', () => {
    expect(cleared({ view: 'late', sort: 'raised', q: '水', kind: 'noise' })).toEqual({ view: 'late', sort: 'raised' })
  })
  it('knows what is counted each time it happens', () => {
    expect(happenedOf({ judged: 'valid', closedFrom: '2026-01-01' })).toBe('judged')
    expect(happenedOf({ passedUp: 'true' })).toBe('passedUp')
    expect(happenedOf({ closedTo: '2026-01-01' })).toBe('closed')
    expect(happenedOf({ view: 'open' })).toBeUndefined()
  })
  it('writes lists with commas', () => {
    expect(listOf('a,b')).toEqual(['a', 'b'])
    expect(listOf(undefined)).toEqual([])
    expect(textOf([])).toBeUndefined()
    expect(textOf(['a', 'b'])).toBe('a,b')
  })
})

describe('what is chosen, in words', () => {
  it('names a kind without those below it that go with it', () => {
    expect(kindNames(['heating', 'heating.a', 'noise'], kinds)).toBe('供暖供水、噪声')
    expect(kindNames(['heating.a'], kinds)).toBe('供暖')
    expect(kindNames(['gone'], kinds)).toBe('gone')
  })
  it('says every condition once, in the order of the filter line', () => {
    const chips = chipsOf({ view: 'all', late: 'true', channel: 'hotline,online', from: '2026-10-01', judged: 'solved', judgedFrom: '2026-11-01', judgedTo: '2026-11-24' }, { kinds })
    expect(chips.map((chip) => chip.words)).toEqual(['渠道：热线、网上', '时限：已超期', '登记：2026-10-01 起', '回访：解决了，2026-11-01 至 2026-11-24'])
  })
  it('says a place by its name', () => {
    expect(chipsOf({ region: '110105001000000' }, { kinds, region: '建外街道' })).toEqual([{ key: 'region', words: '地方：建外街道' }])
  })
})
