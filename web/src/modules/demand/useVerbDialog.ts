import { errorFor, kindOf } from '@/app/http/problem'
import { useAction } from '@/kernel/useAction'
import { useDraft } from '@/kernel/useDraft'
import { useLoad } from '@/kernel/useLoad'
import { computed, ref } from 'vue'
import { demandApi, type DemandCase, type ListedReason } from './api'
import { t } from './texts'
import { bodyOf, emptyDraft, formOf, missingIn, type Verb } from './verbForms'

export interface VerbDialogEvents {
  /** It is done: close, say so, read the case anew. */
  done: (verb: Verb) => void
  /** Somebody was faster: read the case anew and leave what is typed alone. */
  stale: () => Promise<void>
}

/** Other names under which the server speaks of a field here. */
const alsoCalled: Record<string, readonly string[]> = { assignee: ['assignee', 'departmentId', 'accountId'], intoId: ['intoId'], words: ['words'] }

/** One verb about to be done: its draft (kept on this device), what is missing, what the server says, and the way out of a conflict. */
export function useVerbDialog(source: () => DemandCase, verb: Verb, events: VerbDialogEvents) {
  const { id } = source().demand
  const form = formOf(verb)
  const draft = useDraft(`demand.${verb}.${id}`, emptyDraft)
  const files = ref<string[]>([])
  const missing = ref<string[]>([])
  const reasons = useLoad<{ items: ListedReason[] }>((signal) => (form.reasons === undefined ? Promise.resolve({ items: [] }) : demandApi.reasons(form.reasons, signal)))
  const chosenReason = computed(() => reasons.value.value?.items.find((each) => each.code === draft.value.value.reason))

  const sending = useAction((intention) => demandApi.act(id, form.path, bodyOf(verb, draft.value.value, files.value), intention, form.isNote === true ? undefined : source().demand.version))
  const keeping = useAction((intention) => demandApi.act(id, 'progress', { words: draft.value.value.words.trim(), fileIds: files.value }, intention))

  const standing = computed(() => source().may.find((each) => each.verb === verb))
  const crossed = computed(() => sending.problem.value !== null && kindOf(sending.problem.value) === 'conflict')
  const hasWritten = computed(() => crossed.value && [draft.value.value.words, draft.value.value.publicWords].some((words) => words.trim() !== ''))
  /** After a conflict: what is typed is worth keeping and may still be said. */
  const mayKeep = computed(
    () => crossed.value && verb !== 'note_progress' && draft.value.value.words.trim() !== '' && source().may.some((each) => each.verb === 'note_progress' && each.allowed),
  )
  /** The case was read anew, and this can no longer be done. */
  const gone = computed(() => (crossed.value && standing.value?.allowed === false ? t('conflict.gone', { verb: t(`verb.${verb}`), why: standing.value.why ?? '' }) : ''))

  const lacking = computed(() => missingIn(verb, draft.value.value, chosenReason.value?.needsWords === true))
  /** What was missing is said until it is there. */
  function errorOf(field: string): string | undefined {
    if (missing.value.includes(field) && lacking.value.includes(field)) return t(`missing.${field}` as 'missing.words')
    return (alsoCalled[field] ?? [field]).map((name) => errorFor(sending.problem.value, name)).find((words) => words !== undefined)
  }
  const fields = ['words', 'publicWords', 'reason', 'assignee', 'nodeCode', 'reviewOn', 'dueAt', 'publicTitle', 'intoId', 'fileIds']
  /** The refusal, unless it is said beside a field already. */
  const problem = computed(() => {
    const refused = keeping.problem.value ?? sending.problem.value
    return refused !== null && fields.some((field) => errorOf(field) !== undefined) ? null : refused
  })

  async function send(): Promise<void> {
    missing.value = lacking.value
    if (missing.value.length > 0) return
    const receipt = await sending.run()
    if (receipt !== undefined) {
      draft.clear()
      events.done(verb)
    } else if (crossed.value) await events.stale()
  }

  async function keep(): Promise<void> {
    if ((await keeping.run()) === undefined) return
    draft.clear()
    events.done('note_progress')
  }

  return {
    form, draft: draft.value, found: draft.found, drop: draft.clear, files, reasons, chosenReason, errorOf, missing, problem, crossed, mayKeep, hasWritten, gone, send, keep,
    busy: computed(() => sending.busy.value || keeping.busy.value),
  }
}

export type VerbDialogState = ReturnType<typeof useVerbDialog>
