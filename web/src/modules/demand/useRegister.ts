import { errorFor } from '@/app/http/problem'
import { useActing } from '@/app/useActing'
import { given, type Answers } from '@/kernel/asked'
import type { RegionChoice } from '@/kernel/regionSearch'
import type { LngLat } from '@/kernel/mapGeometry'
import { useAction } from '@/kernel/useAction'
import { useDraft } from '@/kernel/useDraft'
import { useLoad } from '@/kernel/useLoad'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { demandApi, type Alike, type Kind, type Registered, type Registration } from './api'
import { t } from './texts'

export interface RegisterDraft {
  words: string
  region: RegionChoice | null
  kind: string | null
  channel: string
  title: string
  place: string
  /** Marked on the map; drafts of earlier days have none. */
  pin?: LngLat | null
  anonymous: boolean
  name: string
  phone: string
  /** To what is asked besides; drafts of earlier days have none. */
  answers?: Answers
}

export const channels = ['visit_in', 'phone', 'walk_visit', 'meeting', 'hotline', 'representative', 'online'] as const

/** Nobody has read a list in less. */
const UNREAD_MS = 700
/** Nobody is asked while they go on typing. */
const TYPING_MS = 800
/** Fewer characters say nothing yet. */
const FEWEST_WORDS = 4

/** Levels a demand can be registered to. */
export const COMMUNITY = 5
export const GRID = 6

/** The kind that stands in the words by its own name, the longest one first: 电梯 before 其他. */
export function kindIn(words: string, kinds: readonly Kind[]): string | null {
  const named = kinds.filter((kind) => kind.name.length > 1 && words.includes(kind.name)).sort((a, b) => b.name.length - a.name.length)
  return named[0]?.code ?? null
}

/** What is sent: blank texts are left out, and an anonymous person leaves no name and no phone whatever was typed before. */
export function registrationOf(draft: RegisterDraft, files: readonly string[]): Registration {
  const typed = (key: 'title' | 'place' | 'name' | 'phone') => (draft[key].trim() === '' ? {} : { [key]: draft[key].trim() })
  const answers = given(draft.answers)
  return {
    regionCode: draft.region?.code ?? '',
    kind: draft.kind ?? '',
    channel: draft.channel,
    words: draft.words.trim(),
    anonymous: draft.anonymous,
    fileIds: [...files],
    ...(answers === undefined ? {} : { answers }),
    ...typed('title'),
    ...typed('place'),
    ...(draft.pin == null ? {} : { lng: draft.pin.lng, lat: draft.pin.lat }),
    ...(draft.anonymous ? {} : { ...typed('name'), ...typed('phone') }),
  }
}

/** Names of the fields that still lack something, as the server calls them. */
export function missingInRegistration(draft: RegisterDraft): string[] {
  return [...(draft.words.trim() === '' ? ['words'] : []), ...(draft.region === null ? ['regionCode'] : []), ...(draft.kind === null ? ['kind'] : [])]
}

/** What is asked about a draft: has anybody said the same? Undefined while too little is known. */
export function questionOf(draft: RegisterDraft): { region: string; kind?: string; q?: string; lng?: number; lat?: number } | undefined {
  const words = [...draft.words.trim()].slice(0, 200).join('')
  if (draft.region === null || (draft.kind === null && [...words].length < FEWEST_WORDS)) return undefined
  return {
    region: draft.region.code,
    ...(draft.kind === null ? {} : { kind: draft.kind }),
    ...(words === '' ? {} : { q: words }),
    ...(draft.pin == null ? {} : { lng: draft.pin.lng, lat: draft.pin.lat }),
  }
}

/** Registering: a draft kept on this device; what is probably the same is shown while it is typed, and in any case once before it is sent. */
export function useRegister(draftName: string) {
  const { duty } = useActing()
  const own = duty.value
  const isGrid = own?.regionLevel === GRID
  const home: RegionChoice | null = own !== undefined && own.regionLevel >= COMMUNITY ? { code: own.regionCode, name: own.regionName, level: own.regionLevel } : null

  const initial = (): RegisterDraft => ({
    words: '', region: home, kind: null, channel: own?.kind.toLowerCase() === 'grid_worker' ? 'walk_visit' : 'visit_in', title: '', place: '', pin: null, anonymous: false, name: '', phone: '', answers: {},
  })
  const kept = useDraft(`${draftName}.${own?.id ?? ''}`, initial)
  const draft = kept.value
  const files = ref<string[]>([])
  const missing = ref<string[]>([])
  const registered = ref<Registered | null>(null)
  const alike = ref<Alike[]>([])

  const kinds = useLoad((signal) => demandApi.kinds(draft.value.region?.code ?? own?.regionCode, signal), () => draft.value.region?.code)
  const kindList = computed<Kind[]>(() => kinds.value.value?.items ?? [])
  const kindOptions = computed(() => kindList.value.map((kind) => ({ value: kind.code, name: kind.name, inner: kind.parent != null })))
  const chosenKind = computed(() => kindList.value.find((kind) => kind.code === draft.value.kind))

  // Until the person chooses a kind, the words may.
  const chosenByHand = ref(draft.value.kind !== null)
  watch([() => draft.value.words, kindList], () => {
    if (!chosenByHand.value) draft.value.kind = kindIn(draft.value.words, kindList.value)
  })
  /** What a double click sends was never read. */
  let shownAt = -Infinity

  const asking = useAction(() => {
    const question = questionOf(draft.value)
    return question === undefined ? Promise.resolve({ items: [] as Alike[] }) : demandApi.alike(question, new AbortController().signal)
  })

  // Another place, kind or other words are another question: has anybody said the same? Asked in a pause, and nobody waits for the answer.
  let pause: number | undefined
  let looked = false
  const asked = computed(() => JSON.stringify(questionOf(draft.value) ?? null))
  watch(asked, () => {
    looked = false
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void look(), TYPING_MS)
  })
  watch([() => draft.value.region?.code, () => draft.value.kind], () => {
    alike.value = []
  })
  onScopeDispose(() => window.clearTimeout(pause))

  /** No answer counts as none alike. */
  async function look() {
    const question = asked.value
    if (looked || asking.busy.value) return
    const items = (await asking.run())?.items ?? []
    asking.problem.value = null
    if (asked.value !== question) {
      // Typed on meanwhile: the timer asks again.
      return
    }
    looked = true
    if (alike.value.length === 0 && items.length > 0) shownAt = performance.now()
    alike.value = items
  }

  const sending = useAction((intention) => demandApi.register(registrationOf(draft.value, files.value), intention))

  function errorOf(field: string): string | undefined {
    if (missing.value.includes(field) && missingInRegistration(draft.value).includes(field)) return t(field === 'words' ? 'missing.said' : (`missing.${field}` as 'missing.kind'))
    return errorFor(sending.problem.value, field)
  }
  const questions = computed(() => chosenKind.value?.questions ?? [])
  const answers = computed({ get: () => draft.value.answers ?? {}, set: (now) => (draft.value.answers = now) })
  const answerError = (code: string) => errorOf(`answers.${code}`)
  const fields = ['words', 'regionCode', 'kind', 'channel', 'title', 'place', 'lng', 'name', 'phone', 'anonymous', 'fileIds']
  const problem = computed(() => ([...fields, ...questions.value.map((each) => `answers.${each.code}`)].some((field) => errorOf(field) !== undefined) ? null : sending.problem.value))

  /** The first time shows what is alike, if anything is; the second time sends. */
  async function send(): Promise<Registered | undefined> {
    if (sending.busy.value || performance.now() - shownAt < UNREAD_MS) return undefined
    registered.value = null
    missing.value = missingInRegistration(draft.value)
    if (missing.value.length > 0) return undefined
    if (!looked) {
      // Whoever only fears a double must not be kept from registering.
      const before = alike.value.length
      await look()
      if (before === 0 && alike.value.length > 0) return undefined
    }
    const receipt = await sending.run()
    if (receipt === undefined) return undefined
    registered.value = receipt
    again()
    return receipt
  }

  function again() {
    kept.clear()
    files.value = []
    window.clearTimeout(pause)
    alike.value = []
    missing.value = []
    chosenByHand.value = false
  }

  return {
    draft, found: kept.found, drop: again, files, kindOptions, chosenKind, chosenByHand, alike, registered, questions, answers, answerError, errorOf, problem, send, isGrid, home,
    within: own?.regionCode, busy: sending.busy,
  }
}
