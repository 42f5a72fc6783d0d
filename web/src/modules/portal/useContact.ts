import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { Contact } from './report'

const STORED = 'gz.report.contact'

function read(): Contact {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as Partial<Contact> | null
    return { name: typeof stored?.name === 'string' ? stored.name : '', phone: typeof stored?.phone === 'string' ? stored.phone : '' }
  } catch {
    return { name: '', phone: '' }
  }
}

/** Name and phone outlive a reload but not the tab: the next person at a shared device must not find them. */
export function useContact(): { contact: Ref<Contact>; clear: () => void } {
  const contact = ref(read())
  const keep = () => {
    try {
      sessionStorage.setItem(STORED, JSON.stringify(contact.value))
    } catch {
      // Storage forbidden: they last as long as the page.
    }
  }
  const clear = () => {
    contact.value = { name: '', phone: '' }
    try {
      sessionStorage.removeItem(STORED)
    } catch {
      // nothing was kept
    }
  }
  onScopeDispose(watch(contact, keep, { deep: true }))
  return { contact, clear }
}
