import { beforeEach } from 'vitest'
import { useLanguage } from './i18n'

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  useLanguage('zh-CN')
})
