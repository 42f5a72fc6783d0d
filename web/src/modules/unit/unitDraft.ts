import { isoDay } from '@/kernel/dates'
import type { AmendBody, Unit } from './api'

/** What is being typed; a number is empty text where nothing stands. */
export interface UnitDraft {
  kind: string | null
  name: string
  creditCode: string
  industry: string | null
  people: number | string
  members: number | string
  membersOn: string
  openedOn: string
  phone: string
}

export const blankDraft = (): UnitDraft => ({ kind: null, name: '', creditCode: '', industry: null, people: '', members: '', membersOn: isoDay(Date.now()), openedOn: '', phone: '' })

export const draftOf = (unit: Unit): UnitDraft => ({
  kind: unit.row.kind, name: unit.row.name, creditCode: unit.row.creditCode ?? '', industry: unit.industry ?? null, people: unit.row.people ?? '', members: unit.row.members ?? '',
  membersOn: unit.membersOn ?? isoDay(Date.now()), openedOn: unit.openedOn ?? '', phone: unit.phone ?? '',
})

/** As it is sent: nothing for what was left empty. */
export function told(draft: UnitDraft): Omit<AmendBody, 'why'> {
  const { kind, name, industry, people, members, membersOn, openedOn } = draft
  const creditCode = draft.creditCode.trim()
  const phone = draft.phone.trim()
  return {
    name,
    ...(kind === null ? {} : { kind }),
    ...(creditCode === '' ? {} : { creditCode }),
    ...(industry === null ? {} : { industry }),
    ...(people === '' ? {} : { people: Number(people) }),
    ...(members === '' ? {} : { members: Number(members), ...(membersOn === '' ? {} : { membersOn }) }),
    ...(openedOn === '' ? {} : { openedOn }),
    ...(phone === '' ? {} : { phone }),
  }
}
