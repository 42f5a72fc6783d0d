import { describe, expect, it } from 'vitest'
import { aCase, may, mayNot } from './testing'
import { actionsOf } from './useDemandActions'

describe('what can be done with a demand', () => {
  it('puts the one the server calls first at the top and keeps the rest in the order of work', () => {
    const { shown } = actionsOf(aCase({ may: [may('suspend'), may('pass_up'), may('note_progress', true), may('ask_verification')] }))
    expect(shown.map((each) => each.key)).toEqual(['note_progress', 'ask_verification', 'pass_up', 'suspend'])
    expect(shown.map((each) => each.primary)).toEqual([true, false, false, false])
  })

  it('has no primary button where the server names none', () => {
    expect(actionsOf(aCase({ may: [may('urge'), may('supervise')] })).shown.some((each) => each.primary)).toBe(false)
  })

  it('names the level that a passing up goes to', () => {
    expect(actionsOf(aCase({ may: [may('pass_up')] })).shown[0]?.name).toBe('上报街道…')
    expect(actionsOf(aCase({ may: [may('pass_up')] }, { nodeCode: '110105001000000' })).shown[0]?.name).toBe('上报区…')
  })

  it('shows four beside the first and the rest under more', () => {
    const all = ['note_progress', 'ask_verification', 'pass_up', 'send_down', 'urge', 'ask_extension', 'suspend', 'merge']
    const { shown, more } = actionsOf(aCase({ may: all.map((verb, n) => may(verb, n === 0)) }))
    expect(shown).toHaveLength(5)
    expect(more.map((each) => each.key)).toEqual(['ask_extension', 'suspend', 'merge'])
  })

  it('does not hide a single one under more', () => {
    const all = ['note_progress', 'ask_verification', 'pass_up', 'send_down', 'urge', 'merge']
    const { shown, more } = actionsOf(aCase({ may: all.map((verb, n) => may(verb, n === 0)) }))
    expect(shown).toHaveLength(6)
    expect(more).toEqual([])
  })

  it('says one reason once for all it keeps from being done, the expected ones first', () => {
    const { blocked, blockedMore } = actionsOf(
      aCase({ may: [mayNot('accept', '已经受理过了。'), mayNot('return', '受理后不能退回。'), mayNot('close', '要先核查。'), mayNot('verify', '现在没有等着核查的结果。'), mayNot('resume', '没有挂账。'), mayNot('reopen', '没有挂账。'), mayNot('urge', '今天已催办。')] }),
    )
    expect(blocked.map((each) => each.name)).toEqual(['退回', '核查', '结案', '催办'])
    expect(blockedMore).toEqual([
      { key: 'accept', name: '受理', why: '已经受理过了。' },
      { key: 'resume.reopen', name: '恢复办理、重办', why: '没有挂账。' },
    ])
  })

  it('leaves out what it does not know', () => {
    expect(actionsOf(aCase({ may: [may('fly'), mayNot('swim', '没有水。')] }))).toEqual({ shown: [], more: [], blocked: [], blockedMore: [] })
  })
})
