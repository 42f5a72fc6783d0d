import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'oversight',
  routes: [{ path: '/trail', name: 'trail', meta: { title: () => t('title'), may: 'readTrail' }, component: () => import('./TrailPage.vue') }],
  rail: [{ group: 'admin', order: 10, label: () => t('title'), icon: 'deliberation', to: '/trail', under: '/trail', may: 'readTrail' }],
})
