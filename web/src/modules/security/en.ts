import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Security', view: { sessions: 'Sessions', lockOuts: 'Lock-outs', factors: 'Second factors', demands: 'Who needs one', keys: 'Keys', permissions: 'Permissions' },
  session: { caption: 'Who is signed in, latest first', who: 'Who', where: 'Kept by', address: 'Address', browser: 'Browser', since: 'Signed in', seen: 'Last seen', end: 'End', own: 'You', q: 'Name, login', empty: 'No session fits.', title: 'End this session', words: 'The session of {name} at {address} ends at once; what was not submitted stays on that device.' },
  lockOut: { caption: 'Failed sign-ins, latest first', login: 'Login', name: 'Name', address: 'Address', tries: 'Tries', until: 'Locked until', last: 'Last try', state: 'State', locked: 'Locked', free: 'Not locked', release: 'Release', empty: 'Nobody failed to sign in.', unknown: 'No such account' },
  factor: {
    caption: 'Who has a second factor, by login', state: 'Second factor', since: 'Added {at}', none: 'None', owing: 'Needed, and none', reset: 'Reset', empty: 'No account fits.', filter: { on: 'Have one', off: 'Have none', owing: 'Need one and have none' },
    resetTitle: 'Reset a second factor', resetWords: 'The second factor and the recovery codes of {name} are worth nothing any more, and all sessions end at once; they sign in with the password and add another. Please make sure it is them.', reason: 'Why',
    duty: 'Duty', demandState: 'Second factor', above: 'Needed, by the level above', demanded: 'Needed', advised: 'Not needed; advised', optional: 'Not needed', holders: 'Holders', without: 'Without one', set: 'Set', demand: 'Demand', lift: 'Lift', demandCaption: 'Which duties need a second factor',
    advice: 'We advise to demand one at least of the three administrators: they give others duties and passwords.',
    demandWords: '{count} holder in this territory has none and must add one before anything else, from their next step on. | {count} holders in this territory have none and must add one before anything else, from their next step on.', liftWords: 'Whoever has one keeps it, and may switch it off.', demandNote: 'Holds here and below. Anybody may add one under “My account”.',
  },
  key: { caption: 'Keys', name: 'Use', fingerprint: 'Id', since: 'Since', age: 'Age', days: '{count} day | {count} days', state: 'State', sealing: 'In use', retired: 'Only opens what is old', note: 'Only ids are shown, never a key. Back up the key files apart from the database.', contact: 'Contacts', audit: 'Audit digests', digest: 'Follow-up codes', factor: 'Second factors' },
  rotation: {
    title: 'Key rotation', intro: 'A new key to seal contacts with. The system goes on: what is written uses the new key at once, the rest is sealed anew in the background; after a break the work goes on and nothing is lost.', page: 'Key rotation',
    start: 'Propose a new key', ask: 'Propose a new key', words: 'It begins when another security administrator or a system administrator has confirmed it.', reason: 'Reason', byHand: 'Somebody may know the old key: the new one does not go through the database; the system administrator copies it to the other servers', send: 'Propose',
    state: { proposed: 'To be confirmed', declined: 'Declined', withdrawn: 'Withdrawn', waiting: 'Waiting for servers', resealing: 'Sealing anew', done: 'Done' },
    from: 'Old key {from}', fromTo: '{from} → {to}', proposer: 'Proposed by {name}, {at}: {reason}', decider: 'Confirmed by {name}, {at}', declined: '{name}, {at}: {words}', hand: 'New key copied by hand',
    confirm: 'Confirm', confirmTitle: 'Confirm the new key', confirmWords: 'The new key is made at once and used as soon as every server holds it. Then keep a copy of the folder keys elsewhere: backups from then on are opened with the new key.', decline: 'Decline', declineTitle: 'Decline the new key', declineWords: 'Reason', withdraw: 'Withdraw',
    progress: '{walked} of {total} rows, {changed} sealed anew', label: 'How far sealing anew is', done: 'Done {at}, {changed} sealed anew', leftOver: '{count} does not open and stays as it is; please tell the system administrator | {count} do not open and stay as they are; please tell the system administrator',
    missing: 'These servers lack the new key: {names}. Running ones fetch it within seconds; when it is copied by hand, put its file into their folder keys.',
    old: 'The old key {from} is kept to open backups from before {at}. It can be destroyed after {day}; contacts in those backups can then never be opened.', oldReady: 'The old key {from} can be destroyed. Contacts in backups from before {at} can then never be opened.', asked: '{name} asked to destroy the old key; another person has to confirm.', destroyed: 'The old key was destroyed {at}.',
    destroy: 'Destroy the old key', destroyTitle: 'Destroy the old key', destroyWords: 'It is destroyed when two people agree, and cannot be brought back. Be sure that backups from before the rotation are not needed.',
    nodes: 'Servers', node: '{name}: has all keys', nodeMissing: '{name}: lacks a key', empty: 'The key was never changed.',
  },
  permission: { caption: 'What each duty may', ability: 'Ability', yes: 'Yes', no: 'No', note: 'The application answers this table itself; nobody writes it. Whether one matter can be worked on also depends on whose it is and how far it has come.' },
}
