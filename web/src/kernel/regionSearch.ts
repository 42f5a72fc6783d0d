import { http } from '@/app/http/http'
import { problemOf, type Problem } from '@/app/http/problem'
import { onScopeDispose, ref, type Ref } from 'vue'

/** A place as the server lists it. Codes are 15 digits as text; "0" is the nation. */
export interface RegionChoice {
  code: string
  name: string
  level: number
  shortName?: string
  kind?: string
  /** 朝阳区 › 建外街道 */
  path?: string
  hasChildren?: boolean
}

interface Found {
  items: RegionChoice[]
}

const WAIT_MS = 250
const LIMIT = 20

/** Search by name (after a pause in typing) and walking down the tree; the last question wins. */
export function useRegionSearch(within: () => string | undefined) {
  const items = ref<RegionChoice[]>([]) as Ref<RegionChoice[]>
  const trail = ref<RegionChoice[]>([]) as Ref<RegionChoice[]>
  const loading = ref(false)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  let timer: number | undefined
  let running: AbortController | null = null

  async function ask(read: (signal: AbortSignal) => Promise<Found>) {
    running?.abort()
    const own = new AbortController()
    running = own
    loading.value = true
    problem.value = null
    try {
      const found = await read(own.signal)
      if (own.signal.aborted) return
      items.value = found.items
    } catch (failure) {
      if (own.signal.aborted) return
      items.value = []
      problem.value = problemOf(failure)
    }
    loading.value = false
  }

  function search(words: string) {
    window.clearTimeout(timer)
    trail.value = []
    timer = window.setTimeout(() => void ask((signal) => http.get('/public/regions', { query: { search: words, within: within(), limit: LIMIT }, signal })), WAIT_MS)
  }

  /** Lists the children of a place; null goes to the top, which is `within` or the nation. */
  async function into(place: RegionChoice | null) {
    window.clearTimeout(timer)
    trail.value = place === null ? [] : [...trail.value, place]
    const code = place?.code ?? within() ?? '0'
    await ask((signal) => http.get('/public/regions/{code}/children', { path: { code }, signal }))
  }

  async function back() {
    const above = trail.value[trail.value.length - 2] ?? null
    trail.value = trail.value.slice(0, above === null ? 0 : -2)
    await into(above)
  }

  onScopeDispose(() => {
    window.clearTimeout(timer)
    running?.abort()
  })
  return { items, trail, loading, problem, search, into, back }
}
