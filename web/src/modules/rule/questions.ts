import type { Schemas } from '@/app/http/wire'

export type Question = Schemas['RuleTermsQuestion']

export const QUESTION_TYPES = ['text', 'one', 'many', 'number', 'date', 'yes_no'] as const
export const MOST_QUESTIONS = 12

export const isChosen = (question: Question) => question.type === 'one' || question.type === 'many'

export const newQuestion = (): Question => ({ text: '', type: 'text', isRequired: false, options: [] })

/** Choices as lines; a choice in English follows its own after a bar: 客厅｜Living room. */
export function linesOf(question: Question): string {
  return (question.options ?? []).map((choice) => (choice.textEn ? `${choice.text}|${choice.textEn}` : choice.text)).join('\n')
}

export function choicesIn(lines: string): { text: string; textEn?: string }[] {
  return lines.split('\n').map((line) => {
    const [text = '', textEn = ''] = line.split(/[|｜]/, 2)
    return textEn.trim() === '' ? { text } : { text, textEn: textEn.trim() }
  })
}

export function moved(questions: readonly Question[], from: number, by: -1 | 1): Question[] {
  const next = [...questions]
  const [taken] = next.splice(from, 1)
  if (taken !== undefined) next.splice(from + by, 0, taken)
  return next
}
