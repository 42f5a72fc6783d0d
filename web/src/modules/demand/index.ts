import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'demand',
  routes: [
    { path: '/demands/new', name: 'demand-register', meta: { title: () => t('register.title'), may: 'register' }, component: () => import('./RegisterPage.vue') },
    { path: '/demands/:id', name: 'demand', meta: { title: () => t('case.title'), may: 'viewLedger' }, component: () => import('./CasePage.vue') },
  ],
  places: { raise: '/demands/new' },
})
