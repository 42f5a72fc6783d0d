import { shallowRef } from 'vue'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 10

/** A code on its way from one page to the next. In memory only: the next person at this device must not find it. */
export const heldCode = shallowRef<string | null>(null)

/** As people type it: small or full-width letters, blanks and dashes. */
export function tidyCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}·.]+/gu, '')
}

export type CodeFault = { kind: 'missing' } | { kind: 'short'; count: number } | { kind: 'unlike'; chars: string }

/** What is certainly wrong with it, before the server is asked; a wrong guess there costs the person waiting time. */
export function faultOf(code: string): CodeFault | null {
  if (code === '') return { kind: 'missing' }
  const chars = [...code]
  if (chars.length !== CODE_LENGTH) return { kind: 'short', count: chars.length }
  const unlike = [...new Set(chars.filter((char) => !LETTERS.includes(char)))]
  return unlike.length > 0 ? { kind: 'unlike', chars: unlike.join('、') } : null
}
