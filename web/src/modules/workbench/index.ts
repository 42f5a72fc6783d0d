import { defineModule } from '@/app/module'
import { useSession } from '@/app/session'
import { t } from './texts'
import { todoCount } from './todoCount'

/** Whoever has nothing to do here starts where they have something to look at. */
function start() {
  const session = useSession()
  if (session.state !== 'in' || session.may('viewTodos')) return true
  if (session.may('viewLedger')) return { path: '/demands' }
  if (session.may('viewPeople')) return { path: session.may('secure') ? '/security' : '/accounts' }
  return session.may('readTrail') ? { path: '/trail' } : { name: 'account' }
}

export default defineModule({
  name: 'workbench',
  routes: [
    { path: '/', name: 'workbench', meta: { title: () => t('title'), may: 'viewTodos' }, beforeEnter: start, component: () => import('./WorkbenchPage.vue') },
    { path: '/handed-out', name: 'handed-out', meta: { title: () => t('handedOut.title'), may: 'viewTodos' }, component: () => import('./HandedOutPage.vue') },
  ],
  rail: [{ group: 'top', order: 10, label: () => t('rail'), icon: 'workbench', to: '/', under: '/', may: 'viewTodos', count: todoCount }],
  places: { todo: '/' },
})
