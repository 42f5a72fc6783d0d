import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'staffing',
  routes: [
    { path: '/accounts', name: 'accounts', meta: { title: () => t('accounts'), may: 'viewPeople' }, component: () => import('./AccountsPage.vue') },
    { path: '/accounts/import', name: 'account-import', meta: { title: () => t('import.title'), may: 'keepPeople' }, component: () => import('./ImportPage.vue') },
    { path: '/accounts/:id', name: 'staff-account', meta: { title: () => t('accounts'), may: 'viewPeople' }, component: () => import('./AccountPage.vue') },
    { path: '/hand-over/:id', name: 'hand-over', meta: { title: () => t('handOver.page') }, component: () => import('./HandOverPage.vue') },
    { path: '/departments', name: 'departments', meta: { title: () => t('departments'), may: 'viewPeople' }, component: () => import('./DepartmentsPage.vue') },
    { path: '/duty-proposals', name: 'duty-proposals', meta: { title: () => t('proposals'), may: 'viewPeople' }, component: () => import('./ProposalsPage.vue') },
  ],
  rail: [
    { group: 'admin', order: 10, label: () => t('accounts'), icon: 'member', to: '/accounts', under: '/accounts', may: 'viewPeople' },
    { group: 'admin', order: 20, label: () => t('departments'), icon: 'unit', to: '/departments', under: '/departments', may: 'viewPeople' },
    { group: 'admin', order: 30, label: () => t('proposals'), icon: 'done', to: '/duty-proposals', under: '/duty-proposals', may: 'viewPeople' },
  ],
})
