import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'security',
  routes: [
    { path: '/security', name: 'security', meta: { title: () => t('title'), may: 'secure' }, component: () => import('./SecurityPage.vue') },
    { path: '/key-rotation', name: 'key-rotation', meta: { title: () => t('rotation.page'), may: 'confirmKeys' }, component: () => import('./KeyRotationPage.vue') },
  ],
  rail: [
    { group: 'admin', order: 40, label: () => t('title'), icon: 'lock', to: '/security', under: '/security', may: 'secure' },
    { group: 'admin', order: 85, label: () => t('rotation.page'), icon: 'lock', to: '/key-rotation', under: '/key-rotation', may: 'confirmKeys' },
  ],
})
