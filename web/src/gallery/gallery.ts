import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import App from '../app/App.vue'
import type { RailEntry, WorkplaceModule } from '../app/module'
import { useSession } from '../app/session'
import { i18n } from '../kernel/i18n'
import type { IconName } from '../kernel/icons'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/element.css'
import '../styles/print.css'

/** A page for development only: every part with invented figures, inside the real frame. Not built for production. */
const entry = (group: RailEntry['group'], order: number, icon: IconName, name: string): RailEntry => ({
  group, order, icon, label: () => name, to: `/${icon}`, under: `/${icon}`,
  ...(icon === 'workbench' ? { count: () => 9 } : {}),
})
const module: WorkplaceModule = {
  name: 'gallery',
  routes: [
    { path: '/', redirect: '/parts' },
    { path: '/account', name: 'account', component: () => import('../app/account/AccountPage.vue') },
    { path: '/password', name: 'password', component: () => import('../app/account/PasswordPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: () => import('../app/account/SignInPage.vue') },
    { path: '/workbench', component: () => import('./GalleryWorkbench.vue') },
    { path: '/demand', component: () => import('./GalleryLedger.vue') },
    { path: '/case', component: () => import('./GalleryCase.vue') },
    { path: '/cockpit', component: () => import('./GalleryCockpit.vue') },
    { path: '/:rest(.*)*', component: () => import('./GalleryParts.vue') },
  ],
  rail: [
    entry('top', 1, 'workbench', '工作台'), entry('top', 2, 'cockpit', '驾驶舱'),
    entry('work', 1, 'demand', '民情诉求'), entry('work', 2, 'deliberation', '议事协商'), entry('work', 3, 'project', '项目资金'),
    entry('work', 4, 'resource', '共享资源'), entry('work', 5, 'activity', '联办活动'), entry('work', 6, 'visit', '走访'),
    entry('base', 1, 'network', '一轴四网'), entry('base', 2, 'organization', '党组织'), entry('base', 3, 'unit', '单位与覆盖'),
    entry('base', 4, 'member', '党员'), entry('base', 5, 'body', '统筹机构'), entry('base', 6, 'talent', '干部人才'),
    entry('review', 1, 'assessment', '考核评价'), entry('review', 2, 'portal', '公开窗口'), entry('admin', 1, 'admin', '系统管理'),
  ],
  places: {
    todo: '/workbench', raise: '/case', search: (q) => ({ path: '/demand', query: { q } }),
    notices: { to: '/parts', count: () => 3 }, suggest: (from) => ({ path: '/parts', query: { from } }),
  },
}

const router = createRouter({ history: createWebHashHistory(), routes: module.routes })
const app = createApp(App, { modules: [module] }).use(createPinia()).use(i18n).use(router)
const session = useSession()
const path = [{ code: '110105000000000', name: '朝阳区' }, { code: '110105001000000', name: '建外街道' }, { code: '110105001026000', name: '永安里社区' }]
session.session = {
  account: { id: '1', name: '周敏', login: 'zhoumin' },
  duties: [
    { id: 'a', kind: 'SECRETARY', kindName: '社区书记', regionCode: '110105001026000', regionName: '永安里社区', path, regionLevel: 5 },
    { id: 'b', kind: 'OFFICER', kindName: '民情专员', regionCode: '110105001000000', regionName: '建外街道', path: path.slice(0, 2), regionLevel: 4 },
  ],
  duty: 'a', demo: new URLSearchParams(location.search).has('demo'), mustChangePassword: location.hash.includes('sign-in'), mustEnrol: false, may: {}, districtName: '朝阳区', locale: 'zh-CN', idleMinutes: 30,
}
session.state = 'in'
app.mount('#app')
