import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Security', view: { sessions: 'Sessions', lockOuts: 'Lock-outs', keys: 'Keys', permissions: 'Permissions' },
  session: { caption: 'Who is signed in, latest first', who: 'Who', where: 'Kept by', address: 'Address', browser: 'Browser', since: 'Signed in', seen: 'Last seen', end: 'End', own: 'You', q: 'Name, login', empty: 'No session fits.', title: 'End this session', words: 'The session of {name} at {address} ends at once; what was not submitted stays on that device.' },
  lockOut: { caption: 'Failed sign-ins, latest first', login: 'Login', name: 'Name', address: 'Address', tries: 'Tries', until: 'Locked until', last: 'Last try', state: 'State', locked: 'Locked', free: 'Not locked', release: 'Release', empty: 'Nobody failed to sign in.', unknown: 'No such account' },
  key: { caption: 'Keys', name: 'Use', fingerprint: 'Id', since: 'Since', age: 'Age', days: '{count} day | {count} days', state: 'State', sealing: 'In use', retired: 'Only opens what is old', note: 'Only ids are shown, never a key. Back up the key files apart from the database.', contact: 'Contacts', audit: 'Audit digests', code: 'Follow-up codes', factor: 'Second factors' },
  permission: { caption: 'What each duty may', ability: 'Ability', yes: 'Yes', no: 'No', note: 'The application answers this table itself; nobody writes it. Whether one matter can be worked on also depends on whose it is and how far it has come.' },
}
