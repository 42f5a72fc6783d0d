import { parseProblem, Refused } from '@/app/http/problem'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { demandApi } from './api'
import { aCase, may, mayNot } from './testing'
import { useVerbDialog } from './useVerbDialog'

const crossed = () =>
  new Refused(parseProblem(409, { code: 'demand.changed-meanwhile', detail: '3 分钟前，李工已经办结了。', current: { version: 4 } }))

function opened(verb: 'ask_verification' | 'note_progress' | 'verify') {
  const source = shallowRef(aCase({ may: [may(verb, true), may('note_progress')] }))
  const done = vi.fn()
  const stale = vi.fn(() => Promise.resolve())
  const scope = effectScope()
  const state = scope.run(() => useVerbDialog(() => source.value, verb, { done, stale }))
  if (state === undefined) throw new Error('no scope')
  return { source, done, stale, state, scope }
}

afterEach(() => vi.restoreAllMocks())

describe('a verb about to be done', () => {
  it('sends the version that was on screen', async () => {
    const act = vi.spyOn(demandApi, 'act').mockResolvedValue({ id: '0193-a', version: 4, status: 'verifying' })
    const { state, done } = opened('ask_verification')
    state.draft.value.words = '已通水'
    await state.send()
    expect(act).toHaveBeenCalledWith('0193-a', 'verification-request', { words: '已通水', publicWords: undefined, fileIds: [] }, expect.anything(), 3)
    expect(done).toHaveBeenCalledWith('ask_verification')
  })

  it('asks for what is missing before it sends anything', async () => {
    const act = vi.spyOn(demandApi, 'act')
    const { state } = opened('ask_verification')
    await state.send()
    expect(act).not.toHaveBeenCalled()
    expect(state.errorOf('words')).toBe('请写明情况。')
  })

  it('does a double click once', async () => {
    const act = vi.spyOn(demandApi, 'act').mockResolvedValue({ id: '0193-a', version: 4, status: 'verifying' })
    const { state } = opened('ask_verification')
    state.draft.value.words = '已通水'
    await Promise.all([state.send(), state.send()])
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('after a conflict reads anew, keeps what was typed and offers it as progress', async () => {
    const act = vi.spyOn(demandApi, 'act').mockRejectedValueOnce(crossed()).mockResolvedValueOnce({ id: '0193-a', version: 4, status: 'closed' })
    const { state, stale, done } = opened('ask_verification')
    state.draft.value.words = '已通水'
    await state.send()
    expect(stale).toHaveBeenCalledTimes(1)
    expect(state.problem.value?.detail).toContain('李工已经办结')
    expect(state.draft.value.words).toBe('已通水')
    expect(state.mayKeep.value).toBe(true)
    await state.keep()
    expect(act).toHaveBeenLastCalledWith('0193-a', 'progress', { words: '已通水', fileIds: [] }, expect.anything())
    expect(done).toHaveBeenCalledWith('note_progress')
  })

  it('after a conflict sends again with the version as it is now', async () => {
    const act = vi.spyOn(demandApi, 'act').mockRejectedValueOnce(crossed()).mockResolvedValueOnce({ id: '0193-a', version: 5, status: 'verifying' })
    const { state, source } = opened('ask_verification')
    state.draft.value.words = '已通水'
    await state.send()
    source.value = aCase({ may: [may('ask_verification', true)] }, { version: 4 })
    await state.send()
    expect(act.mock.calls.map((call) => call[4])).toEqual([3, 4])
  })

  it('says why when it can no longer be done, and offers nothing that would be refused', async () => {
    vi.spyOn(demandApi, 'act').mockRejectedValueOnce(crossed())
    const { state, source } = opened('ask_verification')
    state.draft.value.words = '已通水'
    await state.send()
    source.value = aCase({ may: [mayNot('ask_verification', '要先有人接单处置。'), mayNot('note_progress', '已经办结。')] }, { version: 4 })
    expect(state.gone.value).toBe('现在不能报请核查了：要先有人接单处置。')
    expect(state.mayKeep.value).toBe(false)
  })

  it('says the refusal beside the field it names, and not twice', async () => {
    vi.spyOn(demandApi, 'act').mockRejectedValueOnce(new Refused(parseProblem(422, { code: 'demand.words-too-long', detail: '内容最多 2000 字。', field: 'words' })))
    const { state } = opened('ask_verification')
    state.draft.value.words = '长'
    await state.send()
    expect(state.errorOf('words')).toBe('内容最多 2000 字。')
    expect(state.problem.value).toBeNull()
  })

  it('keeps what was typed on this device until it is sent', () => {
    const first = opened('ask_verification')
    first.state.draft.value.words = '写到一半'
    first.scope.stop()
    const second = opened('ask_verification')
    expect(second.state.draft.value.words).toBe('写到一半')
    expect(second.state.found.value).toBe(true)
  })
})
