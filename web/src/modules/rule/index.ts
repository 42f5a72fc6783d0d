import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'rule',
  routes: [{ path: '/rules', name: 'rules', meta: { title: () => t('title'), may: 'viewRules' }, component: () => import('./RulesPage.vue') }],
  rail: [{ group: 'admin', order: 40, label: () => t('rail'), icon: 'admin', to: '/rules', under: '/rules', may: 'viewRules' }],
})
