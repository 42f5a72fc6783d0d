import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'cockpit',
  routes: [{ path: '/cockpit', name: 'cockpit', meta: { title: () => t('title') }, component: () => import('./CockpitPage.vue') }],
  rail: [{ group: 'top', order: 20, label: () => t('rail'), icon: 'cockpit', to: '/cockpit', under: '/cockpit', may: 'viewCockpit' }],
})
