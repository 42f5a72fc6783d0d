import { keepWalk } from '@/kernel/walk'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { demandApi, type DemandCase } from './api'
import { useNeighbours, WALK } from './useNeighbours'

const source = () => ({ previous: 'newer', next: 'older' }) as DemandCase

function neighbours(id: string) {
  const shown = ref(id)
  const found = effectScope().run(() => useNeighbours(() => shown.value, source))
  if (found === undefined) throw new Error('no scope')
  return { ...found, shown }
}

describe('neighbours of a case', () => {
  beforeEach(() => sessionStorage.clear())

  it('are those of the list one came from', () => {
    keepWalk(WALK, { query: { view: 'late' }, ids: ['a', 'b', 'c'], next: null })
    const { previous, next, shown } = neighbours('b')
    expect([previous.value, next.value]).toEqual(['a', 'c'])
    shown.value = 'c'
    expect([previous.value, next.value]).toEqual(['b', undefined])
  })

  it('go on behind the page that was shown', async () => {
    keepWalk(WALK, { query: { view: 'late' }, ids: ['a', 'b'], next: 'cursor' })
    const further = vi.spyOn(demandApi, 'further').mockResolvedValue({ items: [{ id: 'c' }], next: null } as never)
    const { next } = neighbours('b')
    await flushPromises()
    expect(further).toHaveBeenCalledWith({ view: 'late' }, 'cursor')
    expect(next.value).toBe('c')
  })

  it('are those in time for a case opened from elsewhere', () => {
    keepWalk(WALK, { query: {}, ids: ['a'], next: null })
    const { previous, next } = neighbours('z')
    expect([previous.value, next.value]).toEqual(['newer', 'older'])
  })
})
