import { defineModule } from '@/app/module'
import { stoppedCount } from './stoppedCount'
import { t } from './texts'

export default defineModule({
  name: 'exchange',
  routes: [
    { path: '/exchange', name: 'exchange', meta: { title: () => t('title'), may: 'exchange' }, component: () => import('./ExchangePage.vue') },
    { path: '/exchange/imports/:id', name: 'sheet-import', meta: { title: () => t('upload.title'), may: 'exchange' }, component: () => import('./ImportPage.vue') },
    { path: '/organizations/sheets', name: 'organization-sheets', meta: { title: () => t('roll.title'), may: 'registerOrganization' }, component: () => import('./RollPage.vue') },
    { path: '/organizations/sheets/:id', name: 'organization-import', meta: { title: () => t('roll.upload.title'), may: 'registerOrganization' }, component: () => import('./ImportPage.vue') },
    { path: '/machine-tokens', name: 'machine-tokens', meta: { title: () => t('tokens.title'), may: 'viewTokens' }, component: () => import('./TokensPage.vue') },
    { path: '/webhooks', name: 'webhooks', meta: { title: () => t('webhooks.title'), may: 'viewWebhooks' }, component: () => import('./WebhooksPage.vue') },
  ],
  rail: [
    { group: 'admin', order: 60, label: () => t('rail'), icon: 'switch', to: '/exchange', under: '/exchange', may: 'exchange' },
    { group: 'admin', order: 62, label: () => t('tokens.title'), icon: 'lock', to: '/machine-tokens', under: '/machine-tokens', may: 'viewTokens' },
    { group: 'admin', order: 64, label: () => t('webhooks.title'), icon: 'network', to: '/webhooks', under: '/webhooks', may: 'viewWebhooks', count: stoppedCount },
  ],
})
