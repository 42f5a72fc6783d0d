import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { speak } from './app/http/http'
import type { WorkplaceModule } from './app/module'
import { createWorkplaceRouter } from './app/router'
import { currentLanguage, i18n, showLanguage } from './kernel/i18n'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'
import './styles/print.css'

const found = import.meta.glob<WorkplaceModule>('./modules/*/index.ts', { eager: true, import: 'default' })
const modules = Object.values(found)

speak(currentLanguage)
showLanguage()
createApp(App, { modules }).use(createPinia()).use(i18n).use(createWorkplaceRouter(modules)).mount('#app')
