import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  accounts: 'Accounts and duties', departments: 'Departments', proposals: 'Duty approvals',
  caption: 'Accounts, by login', order: 'By login',
  column: { login: 'Login', name: 'Name', duties: 'Duties', home: 'Kept by', status: 'State' },
  filter: { q: 'Name, login, unit', duty: 'Duty', status: 'State', region: 'Territory' },
  status: { active: 'Active', disabled: 'Disabled' },
  none: 'No duty',
  empty: 'No account fits.', emptyDetail: 'Ask for less, or open a new account.',
  open: {
    title: 'New account', login: 'Login', loginHint: 'Starts with a small letter; 2 to 32 letters, digits, dots, dashes or underscores.', name: 'Name', home: 'Kept by', homeHint: 'Usually the street or community where the person works; its system administrators and those above keep the account.',
    send: 'Open', needPlace: 'Please choose a place from the list.',
  },
  account: {
    deputies: 'Deputies', duties: 'Duties', noDuty: 'No duty yet. Nobody can work without one.', grant: 'Give a duty', end: 'End', about: 'Account', login: 'Login', home: 'Kept by', status: 'State',
    rename: 'Rename', disable: 'Disable', enable: 'Enable', password: 'One-time password', from: 'from {day}', until: 'to {day}', noEnd: 'without end', deputyFor: ' (for {name})', deputyNow: '{name} stands in until {day}', lines: 'Only: {kinds}', granted: 'Given by {name}, {at}', grantedLoader: 'Since {at}',
    ended: 'Ended by {name}, {at}', over: 'Ended duties', lookOnly: 'You may look at this account, not change it.', coming: 'Not begun',
  },
  rename: { title: 'Rename', send: 'Save' },
  disable: { title: 'Disable this account', words: 'The person is signed out at once and cannot sign in; what they did stays under their name. It can be enabled again.', send: 'Disable' },
  enable: { title: 'Enable this account', words: 'The person can sign in with their password again.', send: 'Enable' },
  password: {
    title: 'One-time password', words: 'The present password ends at once and the person is signed out everywhere. The new one is shown once: hand it over in person or by telephone. It must be changed at the first sign-in.', send: 'Make a password', made: 'One-time password of {login} (shown this once)', copy: 'Copy', copied: 'Copied', close: 'Handed over, close',
  },
  grant: {
    title: 'Give a duty', kind: 'Duty', region: 'Where', department: 'Department', lines: 'Only these kinds', linesHint: 'None chosen: all kinds.', from: 'First day', until: 'Last day', untilHint: 'Empty: without end.', reason: 'Reason',
    second: 'This duty reaches far: you propose it, and it holds once the security administrator has confirmed it.', send: 'Give', propose: 'Propose', proposed: 'Proposed; it waits for the security administrator.', given: 'Given.',
  },
  end: { title: 'End a duty', words: '{duty}, {place}', at: 'When', now: 'At once', later: 'After a day', lastDay: 'Last day', send: 'End' },
  department: {
    verbs: 'Change', add: 'New department', name: 'Name', kind: 'Kind', place: 'Place', handlers: 'Handlers', state: 'State', office: 'Office', service: 'Public service', active: 'Open', closed: 'Closed', rename: 'Rename', close: 'Close', reopen: 'Reopen',
    caption: 'Departments, by place and name', empty: 'There is no department here yet.', people: '{count} person | {count} people', closeTitle: 'Close this department', closeWords: 'It is given nothing new; what it has it finishes. It can be reopened.', addTitle: 'New department', send: 'Save', all: 'All of the territory',
  },
  proposal: {
    caption: 'Duty approvals, latest first', who: 'For', duty: 'Duty', dates: 'Days', reason: 'Reason', proposer: 'Proposed by', state: 'Result', waiting: 'Waiting', confirmed: 'Confirmed by {name}', declined: 'Declined by {name}: {words}', withdrawn: 'Taken back',
    confirm: 'Confirm', decline: 'Decline', withdraw: 'Take back', empty: 'Nothing waits for confirmation.', open: 'Waiting', all: 'All', declineTitle: 'Decline this proposal', words: 'Reason', intro: 'Administrators and duties of a district or above take two: the system administrator proposes, the security administrator confirms. Neither the proposer nor the person concerned confirms it.',
    dateUntil: '{from} to {until}', dateFrom: 'from {from}',
  },
  handOver: { page: 'Hand over', of: 'Open matters in the hands of {name}', intro: 'Before leaving a post, pass what is open to a successor, all of it or row by row. Time limits stay; the history says who has it.', number: 'Number', title: 'Demand', place: 'Place', due: 'Due', to: 'Successor', choose: 'Choose below what is handed over.', send: 'Hand over {count}', caption: 'Open matters, by due time', empty: 'Nothing is open.', done: '{count} handed over to {name}, {left} left.' },
  import: { title: 'Import', intro: 'Download the form, fill it in and upload it; every row is checked before anything happens, and the whole can be taken back while nobody has used it. The same sheet again makes nobody twice.', send: 'Upload', form: 'Download the form', choose: 'Choose a sheet', checking: 'Checking', apply: 'Import {good} rows', problems: 'Download wrong rows', undo: 'Take back', line: 'Row', problem: 'Problem', caption: 'Wrong rows', past: 'Latest imports', none: 'Nothing was imported yet.', undoTitle: 'Take this import back', undoWords: 'Accounts it made are disabled and duties it gave end. Once any of them was used, it cannot be taken back whole.', state: { checked: '{good} rows can be imported, {problems} are wrong', applied: 'Imported: {made} accounts made, {problems} rows wrong', undone: 'Taken back' } },
}
