import type { VerbAddress, VerbBody } from './api'

/** What each verb asks for before it is done, and what is sent. One table, so that a dialog never differs from its verb. */
export type Part = 'assignee' | 'node' | 'reason' | 'words' | 'publicWords' | 'files' | 'reviewOn' | 'dueAt' | 'publish' | 'merge' | 'grant' | 'passed' | 'callBack'

export interface VerbDraft {
  words: string
  publicWords: string
  reason: string | null
  /** `d:` a department, `a:` a colleague, then the id. */
  assignee: string | null
  nodeCode: string | null
  reviewOn: string
  /** As a datetime-local field writes it: Beijing time without a zone. */
  dueAt: string
  publish: boolean | null
  publicTitle: string
  into: { id: string; number: string; title: string } | null
  grant: boolean | null
  passed: boolean | null
  /** Passed, and closed at one go. */
  closing: boolean
  valid: boolean | null
  contacted: boolean | null
  solved: boolean | null
  satisfaction: string | null
}

export function emptyDraft(): VerbDraft {
  return {
    words: '', publicWords: '', reason: null, assignee: null, nodeCode: null, reviewOn: '', dueAt: '', publish: null, publicTitle: '', into: null,
    grant: null, passed: null, closing: false, valid: null, contacted: null, solved: null, satisfaction: null,
  }
}

export interface VerbForm {
  /** Behind /api/demands/{id}/. */
  path: VerbAddress
  parts: readonly Part[]
  /** Name under which the reasons of this verb are listed. */
  reasons?: string
  /** Texts that must not be empty. */
  needs?: (draft: VerbDraft) => readonly ('words' | 'publicWords')[]
  /** Adds to what happened and changes nothing: sent without the version. */
  isNote?: boolean
}

const words = () => ['words'] as const
/** 核查通过并办结. */
export const closesToo = (draft: VerbDraft) => draft.passed === true && draft.closing

const forms = {
  accept: { path: 'acceptance', parts: ['publish'] },
  return: { path: 'return', parts: ['reason', 'words'], reasons: 'return' },
  decline: { path: 'decline', parts: ['reason', 'words'], reasons: 'decline' },
  assign: { path: 'assignment', parts: ['assignee', 'words'] },
  take_up: { path: 'take-up', parts: [] },
  note_progress: { path: 'progress', parts: ['words', 'publicWords', 'files'], needs: words, isNote: true },
  pass_up: { path: 'pass-up', parts: ['reason', 'words'], reasons: 'pass_up', needs: words },
  send_down: { path: 'send-down', parts: ['node', 'words'], needs: words },
  receive_transfer: { path: 'receipt', parts: [] },
  return_transfer: { path: 'transfer-return', parts: ['words'], needs: words },
  suspend: { path: 'suspension', parts: ['reason', 'words', 'reviewOn'], reasons: 'suspend', needs: words },
  resume: { path: 'resumption', parts: [] },
  ask_extension: { path: 'extension', parts: ['dueAt', 'reason', 'words'], reasons: 'extend', needs: words },
  decide_extension: { path: 'extension-decision', parts: ['grant', 'words'], needs: (draft) => (draft.grant === false ? ['words'] : []) },
  merge: { path: 'merge', parts: ['merge'] },
  unmerge: { path: 'unmerge', parts: ['words'], needs: words },
  supervise: { path: 'supervision', parts: ['words'], needs: words },
  urge: { path: 'urge', parts: ['reason', 'words'], reasons: 'urge' },
  ask_verification: { path: 'verification-request', parts: ['words', 'publicWords', 'files'], needs: words },
  verify: { path: 'verification', parts: ['passed', 'words'], needs: (draft) => (draft.passed === false ? ['words'] : closesToo(draft) ? ['publicWords'] : []) },
  close: { path: 'closing', parts: ['publicWords', 'words'], needs: () => ['publicWords'] },
  call_back: { path: 'call-back', parts: ['callBack', 'words'] },
  reopen: { path: 'reopening', parts: ['words'], needs: words },
} satisfies Record<string, VerbForm>

export type Verb = keyof typeof forms

export const verbs = Object.keys(forms) as Verb[]

export function isVerb(code: string): code is Verb {
  return code in forms
}

export function formOf(verb: Verb): VerbForm {
  return forms[verb]
}

const given = (text: string) => (text.trim() === '' ? undefined : text.trim())

function partBody(part: Part, draft: VerbDraft, files: readonly string[]): VerbBody {
  switch (part) {
    case 'assignee':
      return draft.assignee?.startsWith('d:') === true ? { departmentId: draft.assignee.slice(2) } : { accountId: draft.assignee?.slice(2) }
    case 'node':
      return { nodeCode: draft.nodeCode ?? '' }
    case 'reason':
      return { reason: draft.reason ?? '' }
    case 'words':
      return { words: given(draft.words) ?? '' }
    case 'publicWords':
      return { publicWords: given(draft.publicWords) }
    case 'files':
      return { fileIds: [...files] }
    case 'reviewOn':
      return { reviewOn: draft.reviewOn }
    case 'dueAt':
      return { dueAt: new Date(`${draft.dueAt}:00+08:00`).toISOString() }
    case 'publish':
      return { publish: draft.publish ?? undefined, publicTitle: draft.publish === true ? given(draft.publicTitle) : undefined }
    case 'merge':
      return { intoId: draft.into?.id }
    case 'grant':
      return { grant: draft.grant ?? undefined }
    case 'passed':
      return { passed: draft.passed ?? undefined, ...(closesToo(draft) ? { close: true, publicWords: given(draft.publicWords) } : {}) }
    case 'callBack':
      return draft.valid === true
        ? { valid: true, contacted: draft.contacted, solved: draft.solved, satisfaction: draft.satisfaction }
        : { valid: false }
  }
}

/** The request of a verb: only what the verb asks for, nothing left over from another choice. Undefined for verbs that ask nothing. */
export function bodyOf(verb: Verb, draft: VerbDraft, files: readonly string[]): VerbBody | undefined {
  const { parts } = formOf(verb)
  return parts.length === 0 ? undefined : Object.assign({}, ...parts.map((part) => partBody(part, draft, files))) as VerbBody
}

/** Names of the fields that still lack something; the server's names, so that its refusals and these meet at the same place. */
export function missingIn(verb: Verb, draft: VerbDraft, needsWords: boolean): string[] {
  const form = formOf(verb)
  const missing: string[] = []
  for (const part of form.parts) {
    if (part === 'assignee' && draft.assignee === null) missing.push('assignee')
    if (part === 'node' && draft.nodeCode === null) missing.push('nodeCode')
    if (part === 'reason' && draft.reason === null) missing.push('reason')
    if (part === 'reviewOn' && draft.reviewOn === '') missing.push('reviewOn')
    if (part === 'dueAt' && Number.isNaN(Date.parse(draft.dueAt))) missing.push('dueAt')
    if (part === 'merge' && draft.into === null) missing.push('intoId')
    if (part === 'grant' && draft.grant === null) missing.push('grant')
    if (part === 'passed' && draft.passed === null) missing.push('passed')
    if (part === 'callBack') {
      if (draft.valid === null) missing.push('valid')
      if (draft.valid === true && draft.contacted === null) missing.push('contacted')
      if (draft.valid === true && draft.solved === null) missing.push('solved')
      if (draft.valid === true && draft.satisfaction === null) missing.push('satisfaction')
    }
  }
  const texts = new Set(form.needs?.(draft) ?? [])
  if (needsWords) texts.add('words')
  for (const text of texts) if (draft[text].trim() === '') missing.push(text)
  return missing
}
