import { defineTexts } from '../i18n'
import { en } from './en'
import { zhCN } from './zh-CN'

export const t = defineTexts('kernel', zhCN, en)
