import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'security',
  routes: [{ path: '/security', name: 'security', meta: { title: () => t('title'), may: 'secure' }, component: () => import('./SecurityPage.vue') }],
  rail: [{ group: 'admin', order: 40, label: () => t('title'), icon: 'lock', to: '/security', under: '/security', may: 'secure' }],
})
