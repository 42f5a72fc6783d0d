import { onScopeDispose, shallowRef, watch } from 'vue'
import { http, outage } from '../http/http'
import type { Schemas } from '../http/wire'

/** Its district works here; "0" while none does. */
export type Site = Schemas['Site']

/** Known once the server has told it; no page waits for it to be drawn. */
export const site = shallowRef<Site>()
let asked: Promise<Site | undefined> | undefined

/** Asks once; again only after it could not be told. */
export function loadSite(): Promise<Site | undefined> {
  asked ??= http.get('/public/site').then(
    (told) => (site.value = told),
    () => (asked = undefined),
  )
  return asked
}

const ASK_EVERY_MS = 5_000

/** While the server is away, asks every few seconds whether it is back: any answer ends the outage. */
export function useComeback(): void {
  let timer: number | undefined
  watch(
    outage,
    (down) => {
      window.clearInterval(timer)
      if (down) timer = window.setInterval(() => void http.get('/public/site').then((told) => (site.value = told), () => undefined), ASK_EVERY_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => window.clearInterval(timer))
}
