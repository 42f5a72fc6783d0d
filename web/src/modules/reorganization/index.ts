import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'reorganization',
  routes: [
    { path: '/reorganizations', name: 'reorganizations', meta: { title: () => t('title'), may: 'reorganize' }, component: () => import('./ReorganizationListPage.vue') },
    { path: '/reorganizations/new', name: 'reorganization-new', meta: { title: () => t('new'), may: 'reorganize' }, component: () => import('./PlanReorganizationPage.vue') },
    { path: '/reorganizations/:id', name: 'reorganization', meta: { title: () => t('title'), may: 'reorganize' }, component: () => import('./ReorganizationPage.vue') },
  ],
  rail: [{ group: 'admin', order: 40, label: () => t('rail'), icon: 'network', to: '/reorganizations', under: '/reorganizations', may: 'reorganize' }],
})
