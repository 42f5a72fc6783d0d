import type { components } from './api/schema'
import { t } from './texts'

/** 补充问题 as the server asks it, by kind and place. */
export type AskedQuestion = components['schemas']['AskedQuestion']

/** By the question's code; several only where several can be chosen. */
export type Answers = Record<string, string[]>

/** What one can choose from; empty where one writes. */
export function choicesOf(question: AskedQuestion): AskedQuestion['options'] {
  return question.type === 'yes_no' ? [{ value: 'yes', label: t('asked.yes') }, { value: 'no', label: t('asked.no') }] : question.options
}

/** What was answered at all: blank answers are none. Undefined when there is none. */
export function given(answers: Answers | undefined): Answers | undefined {
  const some = Object.entries(answers ?? {}).flatMap(([code, values]): [string, string[]][] => {
    const said = values.map((value) => value.trim()).filter((value) => value !== '')
    return said.length > 0 ? [[code, said]] : []
  })
  return some.length > 0 ? Object.fromEntries(some) : undefined
}

/** Taken out when it is in, put in when it is not. */
export function toggled(values: readonly string[] | undefined, value: string): string[] {
  const before = values ?? []
  return before.includes(value) ? before.filter((each) => each !== value) : [...before, value]
}
