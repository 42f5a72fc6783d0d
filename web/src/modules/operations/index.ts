import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'operations',
  routes: [{ path: '/system-health', name: 'system-health', meta: { title: () => t('title'), may: 'viewSystemHealth' }, component: () => import('./SystemHealthPage.vue') }],
  rail: [{ group: 'admin', order: 90, label: () => t('rail'), icon: 'cockpit', to: '/system-health', under: '/system-health', may: 'viewSystemHealth' }],
})
