import { definePortalModule } from '@/app/module'
import { t } from './texts'

export default definePortalModule({
  name: 'suggestion',
  routes: [{ path: '/suggest', name: 'suggest', component: () => import('./WindowPage.vue'), meta: { title: () => t('window.title') } }],
  suggest: (from) => ({ name: 'suggest', query: { from: from === '/' ? '/portal' : `/portal${from}` } }),
})
