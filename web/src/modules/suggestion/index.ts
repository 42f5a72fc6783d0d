import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'suggestion',
  routes: [
    { path: '/suggestions', name: 'suggestions', meta: { title: () => t('list.title') }, component: () => import('./SuggestionListPage.vue') },
    { path: '/suggestions/new', name: 'suggest', meta: { title: () => t('title') }, component: () => import('./SuggestPage.vue') },
    { path: '/suggestions/:id', name: 'suggestion', meta: { title: () => t('list.title') }, component: () => import('./SuggestionPage.vue') },
  ],
  rail: [{ group: 'review', order: 90, label: () => t('rail'), icon: 'suggest', to: '/suggestions', under: '/suggestions' }],
  places: { suggest: (from) => ({ name: 'suggest', query: { from } }) },
})
