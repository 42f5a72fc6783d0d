import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { address, filled, http, newIntention, newKey, outage, whenSignedOut } from './http'
import { errorFor, kindOf, parseProblem, problemOf, Refused } from './problem'

interface Sent {
  url: string
  method: string
  headers: Record<string, string>
  body: unknown
}

const real = globalThis.fetch
let sent: Sent[] = []
let answers: (() => Response)[] = []

function answer(status: number, body?: unknown) {
  answers.push(() => new Response(body === undefined ? null : JSON.stringify(body), { status }))
}

beforeEach(() => {
  sent = []
  answers = []
  outage.value = false
  document.cookie = 'XSRF-TOKEN=first'
  globalThis.fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, method: init.method ?? 'GET', headers: (init.headers ?? {}) as Record<string, string>, body: init.body })
    const next = answers.shift()
    return next === undefined ? Promise.reject(new TypeError('no network')) : Promise.resolve(next())
  }) as typeof fetch
})
afterEach(() => {
  globalThis.fetch = real
})

async function refusal(work: Promise<unknown>) {
  try {
    await work
  } catch (failure) {
    return problemOf(failure)
  }
  throw new Error('was not refused')
}

describe('a page nobody is at', () => {
  afterEach(() => vi.useRealTimers())

  it('says of what it asks by itself that nobody did, and of no change', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let n = 0; n < 4; n += 1) answer(200, {})
    window.dispatchEvent(new Event('keydown'))
    await http.get('/api/todos/count')
    vi.setSystemTime(Date.now() + 2 * 60_000)
    await http.get('/api/todos/count')
    await http.delete('/api/session')
    window.dispatchEvent(new Event('pointerdown'))
    await http.get('/api/todos/count')
    expect(sent.map((each) => each.headers['X-Unattended'])).toEqual([undefined, '1', undefined, undefined])
  })
})

describe('a change', () => {
  it('carries the token of this very moment', async () => {
    answer(200, {})
    answer(200, {})
    await http.put('/api/account/locale', { locale: 'en' })
    document.cookie = 'XSRF-TOKEN=second'
    await http.delete('/api/session')
    expect(sent.map((each) => each.headers['X-XSRF-TOKEN'])).toEqual(['first', 'second'])
    expect(sent[0]?.body).toBe('{"locale":"en"}')
  })
  it('repeats the key of its intention, and has one of its own otherwise', async () => {
    for (let n = 0; n < 4; n += 1) answer(200, {})
    const intention = newIntention()
    await http.delete('/api/session', { intention })
    await http.delete('/api/session', { intention })
    await http.delete('/api/session')
    await http.delete('/api/session')
    const keys = sent.map((each) => each.headers['Idempotency-Key'])
    expect(keys[0]).toBe(keys[1])
    expect(new Set(keys).size).toBe(3)
  })
  it('names the row version it was made for', async () => {
    answer(200, {})
    await http.delete('/api/session', { version: 3 })
    expect(sent[0]?.headers['If-Match']).toBe('"3"')
  })
})

describe('reading', () => {
  it('sends neither token nor key', async () => {
    answer(200, { items: [] })
    expect(await http.get('/api/demands', { query: { region: '110105', status: 'a,b', q: '', after: undefined } })).toEqual({ items: [] })
    expect(sent[0]?.url).toBe('/api/demands?region=110105&status=a%2Cb')
    expect(sent[0]?.headers).not.toHaveProperty('Idempotency-Key')
  })
})

describe('a refusal', () => {
  it('comes as a typed problem', async () => {
    answer(422, { detail: '手机号应为 11 位，现在是 10 位。可以不填。', code: 'privacy.phone', field: 'phone', errors: [{ field: 'words', detail: '请写明' }, { junk: 1 }], current: { version: 4 } })
    const problem = await refusal(http.delete('/api/session'))
    expect(problem).toMatchObject({ status: 422, code: 'privacy.phone', current: { version: 4 }, errors: [{ field: 'words', detail: '请写明' }] })
    expect(errorFor(problem, 'phone')).toContain('11 位')
    expect(errorFor(problem, 'words')).toBe('请写明')
    expect(errorFor(problem, 'place')).toBeUndefined()
  })
  it('of kind unauthorized tells whoever keeps the session', async () => {
    let lost = 0
    whenSignedOut(() => (lost += 1))
    answer(401, {})
    expect(kindOf(await refusal(http.get('/api/todos')))).toBe('unauthorized')
    expect(lost).toBe(1)
    whenSignedOut(() => undefined)
  })
  it('that is no JSON is still a problem', async () => {
    answers.push(() => new Response('<html>', { status: 500 }))
    expect(await refusal(http.get('/api/session'))).toMatchObject({ status: 500, detail: '', code: '', errors: [] })
  })
})

describe('an outage', () => {
  it('begins with a lost connection or 503 and ends with any answer', async () => {
    expect(kindOf(await refusal(http.get('/api/session')))).toBe('outage')
    expect(outage.value).toBe(true)
    answer(404, {})
    await refusal(http.get('/api/session'))
    expect(outage.value).toBe(false)
    answer(503, {})
    await refusal(http.get('/api/session'))
    expect(outage.value).toBe(true)
    answer(200, {})
    await http.get('/api/session')
    expect(outage.value).toBe(false)
  })
})

describe('small things', () => {
  it('a key is a random UUID of version 4', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newKey()).not.toBe(newKey())
  })
  it('an address without query stays as it is', () => {
    expect(address('/api/a', { q: null })).toBe('/api/a')
  })
  it('a place in an address is filled and written safely', () => {
    expect(filled('/api/demands/{id}/urge', { id: 'a/b' })).toBe('/api/demands/a%2Fb/urge')
  })
  it('a refusal reads like its sentence', () => {
    expect(new Refused(parseProblem(409, { detail: '已经办结' })).message).toBe('已经办结')
  })
})
