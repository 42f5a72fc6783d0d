import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import type { PortalModule } from './app/module'
import { speak } from './app/http/http'
import PortalApp from './app/portal/PortalApp.vue'
import { t } from './kernel/texts'
import { restoreElder } from './kernel/portal/elder'
import { currentLanguage, i18n, showLanguage } from './kernel/i18n'
import './styles/tokens.css'
import './styles/base.css'
import './styles/portal.css'

const found = import.meta.glob<PortalModule>('./modules/*/portal.ts', { eager: true, import: 'default' })
const routes = Object.values(found).flatMap((module) => module.routes)
const suggest = Object.values(found).find((module) => module.suggest !== undefined)?.suggest

speak(currentLanguage)
showLanguage()
restoreElder()

const router = createRouter({
  history: createWebHistory('/portal/'),
  routes: [...routes, { path: '/:rest(.*)*', name: 'not-found', component: () => import('./app/portal/PortalNotFound.vue') }],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
router.afterEach((to) => {
  const title = to.meta.title?.()
  document.title = title === undefined ? t('portal.product') : `${title} · ${t('portal.product')}`
})
createApp(PortalApp, { suggest }).use(i18n).use(router).mount('#app')
