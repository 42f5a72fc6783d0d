import { useAction } from '@/kernel/useAction'
import { computed, ref, shallowRef, watch } from 'vue'
import { ruleApi, type RuleBook, type RuleDraft, type RulePreview, type RuleRow } from './api'
import { termsOf, type Book } from './ruleTerms'

/** A rule in the writing: nothing is set that was not looked at as it stands. */
export function useSetRule(book: Book, page: RuleBook, row: RuleRow | undefined) {
  const draft = ref<RuleDraft>({
    regionCode: page.place.code,
    from: page.today,
    terms: termsOf(book, row),
    source: row?.holding?.isOwn === true ? row.holding.source : '',
    why: '',
  })
  const step = ref(page.rows[0]?.key.split('.').slice(0, 2).join('.') ?? 'demand.settle')
  const clazz = ref('*')
  const kind = ref(book === 'question' ? '' : '*')
  const preview = shallowRef<RulePreview>()
  const looked = ref(false)

  const key = computed(() => row?.key ?? (book === 'clock' ? `${step.value}.${clazz.value}` : book === 'route' || book === 'likeness' || book === 'retention' || book === 'question' ? kind.value : book === 'formula' ? 'rates' : ''))
  const whole = (): RuleDraft => ({ ...draft.value, key: key.value })
  const looking = useAction(() => ruleApi.preview(book, whole()))
  const sending = useAction((intention) => ruleApi.set(book, whole(), intention))
  const problem = computed(() => sending.problem.value ?? looking.problem.value)

  async function look() {
    sending.problem.value = null
    preview.value = await looking.run()
    looked.value = preview.value !== undefined
  }

  async function send(): Promise<boolean> {
    const kept = await sending.run()
    if (kept === undefined) looked.value = false
    return kept !== undefined
  }

  /** What was looked at is no longer what stands here. */
  function edit() {
    looked.value = false
  }

  watch(() => draft.value.terms, edit)

  return { draft, step, clazz, kind, preview, looked, look, looking: looking.busy, send, sending: sending.busy, problem, edit }
}
