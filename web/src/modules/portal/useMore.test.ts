import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useMore } from './useMore'

const settled = async () => {
  for (let n = 0; n < 6; n += 1) await nextTick()
}

describe('再看一些', () => {
  it('adds the next page behind the last, and stops at the end', async () => {
    const asked: (string | undefined)[] = []
    const list = effectScope().run(() =>
      useMore((after) => {
        asked.push(after)
        return Promise.resolve(after === undefined ? { items: [1, 2], next: 'c1' } : { items: [3], next: null })
      }, () => 'one'),
    )
    await settled()
    await list?.more()
    await list?.more()
    expect(list?.items.value).toEqual([1, 2, 3])
    expect(list?.added.value).toBe(1)
    expect(asked).toEqual([undefined, 'c1'])
  })
  it('begins again for another area, and drops what comes too late', async () => {
    const area = ref('one')
    const waiting: ((page: { items: string[] }) => void)[] = []
    const list = effectScope().run(() => useMore(() => new Promise<{ items: string[] }>((resolve) => waiting.push(resolve)), () => area.value))
    area.value = 'two'
    await settled()
    waiting[1]?.({ items: ['two'] })
    waiting[0]?.({ items: ['one'] })
    await settled()
    expect(list?.items.value).toEqual(['two'])
  })
})
