import { describe, expect, it } from 'vitest'
import { safeNext } from '../router'
import { passwordErrors } from './passwordRules'

describe('a new password', () => {
  it('is long enough, different, and written twice alike', () => {
    expect(passwordErrors({ current: 'old-Secret-1', next: 'new-Secret-22', again: 'new-Secret-22' })).toEqual({})
    expect(passwordErrors({ current: '', next: 'short', again: 'x' })).toEqual({
      current: '请填写现在的口令。', next: '新口令至少 10 个字符，现在是 5 个。', again: '两次写的新口令不一样。',
    })
    expect(passwordErrors({ current: 'old-Secret-1', next: 'old-Secret-1', again: 'old-Secret-1' })).toHaveProperty('next')
  })
})

describe('the page after signing in', () => {
  it('is inside this site or the start', () => {
    expect(safeNext('/demands/1?x=2')).toBe('/demands/1?x=2')
    for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example', undefined, ['/a']]) expect(safeNext(bad)).toBe('/')
  })
})
