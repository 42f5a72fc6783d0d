const REACHED = 'input:not([disabled]), textarea:not([disabled]), select:not([disabled]), button:not([disabled])'

/** Takes the keyboard to the first thing that has to be corrected, so that nobody has to look for it. False where nothing is marked. */
export function focusWrong(form: HTMLElement | null | undefined): boolean {
  const mark = form?.querySelector<HTMLElement>('[aria-invalid="true"], .gz-field__error')
  if (mark === null || mark === undefined) return false
  const control = mark.matches(REACHED) ? mark : (mark.querySelector<HTMLElement>(REACHED) ?? mark.parentElement?.querySelector<HTMLElement>(REACHED))
  control?.focus()
  return control != null
}
