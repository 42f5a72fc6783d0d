import { outage } from '@/app/http/http'
import { problemOf, type Problem } from '@/app/http/problem'
import { useDraft } from '@/kernel/useDraft'
import { computed, ref, watch, type Ref } from 'vue'
import { report, type Heard } from './api'
import { lastPlace, rememberPlace } from './place'
import { bodyOf, faultsIn, faultsOf, forgetIntention, intentionFor, outageWords, type Faults, type ReportDraft, type ReportField } from './report'
import { t } from './texts'
import { useContact } from './useContact'

const fresh = (): ReportDraft => ({ place: lastPlace.value, pin: null, spot: '', kind: null, words: '', anonymous: false, files: [], answers: {} })

function without(faults: Faults, field: ReportField): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([each]) => each !== field))
}

/** One report from the first letter to its code. */
export function useReport() {
  const draft = useDraft<ReportDraft>('portal.report', fresh)
  const { contact, clear: clearContact } = useContact()
  const faults = ref<Faults>({})
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const busy = ref(false)
  /** True when an outage ended while something waited to be sent. */
  const isBack = ref(false)
  const heard = ref<{ heard: Heard; isNameless: boolean } | null>(null)
  const sorry = computed(() => {
    if (problem.value === null || Object.keys(faultsIn(problem.value)).length > 0) return undefined
    return outageWords(problem.value) ?? (problem.value.detail !== '' ? problem.value.detail : t('report.failed'))
  })

  async function submit(): Promise<void> {
    if (busy.value) return
    isBack.value = false
    problem.value = null
    faults.value = faultsOf(draft.value.value)
    if (Object.keys(faults.value).length > 0) return
    const body = bodyOf(draft.value.value, contact.value)
    busy.value = true
    try {
      const answer = await report(body, intentionFor(body, localStorage))
      forgetIntention(localStorage)
      if (draft.value.value.place !== null) rememberPlace(draft.value.value.place)
      heard.value = { heard: answer, isNameless: body.phone === null }
      drop()
    } catch (failure) {
      problem.value = problemOf(failure)
      faults.value = faultsIn(problem.value)
    } finally {
      busy.value = false
    }
  }

  /** What is being corrected is not wrong any more until it is sent again. */
  const forgive = (field: ReportField) => {
    if (faults.value[field] !== undefined) faults.value = without(faults.value, field)
  }
  watch(() => draft.value.value.words, () => forgive('words'))
  watch(() => draft.value.value.spot, () => forgive('spot'))
  watch(() => draft.value.value.place, () => forgive('place'))
  watch(() => draft.value.value.kind, () => forgive('kind'))
  watch(() => draft.value.value.answers, () => forgive('answers'))
  watch(() => draft.value.value.files, () => forgive('photos'))
  watch(() => contact.value.phone, () => forgive('phone'))
  watch(() => contact.value.name, () => forgive('name'))

  function drop() {
    draft.clear()
    clearContact()
    faults.value = {}
    problem.value = null
    isBack.value = false
  }

  watch(outage, (down) => {
    if (!down && problem.value !== null && outageWords(problem.value) !== undefined) {
      problem.value = null
      isBack.value = true
    }
  })
  return { draft: draft.value, found: draft.found, contact, faults, problem, sorry, busy, isBack, heard, submit, drop }
}
