import { t } from '../texts'

export interface PasswordForm {
  current: string
  next: string
  again: string
}

/** What can be said before asking the server, which has the last word on strength. */
export function passwordErrors(form: PasswordForm): Partial<Record<keyof PasswordForm, string>> {
  const errors: Partial<Record<keyof PasswordForm, string>> = {}
  if (form.current === '') errors.current = t('password.needCurrent')
  if (form.next.length < 10) errors.next = t('password.tooShort', { length: form.next.length })
  else if (form.next === form.current) errors.next = t('password.same')
  if (form.again !== form.next) errors.again = t('password.differs')
  return errors
}
