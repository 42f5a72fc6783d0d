import { describe, expect, it } from 'vitest'
import { bodyOf, emptyDraft, formOf, missingIn, verbs } from './verbForms'

const draft = (change: Partial<ReturnType<typeof emptyDraft>>) => ({ ...emptyDraft(), ...change })

describe('what a verb asks for and sends', () => {
  it('sends nothing for a verb that asks nothing', () => {
    expect(bodyOf('take_up', draft({ words: '剩下的' }), [])).toBeUndefined()
    expect(missingIn('take_up', emptyDraft(), false)).toEqual([])
  })

  it('sends a department or a colleague, never both', () => {
    expect(bodyOf('assign', draft({ assignee: 'd:7' }), [])).toEqual({ departmentId: '7', words: '' })
    expect(bodyOf('assign', draft({ assignee: 'a:8', words: ' 尽快 ' }), [])).toEqual({ accountId: '8', words: '尽快' })
  })

  it('reads the chosen time as Beijing time', () => {
    expect(bodyOf('ask_extension', draft({ dueAt: '2026-11-26T18:00', reason: 'parts', words: '等阀门' }), [])).toMatchObject({ dueAt: '2026-11-26T10:00:00.000Z' })
  })

  it('says nothing more of a call-back that reached nobody', () => {
    const answers = { valid: false, contacted: true, solved: true, satisfaction: 'satisfied', words: '三次没人接' }
    expect(bodyOf('call_back', draft(answers), [])).toEqual({ valid: false, words: '三次没人接' })
    expect(missingIn('call_back', draft({ valid: false }), false)).toEqual([])
    expect(missingIn('call_back', draft({ valid: true }), false)).toEqual(['contacted', 'solved', 'satisfaction'])
  })

  it('needs words to refuse and none to agree', () => {
    expect(missingIn('verify', draft({ passed: true }), false)).toEqual([])
    expect(missingIn('verify', draft({ passed: false }), false)).toEqual(['words'])
    expect(missingIn('decide_extension', draft({ grant: false }), false)).toEqual(['words'])
  })

  it('needs words where the reason asks for them', () => {
    expect(missingIn('decline', draft({ reason: 'decline_other' }), true)).toEqual(['words'])
    expect(missingIn('decline', draft({ reason: 'in_court' }), false)).toEqual([])
  })

  it('closes only with a word to the resident', () => {
    expect(missingIn('close', emptyDraft(), false)).toEqual(['publicWords'])
    expect(missingIn('verify', draft({ passed: true, closing: true }), false)).toEqual(['publicWords'])
  })

  it('closes with the verification only what passed and was meant to be closed', () => {
    expect(bodyOf('verify', draft({ passed: true, closing: true, publicWords: '换了阀门 ' }), [])).toEqual({ passed: true, close: true, publicWords: '换了阀门', words: '' })
    expect(bodyOf('verify', draft({ passed: true, closing: false, publicWords: '换了阀门' }), [])).toEqual({ passed: true, words: '' })
    expect(bodyOf('verify', draft({ passed: false, closing: true, words: '还是不热' }), [])).toEqual({ passed: false, words: '还是不热' })
  })

  it('sends a progress note without a version: it is true whatever happened meanwhile', () => {
    expect(verbs.filter((verb) => formOf(verb).isNote === true)).toEqual(['note_progress'])
  })
})
