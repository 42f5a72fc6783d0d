import { defineModule } from '@/app/module'
import { t } from './texts'
import { todoCount } from './todoCount'

export default defineModule({
  name: 'workbench',
  routes: [
    { path: '/', name: 'workbench', meta: { title: () => t('title'), may: 'viewTodos' }, component: () => import('./WorkbenchPage.vue') },
    { path: '/handed-out', name: 'handed-out', meta: { title: () => t('handedOut.title'), may: 'viewTodos' }, component: () => import('./HandedOutPage.vue') },
  ],
  rail: [{ group: 'top', order: 10, label: () => t('rail'), icon: 'workbench', to: '/', under: '/', may: 'viewTodos', count: todoCount }],
  places: { todo: '/' },
})
