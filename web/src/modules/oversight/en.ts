import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Audit trail', caption: 'The trail, latest first', order: 'By time, latest first',
  column: { at: 'Time', actor: 'Who', action: 'What', subject: 'Subject', region: 'Territory', address: 'From', purpose: 'Purpose', change: 'Before and after', position: 'Seal' },
  filter: { who: 'Name, duty, place', action: 'What', from: 'From', to: 'To', region: 'Territory', subject: 'Id of the subject' },
  unsealed: 'Not sealed yet', empty: 'No entry fits.', before: 'Before', after: 'After', look: 'Show change', export: 'Export…', prove: 'Verify the chain…',
  exporting: { title: 'Export the trail', words: 'Makes a sheet of what is listed. That it was exported is an entry of its own.', send: 'Export' },
  proving: { title: 'Verify the chain', words: 'Checks every digest, every link and the file of heads; with many entries it takes minutes. That it was verified is an entry of its own.', send: 'Verify' },
  close: 'Close',
  action: {
    account: 'Accounts', session: 'Sign-in', duty: 'Duties', department: 'Departments', demand: 'Demands', contact: 'Contacts', audit: 'Audit', 'clock-rule': 'Time limits', factor: 'Second factors',
  },
}
