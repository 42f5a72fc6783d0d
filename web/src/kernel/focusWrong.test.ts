import { afterEach, describe, expect, it } from 'vitest'
import { focusWrong } from './focusWrong'

const form = (html: string) => {
  document.body.innerHTML = `<form>${html}</form>`
  return document.querySelector('form')
}

describe('what has to be corrected', () => {
  afterEach(() => (document.body.innerHTML = ''))

  it('is reached at its control, also where a group or a wrapped list carries the mark', () => {
    expect(focusWrong(form('<input id="a"><input id="b" aria-invalid="true">'))).toBe(true)
    expect(document.activeElement?.id).toBe('b')
    focusWrong(form('<fieldset><p class="gz-field__error">!</p><label><input id="c" type="radio"></label></fieldset>'))
    expect(document.activeElement?.id).toBe('c')
    focusWrong(form('<div aria-invalid="true"><span><input id="d"></span></div>'))
    expect(document.activeElement?.id).toBe('d')
  })

  it('is nowhere when nothing is marked', () => {
    expect(focusWrong(form('<input>'))).toBe(false)
    expect(focusWrong(null)).toBe(false)
  })
})
