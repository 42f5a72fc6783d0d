import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'deputy',
  routes: [{ path: '/deputies/:account?', name: 'deputies', meta: { title: () => t('title') }, component: () => import('./DeputiesPage.vue') }],
})
