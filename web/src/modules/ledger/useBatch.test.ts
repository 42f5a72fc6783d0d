import { parseProblem, Refused } from '@/app/http/problem'
import type { Intention } from '@/app/http/http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ledgerApi, type LedgerRow } from './api'
import { useBatch } from './useBatch'

const row = (id: string): LedgerRow => ({
  id, number: `建外2611-${id}`, title: '暖气不热', joiners: 0, regionCode: '110105001001001', place: '永安里 · 第一网格', kind: 'heating', kindName: '供暖', channel: 'phone', status: 'handling', step: 'handle', responsible: '刘工',
  raisedAt: '2026-11-20T00:00:00Z', dueAt: '2026-11-24T00:00:00Z', warnAt: '2026-11-23T00:00:00Z', isLate: false, urgedToday: false,
})
const now = (id: string, allowed = true) => ({ demand: { id, version: 4, number: id }, may: [{ verb: 'urge' as const, allowed, ...(allowed ? {} : { why: '还没有派给谁，没有可催的对象。' }) }] })

afterEach(() => vi.restoreAllMocks())

describe('a batch', () => {
  it('does each case with the version just read, and skips with the reason what may not be done', async () => {
    vi.spyOn(ledgerApi, 'now').mockImplementation((id) => Promise.resolve(now(id, id !== '2')))
    const act = vi.spyOn(ledgerApi, 'act').mockResolvedValue({})
    const batch = useBatch('urge')
    await batch.run([row('1'), row('2'), row('3')], () => ({ reason: 'slow' }), [{ number: '9', why: '今天已催' }])
    expect(act.mock.calls.map(([id, verb, body, version]) => [id, verb, body, version])).toEqual([['1', 'urge', { reason: 'slow' }, 4], ['3', 'urge', { reason: 'slow' }, 4]])
    expect([batch.done.value, batch.ended.value]).toEqual([2, true])
    expect(batch.skipped.value).toEqual([{ number: '9', why: '今天已催' }, { number: '建外2611-2', why: '还没有派给谁，没有可催的对象。' }])
  })
  it('tells the refusal of the server and goes on', async () => {
    vi.spyOn(ledgerApi, 'now').mockImplementation((id) => Promise.resolve(now(id)))
    vi.spyOn(ledgerApi, 'act').mockRejectedValueOnce(new Refused(parseProblem(409, { detail: '刚才已经办结。' }))).mockResolvedValue({})
    const batch = useBatch('urge')
    await batch.run([row('1'), row('2')], () => ({}))
    expect([batch.done.value, batch.skipped.value]).toEqual([1, [{ number: '建外2611-1', why: '刚才已经办结。' }]])
  })
  it('stops when the connection is lost, and repeats the same key when it goes on', async () => {
    vi.spyOn(ledgerApi, 'now').mockImplementation((id) => Promise.resolve(now(id)))
    const keys: [string, string][] = []
    let lost = true
    vi.spyOn(ledgerApi, 'act').mockImplementation((id: string, _verb: string, _body: unknown, _version: number, intention: Intention) => {
      keys.push([id, intention.key])
      if (id === '2' && lost) return Promise.reject(new Refused(parseProblem(0, {})))
      return Promise.resolve({})
    })
    const batch = useBatch('urge')
    await batch.run([row('1'), row('2'), row('3')], () => ({}))
    expect([batch.paused.value, batch.ended.value, batch.tried.value]).toEqual([true, false, 1])
    lost = false
    await batch.goOn()
    expect([batch.done.value, batch.ended.value]).toEqual([3, true])
    expect(keys.map(([id]) => id)).toEqual(['1', '2', '2', '3'])
    expect(keys[2]?.[1]).toBe(keys[1]?.[1])
    expect(keys[3]?.[1]).not.toBe(keys[1]?.[1])
  })
})
