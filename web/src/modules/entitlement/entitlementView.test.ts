import { describe, expect, it } from 'vitest'
import { groundsOf, kinds, type Stored } from './api'
import { correctionOf, factsOf, lampOf } from './entitlementView'

const stored: Stored = {
  number: '建外-2026-000018', raisedAt: '2026-11-20T02:00:00Z', kind: '供暖', where: '永安里社区', place: '', title: '暖气不热', words: '十二号楼暖气不热', anonymous: false,
  name: '刘＊＊', answers: [{ question: '几天了', answer: '三天' }], told: [], files: [], looks: [],
}

describe('what is stored of a reporter', () => {
  it('says what is not kept too', () => {
    const facts = factsOf(stored)
    expect(facts.find((fact) => fact.name === '电话')?.value).toBe('没有保存')
    expect(facts.find((fact) => fact.name === '姓名')?.value).toBe('刘＊＊')
    expect(facts.find((fact) => fact.name === '地点')?.value).toBe('永安里社区')
    expect(facts.find((fact) => fact.name === '几天了')?.value).toBe('三天')
  })
})

describe('a correction', () => {
  it('sends only what was written', () => {
    expect(correctionOf({ title: ' 暖气不热了 ', words: '  ', name: '', phone: '13812345521' })).toEqual({ title: '暖气不热了', phone: '13812345521' })
  })
})

describe('an answer', () => {
  it('has a ground for every kind, and no deletion is refused as checked', () => {
    for (const kind of kinds) expect(groundsOf[kind].length).toBeGreaterThan(0)
    expect(groundsOf.delete).not.toContain('checked_right')
  })
  it('puts the lamp out', () => {
    expect(lampOf({ dueAt: '2026-12-11T02:00:00Z', warnAt: '2026-12-08T02:00:00Z', answeredAt: '2026-11-23T02:00:00Z' })).toEqual({ tone: 'done', words: '已答复' })
  })
})
