import { ref } from 'vue'

const STORED = 'gz.elder'

/** Elder mode 大字版: a class on <html>, remembered on this device. */
export const elder = ref(false)

export function setElder(on: boolean): void {
  elder.value = on
  document.documentElement.classList.toggle('gz-elder', on)
  try {
    localStorage.setItem(STORED, on ? '1' : '0')
  } catch {
    // In-app browsers may forbid storage: the mode then lasts as long as the page.
  }
}

export function restoreElder(): void {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(STORED)
  } catch {
    stored = null
  }
  elder.value = stored === '1'
  document.documentElement.classList.toggle('gz-elder', elder.value)
}
