import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import ElementPlus from 'unplugin-element-plus/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const server = 'http://localhost:8080'

/** In development every /portal/… address answers with portal.html, as the server does in production. */
function portalAddresses(): Plugin {
  return {
    name: 'portal-addresses',
    configureServer(vite) {
      vite.middlewares.use((request, _response, next) => {
        if (request.url !== undefined && /^\/portal(\/[^.]*)?(\?.*)?$/.test(request.url)) request.url = '/portal.html'
        next()
      })
    },
  }
}

export default defineConfig({
  plugins: [portalAddresses(), vue(), ElementPlus({})],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
  },
  build: {
    target: 'chrome86',
    cssTarget: 'chrome86',
    // Nothing inlined as data: addresses, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { workplace: 'index.html', portal: 'portal.html' } },
  },
  server: { proxy: { '/api': server, '/public': server } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], setupFiles: ['src/kernel/testing.ts'] },
})
