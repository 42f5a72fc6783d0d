import { errorFor } from '@/app/http/problem'
import { useActing } from '@/app/useActing'
import type { RegionChoice } from '@/kernel/regionSearch'
import type { LngLat } from '@/kernel/mapGeometry'
import { useAction } from '@/kernel/useAction'
import { useDraft } from '@/kernel/useDraft'
import { useLoad } from '@/kernel/useLoad'
import { computed, ref, watch } from 'vue'
import { demandApi, type DemandRow, type Kind, type Registered, type Registration } from './api'
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
}

export const channels = ['visit_in', 'phone', 'walk_visit', 'meeting', 'hotline', 'representative', 'online'] as const

/** Nobody has read a list in less. */
const UNREAD_MS = 700

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
  const given = (key: 'title' | 'place' | 'name' | 'phone') => (draft[key].trim() === '' ? {} : { [key]: draft[key].trim() })
  return {
    regionCode: draft.region?.code ?? '',
    kind: draft.kind ?? '',
    channel: draft.channel,
    words: draft.words.trim(),
    anonymous: draft.anonymous,
    fileIds: [...files],
    ...given('title'),
    ...given('place'),
    ...(draft.pin == null ? {} : { lng: draft.pin.lng, lat: draft.pin.lat }),
    ...(draft.anonymous ? {} : { ...given('name'), ...given('phone') }),
  }
}

/** Names of the fields that still lack something, as the server calls them. */
export function missingInRegistration(draft: RegisterDraft): string[] {
  return [...(draft.words.trim() === '' ? ['words'] : []), ...(draft.region === null ? ['regionCode'] : []), ...(draft.kind === null ? ['kind'] : [])]
}

/** Registering: a draft kept on this device, the same matters in the same place shown once before it is sent. */
export function useRegister(draftName: string) {
  const { duty } = useActing()
  const own = duty.value
  const isGrid = own?.regionLevel === GRID
  const home: RegionChoice | null = own !== undefined && own.regionLevel >= COMMUNITY ? { code: own.regionCode, name: own.regionName, level: own.regionLevel } : null

  const initial = (): RegisterDraft => ({
    words: '', region: home, kind: null, channel: own?.kind.toLowerCase() === 'grid_worker' ? 'walk_visit' : 'visit_in', title: '', place: '', pin: null, anonymous: false, name: '', phone: '',
  })
  const kept = useDraft(`${draftName}.${own?.id ?? ''}`, initial)
  const draft = kept.value
  const files = ref<string[]>([])
  const missing = ref<string[]>([])
  const registered = ref<Registered | null>(null)
  const alike = ref<DemandRow[]>([])

  const kinds = useLoad((signal) => demandApi.kinds(draft.value.region?.code ?? own?.regionCode, signal), () => draft.value.region?.code)
  const kindList = computed<Kind[]>(() => kinds.value.value?.items ?? [])
  const kindOptions = computed(() => kindList.value.map((kind) => ({ value: kind.code, name: kind.name, inner: kind.parent != null })))
  const chosenKind = computed(() => kindList.value.find((kind) => kind.code === draft.value.kind))

  // Until the person chooses a kind, the words may.
  const chosenByHand = ref(draft.value.kind !== null)
  watch([() => draft.value.words, kindList], () => {
    if (!chosenByHand.value) draft.value.kind = kindIn(draft.value.words, kindList.value)
  })
  // Another place or kind is another question: has anybody said the same?
  watch([() => draft.value.region?.code, () => draft.value.kind], () => {
    alike.value = []
  })

  const asking = useAction(() => demandApi.alike(draft.value.region?.code ?? '', draft.value.kind ?? '', new AbortController().signal))
  const sending = useAction((intention) => demandApi.register(registrationOf(draft.value, files.value), intention))

  function errorOf(field: string): string | undefined {
    if (missing.value.includes(field) && missingInRegistration(draft.value).includes(field)) return t(field === 'words' ? 'missing.said' : (`missing.${field}` as 'missing.kind'))
    return errorFor(sending.problem.value, field)
  }
  const fields = ['words', 'regionCode', 'kind', 'channel', 'title', 'place', 'lng', 'name', 'phone', 'anonymous', 'fileIds']
  const problem = computed(() => (fields.some((field) => errorOf(field) !== undefined) ? null : sending.problem.value))

  /** What a double click sends was never read. */
  let shownAt = -Infinity

  /** The first time shows what is alike, if anything is; the second time sends. */
  async function send(): Promise<Registered | undefined> {
    if (asking.busy.value || sending.busy.value || performance.now() - shownAt < UNREAD_MS) return undefined
    registered.value = null
    missing.value = missingInRegistration(draft.value)
    if (missing.value.length > 0) return undefined
    if (alike.value.length === 0) {
      // Whoever only fears a double must not be kept from registering: no answer counts as none alike.
      alike.value = (await asking.run())?.items ?? []
      if (alike.value.length > 0) {
        shownAt = performance.now()
        return undefined
      }
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
    alike.value = []
    missing.value = []
    chosenByHand.value = false
  }

  return {
    draft, found: kept.found, drop: again, files, kindOptions, chosenKind, chosenByHand, alike, registered, errorOf, problem, send, isGrid, home,
    within: own?.regionCode, busy: computed(() => asking.busy.value || sending.busy.value),
  }
}
