import { parseProblem } from '@/app/http/problem'
import { describe, expect, it } from 'vitest'
import { bodyOf, faultsIn, faultsOf, forgetIntention, intentionFor, lengthOf, outageWords, type ReportDraft } from './report'

const draft = (by: Partial<ReportDraft> = {}): ReportDraft => ({
  place: { code: '110105001026000', name: '永安里社区', level: 5 }, spot: '', kind: 'heating_water', words: '暖气不热', anonymous: false, files: [], ...by,
})
const contact = { name: '刘女士', phone: '13812345521' }

describe('a report', () => {
  it('needs a place and words, nothing else', () => {
    expect(Object.keys(faultsOf(draft({ place: null, words: '  ', kind: null })))).toEqual(['place', 'words'])
    expect(faultsOf(draft({ kind: null }))).toEqual({})
  })
  it('counts characters, not the halves a rare one is stored in', () => {
    expect(lengthOf('𠮷家😀')).toBe(3)
    expect(faultsOf(draft({ words: '𠮷'.repeat(2000) }))).toEqual({})
    expect(faultsOf(draft({ words: '字'.repeat(2001) })).words).toContain('2001')
  })
  it('without a name carries neither name nor phone, even when they were typed before', () => {
    expect(bodyOf(draft({ anonymous: true }), contact)).toMatchObject({ anonymous: true, name: null, phone: null })
    expect(bodyOf(draft(), contact)).toMatchObject({ name: '刘女士', phone: '13812345521' })
  })
  it('whose kind nobody knows has none', () => {
    expect(bodyOf(draft({ kind: '' }), contact).kind).toBeNull()
  })
})

describe('the key of a submission', () => {
  it('stays the same for the same content, through a reload', () => {
    const body = bodyOf(draft(), contact)
    const first = intentionFor(body, localStorage).key
    expect(intentionFor(bodyOf(draft(), contact), localStorage).key).toBe(first)
    expect(localStorage.getItem('gz.report.key')).not.toContain('13812345521')
  })
  it('is another one once the content is, or once it was answered', () => {
    const first = intentionFor(bodyOf(draft(), contact), localStorage).key
    expect(intentionFor(bodyOf(draft({ words: '暖气还是不热' }), contact), localStorage).key).not.toBe(first)
    const second = intentionFor(bodyOf(draft(), contact), localStorage).key
    forgetIntention(localStorage)
    expect(intentionFor(bodyOf(draft(), contact), localStorage).key).not.toBe(second)
  })
  it('is kept even where the browser forbids storage', () => {
    const forbidden = { getItem: () => { throw new Error('forbidden') }, setItem: () => { throw new Error('forbidden') } } as unknown as Storage
    const body = bodyOf(draft(), contact)
    expect(intentionFor(body, forbidden).key).toBe(intentionFor(body, forbidden).key)
  })
})

describe('what the server says', () => {
  it('stands at the field it is about', () => {
    const problem = parseProblem(422, { detail: '手机号应为 11 位，现在是 10 位。可以不填。', field: 'phone' })
    expect(faultsIn(problem)).toEqual({ phone: '手机号应为 11 位，现在是 10 位。可以不填。' })
    expect(faultsIn(parseProblem(422, { detail: '位置太长', field: 'place' }))).toEqual({ spot: '位置太长' })
    expect(faultsIn(parseProblem(422, { detail: '没有这个地方', field: 'regionCode' }))).toEqual({ place: '没有这个地方' })
  })
  it('tells a lost network from a server that recovers', () => {
    expect(outageWords(parseProblem(0, {}))).toContain('连不上网')
    expect(outageWords(parseProblem(503, {}))).toContain('数据库正在恢复')
    expect(outageWords(parseProblem(422, {}))).toBeUndefined()
  })
})
