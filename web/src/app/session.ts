import { suggestLanguage, useLanguage, type Language } from '@/kernel/i18n'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { http } from './http/http'
import { kindOf, Refused } from './http/problem'
import type { Schemas } from './http/wire'

/** Levels: 0 nation … 6 grid. */
export type Duty = Schemas['SessionDuty']
/** Its duty: id of the one acted under; absent for an account without any. */
export type Session = Schemas['Session']

export type SessionState = 'unknown' | 'in' | 'out' | 'unreachable'

export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('unknown')
  const session = ref<Session | null>(null)
  const duty = computed(() => session.value?.duties.find((each) => each.id === session.value?.duty))

  function enter(answer: Session): void {
    session.value = answer
    state.value = 'in'
    suggestLanguage(answer.locale)
  }

  function leave(): void {
    session.value = null
    state.value = 'out'
  }

  /**
   * Asks the server who is signed in. Never throws. A server that cannot be reached is a state of its own at the start;
   * later the page and what is written on it stay, and the frame says what is the matter.
   */
  async function load(): Promise<void> {
    try {
      enter(await http.get('/api/session'))
    } catch (failure) {
      if (failure instanceof Refused && kindOf(failure.problem) === 'unauthorized') leave()
      else if (state.value !== 'in') state.value = 'unreachable'
    }
  }

  /** `code` of the second factor, once the server has asked for it. */
  async function signIn(login: string, password: string, code?: string): Promise<void> {
    enter(await http.post('/api/session', { login, password, ...(code === undefined ? {} : { code }) }))
  }

  async function signOut(): Promise<void> {
    await http.delete('/api/session')
    leave()
  }

  async function actAs(dutyId: string): Promise<void> {
    enter(await http.put('/api/session/duty', { dutyId }))
  }

  async function changePassword(current: string, next: string): Promise<void> {
    await http.put('/api/account/password', { current, next })
    await load()
  }

  /** Changes the language here at once and tells the account; the device remembers it even when the server is away. */
  async function speak(language: Language): Promise<void> {
    useLanguage(language)
    if (state.value === 'in') await http.put('/api/account/locale', { locale: language }).catch(() => undefined)
  }

  /** One of the server's answers to "may this duty …"; unknown questions are answered no. */
  function may(question: string): boolean {
    return session.value?.may[question] ?? false
  }

  return { state, session, duty, load, leave, signIn, signOut, actAs, changePassword, speak, may }
})
