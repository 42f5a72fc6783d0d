import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'ledger',
  routes: [
    { path: '/demands', name: 'ledger', meta: { title: () => t('title'), may: 'viewLedger' }, component: () => import('./LedgerPage.vue') },
    { path: '/search', name: 'search', meta: { title: () => t('search.title'), may: 'viewLedger' }, component: () => import('./SearchPage.vue') },
  ],
  rail: [{ group: 'work', order: 10, label: () => t('rail'), icon: 'demand', to: '/demands', under: '/demands', may: 'viewLedger' }],
  places: { search: (words) => ({ path: '/search', query: words === '' ? {} : { q: words } }) },
})
