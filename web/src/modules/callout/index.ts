import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'callout',
  routes: [
    { path: '/callouts', name: 'callouts', meta: { title: () => t('list.title'), may: 'viewLedger' }, component: () => import('./CalloutListPage.vue') },
    { path: '/callouts/:id', name: 'callout', meta: { title: () => t('title'), may: 'viewLedger' }, component: () => import('./CalloutPage.vue') },
  ],
  rail: [{ group: 'work', order: 12, label: () => t('rail'), icon: 'bell', to: '/callouts', under: '/callouts', may: 'viewLedger' }],
})
