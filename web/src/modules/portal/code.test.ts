import { describe, expect, it } from 'vitest'
import { faultOf, tidyCode } from './code'

describe('a follow-up code', () => {
  it('is taken as people type it', () => {
    for (const typed of ['7k4p9 2mxq3', '7K4P9-2MXQ3', ' 7K4P92MXQ3 ', '７Ｋ４Ｐ９　２ＭＸＱ３', '7k4p9—2mxq3']) expect(tidyCode(typed)).toBe('7K4P92MXQ3')
    expect(faultOf('7K4P92MXQ3')).toBeNull()
  })
  it('that cannot be one is told so before anything is sent', () => {
    expect(faultOf('')).toEqual({ kind: 'missing' })
    expect(faultOf('7K4P9')).toEqual({ kind: 'short', count: 5 })
    expect(faultOf('7K4P92MXO0')).toEqual({ kind: 'unlike', chars: 'O、0' })
  })
})
