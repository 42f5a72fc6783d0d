import { nextTick, onBeforeUnmount, watch, type Ref } from 'vue'

const REACHABLE = 'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])'

/**
 * Keeps the keyboard inside `box` while `open`, and gives the focus back afterwards. Poppers outside the box stay reachable.
 * `onEscape` is asked when the focused button has just vanished and the page itself hears the key; inside the box the box hears it.
 */
export function useFocusTrap(box: Ref<HTMLElement | null>, open: Ref<boolean>, onEscape: () => void = () => undefined): void {
  let before: HTMLElement | null = null

  const reachable = () => Array.from(box.value?.querySelectorAll<HTMLElement>(REACHABLE) ?? []).filter((each) => each.offsetParent !== null || each === document.activeElement)

  function keep(event: KeyboardEvent) {
    if (event.key === 'Escape' && document.activeElement === document.body) onEscape()
    if (event.key !== 'Tab') return
    const all = reachable()
    const first = all[0]
    const last = all[all.length - 1]
    if (first === undefined || last === undefined) {
      event.preventDefault()
      return
    }
    const inside = box.value?.contains(document.activeElement) ?? false
    if (event.shiftKey && (document.activeElement === first || document.activeElement === box.value)) {
      event.preventDefault()
      last.focus()
    } else if (!event.shiftKey && (document.activeElement === last || !inside)) {
      event.preventDefault()
      first.focus()
    }
  }

  function release() {
    document.removeEventListener('keydown', keep)
    document.documentElement.classList.remove('gz-modal-open')
    before?.focus()
    before = null
  }

  watch(
    open,
    async (isOpen, wasOpen) => {
      if (isOpen) {
        before = document.activeElement instanceof HTMLElement ? document.activeElement : null
        document.addEventListener('keydown', keep)
        document.documentElement.classList.add('gz-modal-open')
        await nextTick()
        const wanted = box.value?.querySelector<HTMLElement>('[autofocus], [data-first]') ?? box.value
        wanted?.focus()
      } else if (wasOpen === true) release()
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    if (open.value) release()
  })
}
