import { describe, expect, it } from 'vitest'
import { choicesIn, linesOf, moved, newQuestion } from './questions'

describe('questions in the writing', () => {
  it('have one choice a line, in English after a bar', () => {
    const lines = '客厅|Living room\n卧室'
    expect(choicesIn(lines)).toEqual([{ text: '客厅', textEn: 'Living room' }, { text: '卧室' }])
    expect(linesOf({ ...newQuestion(), type: 'one', options: choicesIn(lines) })).toBe(lines)
  })

  it('change places', () => {
    const [first, second] = [{ ...newQuestion(), text: '一' }, { ...newQuestion(), text: '二' }]
    expect(moved([first, second], 1, -1).map((each) => each.text)).toEqual(['二', '一'])
  })
})
