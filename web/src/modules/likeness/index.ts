import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'likeness',
  routes: [{ path: '/demands/clusters', name: 'clusters', meta: { title: () => t('title'), may: 'viewLedger' }, component: () => import('./ClustersPage.vue') }],
})
