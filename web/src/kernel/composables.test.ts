import { newIntention, type Intention } from '@/app/http/http'
import { parseProblem, Refused } from '@/app/http/problem'
import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { defineTexts, useLanguage } from './i18n'
import { useTableLook, type Column } from './tableLook'
import { useAction } from './useAction'
import { useDraft } from './useDraft'
import { useKeysetList } from './useKeysetList'

const settled = async () => {
  for (let n = 0; n < 6; n += 1) await nextTick()
}

describe('useAction', () => {
  it('repeats the key after a lost connection and takes a new one after an answer', async () => {
    const keys: string[] = []
    const outcomes = [0, 503, 422, 200, 200]
    const action = useAction((intention: Intention) => {
      keys.push(intention.key)
      const status = outcomes.shift() ?? 200
      return status === 200 ? Promise.resolve('done') : Promise.reject(new Refused(parseProblem(status, { detail: 'x' })))
    })
    for (let n = 0; n < 5; n += 1) await action.run()
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
    expect(keys[3]).not.toBe(keys[2])
    expect(keys[4]).not.toBe(keys[3])
  })
  it('runs once at a time', async () => {
    let runs = 0
    const action = useAction(async () => {
      runs += 1
      await Promise.resolve()
    })
    await Promise.all([action.run(), action.run()])
    expect(runs).toBe(1)
    expect(action.busy.value).toBe(false)
  })
  it('keeps the problem until the next try', async () => {
    let fail = true
    const action = useAction(() => (fail ? Promise.reject(new Refused(parseProblem(409, { detail: '已办结' }))) : Promise.resolve(1)))
    expect(await action.run()).toBeUndefined()
    expect(action.problem.value?.detail).toBe('已办结')
    fail = false
    expect(await action.run()).toBe(1)
    expect(action.problem.value).toBeNull()
    expect(newIntention().key).not.toBe('')
  })
})

describe('useKeysetList', () => {
  it('walks forwards by cursor and back by the way it came, and starts anew with a new filter', async () => {
    const asked: (string | undefined)[] = []
    const filter = ref({ q: '' })
    const scope = effectScope()
    const list = scope.run(() =>
      useKeysetList<number, { q: string }>(
        (_filter, after) => {
          asked.push(after)
          const start = after === undefined ? 0 : Number(after)
          return Promise.resolve({ items: [start, start + 1], next: start < 4 ? String(start + 2) : null, total: '1000+' })
        },
        () => filter.value,
      ),
    )
    if (list === undefined) throw new Error('no list')
    await settled()
    expect([list.rows.value, list.from.value, list.to.value, list.hasPrevious.value]).toEqual([[0, 1], 1, 2, false])
    list.next()
    await settled()
    list.next()
    await settled()
    expect([list.rows.value, list.from.value, list.to.value, list.hasNext.value]).toEqual([[4, 5], 5, 6, false])
    list.previous()
    await settled()
    expect([list.rows.value, list.from.value]).toEqual([[2, 3], 3])
    filter.value = { q: '暖气' }
    await settled()
    expect([list.rows.value, list.hasPrevious.value]).toEqual([[0, 1], false])
    expect(asked).toEqual([undefined, '2', '4', '2', undefined])
    scope.stop()
  })
})

describe('useDraft', () => {
  it('is found again after leaving the page, and gone after sending', async () => {
    const first = effectScope()
    first.run(() => {
      const draft = useDraft('test', () => ({ words: '', place: '' }))
      expect(draft.found.value).toBe(false)
      draft.value.value.words = '暖气不热'
    })
    await settled()
    first.stop()
    const second = effectScope()
    second.run(() => {
      const draft = useDraft('test', () => ({ words: '', place: '', kind: 'heating' }))
      expect(draft.found.value).toBe(true)
      expect(draft.value.value).toEqual({ words: '暖气不热', place: '', kind: 'heating' })
      draft.clear()
      expect(draft.value.value.words).toBe('')
    })
    second.stop()
    effectScope().run(() => expect(useDraft('test', () => ({ words: '' })).found.value).toBe(false))
  })
})

describe('useTableLook', () => {
  const columns: Column<{ id: string }>[] = [{ key: 'a', title: 'A', fixed: true }, { key: 'b', title: 'B' }, { key: 'c', title: 'C', hidden: true }]
  it('remembers what differs from the default, so that new columns appear by themselves', async () => {
    const look = useTableLook('test', () => columns)
    expect(look.shown.value.map((each) => each.key)).toEqual(['a', 'b'])
    look.toggle({ key: 'b', title: 'B' })
    look.toggle({ key: 'c', title: 'C', hidden: true })
    look.compact.value = true
    await nextTick()
    const again = useTableLook('test', () => [...columns, { key: 'd', title: 'D' }])
    expect(again.shown.value.map((each) => each.key)).toEqual(['a', 'c', 'd'])
    expect(again.compact.value).toBe(true)
    again.reset()
    expect(again.shown.value.map((each) => each.key)).toEqual(['a', 'b', 'd'])
  })
})

describe('texts', () => {
  it('follow the language and choose the plural', () => {
    const t = defineTexts('test', { photos: '{count} 张照片', deep: { hello: '您好，{name}' } }, { photos: '{count} photo | {count} photos', deep: { hello: 'Hello {name}' } })
    expect(t('deep.hello', { name: '周敏' })).toBe('您好，周敏')
    expect(t('photos', { count: 2 })).toBe('2 张照片')
    useLanguage('en')
    expect([t('photos', { count: 1 }), t('photos', { count: 2 })]).toEqual(['1 photo', '2 photos'])
  })
})
