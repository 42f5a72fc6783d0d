import { definePortalModule } from '@/app/module'
import { t } from './texts'

const footer = () => import('./PlaceFooter.vue')

export default definePortalModule({
  name: 'portal',
  routes: [
    { path: '/', name: 'home', components: { default: () => import('./HomePage.vue'), footer } },
    { path: '/report', name: 'report', components: { default: () => import('./ReportPage.vue'), footer }, meta: { title: () => t('report.title') } },
    { path: '/follow', name: 'follow', components: { default: () => import('./FollowPage.vue'), footer }, meta: { title: () => t('follow.title') } },
    { path: '/judge', name: 'judge', components: { default: () => import('./FollowPage.vue'), footer }, props: { default: { toJudge: true } }, meta: { title: () => t('follow.judgeTitle') } },
    { path: '/matters', name: 'matters', components: { default: () => import('./MattersPage.vue'), footer }, meta: { title: () => t('matters.title') } },
    { path: '/place', name: 'place', components: { default: () => import('./PlacePage.vue'), footer }, meta: { title: () => t('place.title') } },
  ],
})
