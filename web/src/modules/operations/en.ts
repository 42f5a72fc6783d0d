import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'System', title: 'State of the system', overall: { good: 'All is well', attention: 'Something needs attention', trouble: 'Something needs doing now' },
  asOf: 'seen {at}', up: 'this node has been running since {at}', again: 'Look again',
  state: { good: 'Good', attention: 'Attention', trouble: 'Act' },
  checks: 'One by one', backups: 'Latest backups', noBackups: 'No backup yet.', when: 'When', file: 'File', size: 'Size', took: 'Took', seconds: '{seconds} s',
}
