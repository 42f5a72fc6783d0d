import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { http, outage } from '@/app/http/http'
import { lastPlace } from './place'
import { useReport } from './useReport'

const real = globalThis.fetch
let scope: EffectScope
let keys: string[]
let answers: (() => Promise<Response>)[]
const told = () => Promise.resolve(new Response(JSON.stringify({ code: '7K4P9 2MXQ3', number: '建外2611-0187' }), { status: 201 }))

function begin() {
  const form = scope.run(useReport)
  if (form === undefined) throw new Error('no scope')
  form.draft.value.words = '暖气不热'
  return form
}

beforeEach(() => {
  sessionStorage.clear()
  document.cookie = 'XSRF-TOKEN=one'
  lastPlace.value = { code: '110105001026000', name: '永安里社区', level: 5 }
  outage.value = false
  scope = effectScope()
  keys = []
  answers = []
  globalThis.fetch = ((_url: string, init: RequestInit) => {
    keys.push((init.headers as Record<string, string>)['Idempotency-Key'] ?? '')
    return (answers.shift() ?? told)()
  }) as typeof fetch
})
afterEach(() => {
  scope.stop()
  globalThis.fetch = real
})

describe('submitting', () => {
  it('pressed twice is sent once', async () => {
    const form = begin()
    await Promise.all([form.submit(), form.submit()])
    expect(keys).toHaveLength(1)
    expect(form.heard.value?.heard.code).toBe('7K4P9 2MXQ3')
  })
  it('again after an outage is the same submission, and the draft is still there', async () => {
    answers = [() => Promise.reject(new TypeError('no network')), () => Promise.resolve(new Response('{}', { status: 503 }))]
    const form = begin()
    await form.submit()
    expect(form.sorry.value).toContain('已留在这台设备上')
    expect(form.draft.value.words).toBe('暖气不热')
    await form.submit()
    expect(form.sorry.value).toContain('正在恢复')
    await form.submit()
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(3)
    expect(form.draft.value.words).toBe('')
  })
  it('says when the outage is over', async () => {
    answers = [() => Promise.reject(new TypeError('no network'))]
    const form = begin()
    await form.submit()
    answers = [() => Promise.resolve(new Response('{}', { status: 200 }))]
    await http.get('/public/site')
    await Promise.resolve()
    expect(form.isBack.value).toBe(true)
    expect(form.sorry.value).toBeUndefined()
  })
  it('sends nothing that is certainly wrong', async () => {
    const form = begin()
    form.draft.value.words = ''
    await form.submit()
    expect(keys).toHaveLength(0)
    expect(form.faults.value.words).toBe('请写下是什么事。')
  })
  it('keeps name and phone out of what outlives the tab', async () => {
    const form = begin()
    form.contact.value.phone = '13812345521'
    answers = [() => Promise.reject(new TypeError('no network'))]
    await form.submit()
    scope.stop()
    expect(JSON.stringify(localStorage)).not.toContain('13812345521')
    expect(sessionStorage.getItem('gz.report.contact')).toContain('13812345521')
  })
})
