import { defineModule } from '@/app/module'
import { t } from './texts'

export default defineModule({
  name: 'organization',
  routes: [
    { path: '/organizations', name: 'organizations', meta: { title: () => t('title'), may: 'viewOrganizations' }, component: () => import('./OrganizationsPage.vue') },
    { path: '/organizations/new', name: 'organization-new', meta: { title: () => t('register.title'), may: 'registerOrganization' }, component: () => import('./RegisterOrganizationPage.vue') },
    { path: '/organizations/:id', name: 'organization', meta: { title: () => t('title'), may: 'viewOrganizations' }, component: () => import('./OrganizationPage.vue') },
  ],
  rail: [{ group: 'base', order: 20, label: () => t('title'), icon: 'organization', to: '/organizations', under: '/organizations', may: 'viewOrganizations' }],
})
