import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'retention',
  routes: [{ path: '/retention', name: 'retention', meta: { title: () => t('title'), may: 'viewRetention' }, component: () => import('./RetentionPage.vue') }],
  rail: [{ group: 'review', order: 60, label: () => t('title'), icon: 'lock', to: '/retention', under: '/retention', may: 'viewRetention' }],
})
