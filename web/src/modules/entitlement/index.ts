import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'entitlement',
  routes: [{ path: '/entitlements/:id', name: 'entitlement', meta: { title: () => t('title') }, component: () => import('./EntitlementPage.vue') }],
})
