import { ref } from 'vue'
import { isAttended } from './attention'
import { kindOf, parseProblem, Refused } from './problem'
import type { AddressOf, Given, Parts, Sent, Told } from './wire'

export type Query = Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>

export interface ReadOptions {
  signal?: AbortSignal | undefined
  /** What must not stand in an address, e.g. a follow-up code. */
  headers?: Readonly<Record<string, string>>
}

export interface WriteOptions extends ReadOptions {
  /** Row version the person was looking at; sent as If-Match. */
  version?: number | string | undefined
  /** Key of the intended action: a retry of the same action repeats it, so that the server does it once. */
  intention?: Intention
}

/** One thing a person wants done, however often the request has to be sent. */
export interface Intention {
  readonly key: string
}

/** True while the server cannot be reached or says it is recovering. The shell shows it and asks again. */
export const outage = ref(false)

/** Set by the entry: what to do when the server no longer knows who is asking. */
let onSignedOut: () => void = () => undefined
export function whenSignedOut(react: () => void): void {
  onSignedOut = react
}

/** Set by the entry: the language the server's sentences should come in. */
let language: () => string = () => 'zh-CN'
export function speak(current: () => string): void {
  language = current
}

/** Random UUID (version 4). `crypto.randomUUID` is missing on plain http, which closed networks use. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function newIntention(): Intention {
  return { key: newKey() }
}

/** Address with its query; absent values are left out, lists repeat the name. */
export function address(path: string, query?: Query): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue
    if (Array.isArray(value)) for (const each of value) parts.append(name, String(each))
    else parts.append(name, String(value))
  }
  const written = parts.toString()
  return written === '' ? path : `${path}?${written}`
}

/** What stands in an address beside its fixed words. */
interface Where {
  query?: Query
  path?: Readonly<Record<string, string>>
}

/** The address with its places filled: /api/demands/{id}. */
export function filled(pattern: string, path: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
}

function csrfToken(): string | undefined {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1])
}

/** The token is read from its cookie at every request: it changes at sign-in and sign-out. Any answer brings it; this one is open to everybody. */
async function csrfHeader(): Promise<Record<string, string>> {
  if (csrfToken() === undefined) await fetch('/public/site', { credentials: 'same-origin' }).catch(() => undefined)
  const token = csrfToken()
  return token === undefined ? {} : { 'X-XSRF-TOKEN': token }
}

async function writeHeaders(options: WriteOptions): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    ...(await csrfHeader()),
    'Idempotency-Key': (options.intention ?? newIntention()).key,
  }
  if (options.version !== undefined) headers['If-Match'] = `"${String(options.version)}"`
  return headers
}

function jsonIn(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}

/** Turns an answer that is not a success into a refusal, and tells the shell about outages and lost sessions. */
function refuse(status: number, body: unknown): never {
  const refused = new Refused(parseProblem(status, body))
  const kind = kindOf(refused.problem)
  outage.value = kind === 'outage'
  if (kind === 'unauthorized') onSignedOut()
  throw refused
}

async function send<T>(method: string, pattern: string, body: unknown, options: WriteOptions & Where): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language(), ...options.headers }
  if (method !== 'GET') Object.assign(headers, await writeHeaders(options))
  else if (!isAttended()) headers['X-Unattended'] = '1'
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  // What the browser still has says nothing about the server.
  if (outage.value) request.cache = 'no-store'
  if (options.signal !== undefined) request.signal = options.signal
  if (body instanceof FormData) request.body = body
  else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    request.body = JSON.stringify(body)
  }
  let response: Response
  let answer: unknown
  try {
    response = await fetch(address(filled(pattern, options.path), options.query), request)
    answer = jsonIn(await response.text())
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    return refuse(0, {})
  }
  if (!response.ok) return refuse(response.status, answer)
  outage.value = false
  return answer as T
}

/** A file that only a header opens, so that no address leads to it. */
async function blob(pattern: string, options: ReadOptions & Where): Promise<Blob> {
  const request: RequestInit = { headers: { 'Accept-Language': language(), ...options.headers }, credentials: 'same-origin' }
  if (options.signal !== undefined) request.signal = options.signal
  let status: number
  try {
    const response = await fetch(address(filled(pattern, options.path), options.query), request)
    if (response.ok) return await response.blob()
    status = response.status
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    status = 0
  }
  return refuse(status, {})
}

export interface Upload<T> {
  done: Promise<T>
  abort: () => void
}

/** Uploads with progress (0…1), which fetch cannot report. The body is multipart with the parts given, or a file as it is. */
function upload<T>(path: string, parts: FormData | Blob, onProgress: (share: number) => void): Upload<T> {
  const request = new XMLHttpRequest()
  const done = (async () => {
    const headers = await writeHeaders({})
    return await new Promise<T>((resolve, reject) => {
      const fail = (status: number, body: unknown) => {
        try {
          refuse(status, body)
        } catch (refused) {
          reject(refused as Error)
        }
      }
      request.open('POST', path)
      for (const [name, value] of Object.entries({ ...headers, Accept: 'application/json', 'Accept-Language': language() }))
        request.setRequestHeader(name, value)
      if (parts instanceof Blob) request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) onProgress(event.loaded / event.total)
      }
      request.onload = () => {
        const answer = jsonIn(request.responseText)
        if (request.status >= 200 && request.status < 300) resolve(answer as T)
        else fail(request.status, answer)
      }
      request.onerror = () => fail(0, {})
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      request.send(parts)
    })
  })()
  return { done, abort: () => request.abort() }
}

/** Server-sent events, unnamed ones and those of `name`. `onBroken` is called when the stream cannot be had or breaks; it is closed then. */
function events(path: string, name: string | undefined, onMessage: (message: unknown) => void, onBroken: () => void): () => void {
  if (typeof EventSource === 'undefined') {
    onBroken()
    return () => undefined
  }
  const stream = new EventSource(path, { withCredentials: true })
  const take = (event: MessageEvent<string>) => {
    const message = jsonIn(event.data)
    if (message !== undefined) onMessage(message)
  }
  stream.onmessage = take
  if (name !== undefined) stream.addEventListener(name, take as EventListener)
  stream.onerror = () => {
    stream.close()
    onBroken()
  }
  return () => stream.close()
}

/** The only way to the server, typed by the interface it describes itself. Every method throws `Refused` with a typed problem unless the answer is a success. */
export const http = {
  get: <A extends AddressOf<'get'>>(at: A, ...[options]: Given<ReadOptions & Parts<'get', A>>) => send<Told<'get', A>>('GET', at, undefined, options ?? {}),
  post: <A extends AddressOf<'post'>>(at: A, body: Sent<'post', A>, ...[options]: Given<WriteOptions & Parts<'post', A>>) => send<Told<'post', A>>('POST', at, body, options ?? {}),
  put: <A extends AddressOf<'put'>>(at: A, body: Sent<'put', A>, ...[options]: Given<WriteOptions & Parts<'put', A>>) => send<Told<'put', A>>('PUT', at, body, options ?? {}),
  delete: <A extends AddressOf<'delete'>>(at: A, ...[options]: Given<WriteOptions & Parts<'delete', A>>) => send<Told<'delete', A>>('DELETE', at, undefined, options ?? {}),
  blob: <A extends AddressOf<'get'>>(at: A, ...[options]: Given<ReadOptions & Parts<'get', A>>) => blob(at, options ?? {}),
  upload,
  events,
}
