import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'unit',
  routes: [
    { path: '/units', name: 'units', meta: { title: () => t('title'), may: 'viewUnits' }, component: () => import('./UnitListPage.vue') },
    { path: '/units/new', name: 'unit-new', meta: { title: () => t('register.title'), may: 'keepUnits' }, component: () => import('./RegisterUnitPage.vue') },
    { path: '/units/:id', name: 'unit', meta: { title: () => t('title'), may: 'viewUnits' }, component: () => import('./UnitPage.vue') },
  ],
  rail: [{ group: 'base', order: 30, label: () => t('title'), icon: 'unit', to: '/units', under: '/units', may: 'viewUnits' }],
})
