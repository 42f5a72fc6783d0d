import { describe, expect, it } from 'vitest'
import { beyondName, lastPlace, readPlace, rememberPlace, waysToAsk } from './place'

const YONGANLI = { code: '110105001026000', name: '永安里社区', shortName: '永安里', level: 5 }

describe('a place', () => {
  it('is remembered on this device, and nothing else of it', () => {
    rememberPlace(YONGANLI)
    expect(lastPlace.value).toEqual({ code: '110105001026000', name: '永安里社区', level: 5 })
    expect(readPlace(localStorage.getItem('gz.place'))).toEqual(lastPlace.value)
  })
  it('that was tampered with is none', () => {
    for (const text of [null, '', '{', '[]', '{"code":"1","name":"x","level":5}', '{"code":"110105001026000"}']) expect(readPlace(text)).toBeNull()
  })
})

describe('an address as people type it', () => {
  it('leaves what stands behind the name of the community', () => {
    expect(beyondName('永安里社区 12号楼附近', YONGANLI)).toBe('12号楼附近')
    expect(beyondName('永安里12号楼', YONGANLI)).toBe('12号楼')
    expect(beyondName('朝阳区建外街道永安里社区', YONGANLI)).toBe('')
    expect(beyondName('yonganli', YONGANLI)).toBe('')
  })
  it('is asked whole first, then without door and building', () => {
    expect(waysToAsk('永安里社区12号楼')).toEqual(['永安里社区12号楼', '永安里社区'])
    expect(waysToAsk(' 永安里 ')).toEqual(['永安里'])
    expect(waysToAsk('12号')).toEqual(['12号'])
  })
})
