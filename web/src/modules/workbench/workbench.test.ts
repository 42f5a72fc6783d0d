import { describe, expect, it } from 'vitest'
import type { Todo, TodoGroup } from './api'
import { lastVisit } from './lastVisit'
import { groupName, headline, joined, verbOf, whatStands } from './todoView'

const todo = (id: string): Todo => ({ id, subjectKind: 'demand', subjectId: 's', step: 'verify', title: '', note: '', placeText: '', lamp: 'ok', dueAt: '', warnAt: '', route: '/' })
const group = (key: string, ...ids: string[]): TodoGroup => ({ key, count: 9, items: ids.map(todo) })
const HOUR = 3_600_000

describe('the workbench', () => {
  it('opens with where one stands', () => {
    expect(headline({ all: 9, late: 1, today: 3 })).toBe('今天有 3 件到期，另有 1 件已超期')
    expect(headline({ all: 9, late: 2, today: 0 })).toBe('有 2 件已超期')
    expect(headline({ all: 4, late: 0, today: 0 })).toBe('今天没有到期的事，还有 4 件等您办')
    expect(headline({ all: 0, late: 0, today: 0 })).toBe('现在没有等您办的事')
  })

  it('names what waits and the one thing to do about it', () => {
    expect(whatStands(todo('1'))).toBe('诉求 · 核查')
    expect(verbOf(todo('1'))).toBe('去核查')
    expect(verbOf({ step: 'handle', pausedAt: '2026-11-24T09:00:00Z' })).toBe('查看')
    expect(verbOf({ step: 'something-new' })).toBe('查看')
  })

  it('names groups by time, by matter and by place', () => {
    expect(groupName(group('late'))).toBe('已超期')
    expect(groupName(group('demand.handle'))).toBe('诉求 · 处置')
    expect(groupName({ ...group('110105001026004'), name: '第四网格' })).toBe('第四网格')
  })

  it('adds a further page without showing a row twice', () => {
    const grown = joined([group('late', 'a'), group('today', 'b')], [group('today', 'b', 'c'), group('later', 'd')])
    expect(grown.map((each) => [each.key, each.items.map((item) => item.id)])).toEqual([['late', ['a']], ['today', ['b', 'c']], ['later', ['d']]])
  })

  it('counts a short absence as the same visit and forgets nothing of it', () => {
    expect(lastVisit('d', 0)).toBeUndefined()
    const back = 10 * HOUR
    expect(lastVisit('d', back)).toBe(0)
    expect(lastVisit('d', back + 60_000)).toBe(0)
    expect(lastVisit('d', back + 2 * HOUR)).toBe(back + 60_000)
  })

  it('looks back a week at most', () => {
    lastVisit('d', 0)
    expect(lastVisit('d', 30 * 24 * HOUR)).toBe(23 * 24 * HOUR)
  })
})
