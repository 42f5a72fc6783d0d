import { defineTexts } from '@/kernel/i18n'
import { en } from './en'
import { zhCN } from './zh-CN'

export const t = defineTexts('unit', zhCN, en)
