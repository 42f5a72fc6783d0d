import { describe, expect, it } from 'vitest'
import { kindIn, missingInRegistration, questionOf, registrationOf, type RegisterDraft } from './useRegister'

const kind = (code: string, name: string) => ({ code, name, isPublic: true })
const draft: RegisterDraft = { words: ' 暖气不热 ', region: { code: '110105001026004', name: '第四网格', level: 6 }, kind: 'heating', channel: 'phone', title: '', place: ' 12号楼 ', anonymous: false, name: '刘秀英', phone: '13800135521' }

describe('registering', () => {
  it('sends no blank texts', () => {
    expect(registrationOf(draft, ['f'])).toEqual({ regionCode: '110105001026004', kind: 'heating', channel: 'phone', words: '暖气不热', place: '12号楼', anonymous: false, name: '刘秀英', phone: '13800135521', fileIds: ['f'] })
  })

  it('sends no name and no phone of whoever wishes to stay anonymous', () => {
    const body = registrationOf({ ...draft, anonymous: true }, [])
    expect(body.name).toBeUndefined()
    expect(body.phone).toBeUndefined()
  })

  it('names everything that is missing at once', () => {
    expect(missingInRegistration({ ...draft, words: ' ', region: null, kind: null })).toEqual(['words', 'regionCode', 'kind'])
  })

  it('takes the kind that stands in the words, the longest name first', () => {
    const kinds = [kind('parking_traffic', '停车'), kind('street_parking', '路边停车'), kind('other', '其他')]
    expect(kindIn('路边停车太乱', kinds)).toBe('street_parking')
    expect(kindIn('楼上吵', kinds)).toBeNull()
  })
})

describe('asking for the same while it is typed', () => {
  it('waits until something is known', () => {
    expect(questionOf({ ...draft, region: null })).toBeUndefined()
    expect(questionOf({ ...draft, kind: null, words: '吵' })).toBeUndefined()
  })

  it('asks by place, kind, words and the mark on the map', () => {
    expect(questionOf(draft)).toEqual({ region: '110105001026004', kind: 'heating', q: '暖气不热' })
    expect(questionOf({ ...draft, kind: null, pin: { lng: 116.4, lat: 39.9 } })).toEqual({ region: '110105001026004', q: '暖气不热', lng: 116.4, lat: 39.9 })
  })
})
