import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { whenSignedOut } from './http/http'
import type { WorkplaceModule } from './module'
import { useSession } from './session'
import { t } from './texts'

const own: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', meta: { open: true, title: () => t('signIn.title') }, component: () => import('./account/SignInPage.vue') },
  { path: '/sign-in/back', name: 'sign-in-back', meta: { open: true, title: () => t('provider.title') }, component: () => import('./account/ProviderReturnPage.vue') },
  { path: '/provider', name: 'provider', meta: { title: () => t('provider.title') }, component: () => import('./account/ProviderPage.vue') },
  { path: '/password', name: 'password', meta: { title: () => t('password.title') }, component: () => import('./account/PasswordPage.vue') },
  { path: '/second-factor', name: 'second-factor', meta: { title: () => t('factor.title') }, component: () => import('./account/SecondFactorPage.vue') },
  { path: '/account', name: 'account', meta: { title: () => t('account.title') }, component: () => import('./account/AccountPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', meta: { title: () => t('notFound.title') }, component: () => import('./shell/NotFoundPage.vue') },
]

/** Only addresses inside this site: a `next` that leads elsewhere is ignored. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'
}

export function createWorkplaceRouter(modules: readonly WorkplaceModule[]) {
  const routes = [...modules.flatMap((module) => module.routes), ...own]
  const start = modules.flatMap((module) => module.rail ?? []).sort((a, b) => a.order - b.order).find((entry) => entry.group === 'top')
  if (!routes.some((route) => route.path === '/')) routes.unshift({ path: '/', redirect: start?.to ?? { name: 'account' } })

  const router = createRouter({
    history: createWebHistory('/'),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })

  router.beforeEach(async (to) => {
    const session = useSession()
    if (session.state === 'unknown') await session.load()
    if (session.state === 'unreachable') return true
    if (to.meta.open === true) return session.state === 'in' && to.name === 'sign-in' ? safeNext(to.query.next) : true
    if (session.state === 'out') return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
    if (session.session?.mustChangePassword === true && to.name !== 'password') return { name: 'password', query: { next: to.fullPath } }
    if (session.session?.mustChangePassword !== true && session.session?.mustEnrol === true && to.name !== 'second-factor') return { name: 'second-factor', query: { next: to.fullPath } }
    return true
  })
  router.afterEach((to) => {
    const title = to.meta.title?.()
    document.title = title === undefined ? t('product') : `${title} · ${t('product')}`
  })
  // Drafts are kept by useDraft as they are typed, so leaving the page loses nothing.
  whenSignedOut(() => {
    const session = useSession()
    // A wrong password at sign-in, or the first question at start, loses nothing.
    if (session.state !== 'in') return
    session.leave()
    const here = router.currentRoute.value
    if (here.name !== 'sign-in') void router.push({ name: 'sign-in', query: { next: here.fullPath, lost: '1' } })
  })
  return router
}
