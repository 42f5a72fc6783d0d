import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Demands', rail: 'Demands', register: 'Register', export: 'Export…', clusters: 'Standing together', caption: 'Demands, {view}',
  view: { open: 'In hand', late: 'Late or soon due', call_back: 'To call back', unsolved: 'Reported unsolved', suspended: 'Suspended', mine: 'Mine', all: 'All' },
  column: {
    lamp: 'Clock', number: 'Number', title: 'Demand', place: 'Community · grid', kind: 'Kind', channel: 'Channel', step: 'Step', status: 'Status', responsible: 'With', raised: 'Raised', due: 'Due',
    closed: 'Closed', passedUp: 'Passed up', judged: 'Called back',
  },
  joiners: '{count} more feel the same', urgedToday: 'urged within 24 hours',
  channel: { online: 'Online', phone: 'Phone', visit_in: 'In person', walk_visit: 'Home visit', meeting: 'Meeting', hotline: 'Hotline', representative: 'Deputy' },
  step: { accept: 'Accept', assign: 'Assign', handle: 'Handle', supervise: 'Supervised', verify: 'Verify', suspended: 'Suspended', close: 'Close', declined: 'Declined', merged: 'Merged' },
  status: {
    raised: 'To accept', accepted: 'To assign', assigned: 'To take up', handling: 'Being handled', verifying: 'To verify', closed: 'Closed, to call back', settled: 'Called back', suspended: 'Suspended',
    declined: 'Declined', merged: 'Merged',
  },
  age: { d0_3: 'Up to 3 days', d4_7: '4–7 days', d8_15: '8–15 days', d16_30: '16–30 days', d31: '31 days or more' },
  judged: { valid: 'Valid call-back', contacted: 'Was contacted', solved: 'Solved', satisfied: 'Satisfied', basically: 'Basically satisfied' },
  filter: {
    q: 'Number, words, address', region: 'Place', regionAll: 'Place: {name}', kind: 'Kind', channel: 'Channel', status: 'Status', from: 'Raised from', lastDay: 'last day', until: 'to', late: 'Late?', yes: 'Late', no: 'Not late',
    age: 'Raised how long ago', judged: 'Call-back', sort: 'Order', sortDue: 'By due time', sortRaised: 'By time raised', closedFrom: 'Closed from', passedUpFrom: 'Passed up from', judgedFrom: 'Called back from', raisedDays: 'Days raised', closedDays: 'Days closed', passedUpDays: 'Days passed up', judgedDays: 'Days called back',
  },
  chip: {
    became: '{name} (now {now})',
    q: 'Contains “{words}”', region: 'Place: {name}', kind: 'Kind: {names}', channel: 'Channel: {names}', status: 'Status: {names}', department: 'One department', late: 'Late', notLate: 'Not late', age: 'Raised: {name}',
    raised: 'Raised {days}', closed: 'Closed {days}', passedUp: 'Passed up {days}', passedUpEver: 'Was passed up', judged: 'Call-back: {name}', judgedIn: 'Call-back: {name}, {days}', days: '{from} to {to}', since: 'since {from}', until: 'until {to}',
  },
  order: { due: 'By due time', raised: 'Newest first', happened: 'One row each time it happened, newest first' },
  empty: { title: 'No demands here.', detail: 'Nothing meets these conditions. Take some away, or choose another view.', open: 'Nothing in hand now.', openDetail: 'What people raise will be listed here. You can also register one yourself.', clear: 'Take away all conditions' },
  batch: {
    assign: 'Assign…', urge: 'Urge', merge: 'Merge into one', urgedSkipped: 'Urge: {count} urged within 24 hours will be skipped', closedSkipped: '{count} no longer in hand',
    urgeTitle: 'Urge {count} demand | Urge {count} demands', urgeWords: 'Each is urged in turn. Those urged within 24 hours or not to be urged are skipped, with the reason.', urgeSend: 'Urge', reason: 'Why', reasonMissing: 'Choose a reason.',
    mergeTitle: 'Merge {count} demands into one', mergeWords: 'Choose one that stays; the others go on as part of it, and everyone hears of its progress.', mergeInto: 'Which one stays', mergeSend: 'Merge', mergeMissing: 'Choose which one stays.',
    assignTitle: 'Assign {count} demand to one department or colleague | Assign {count} demands to one department or colleague', assignWords: 'Listed is to whom the first one can go. Others that cannot are skipped, with the reason.', assignTo: 'To whom', assignDepartments: 'Departments', assignColleagues: 'Colleagues', assignSend: 'Assign', assignMissing: 'Choose to whom.', note: 'Remarks (optional)',
    running: 'Working on {done} of {count}', done: '{done} done, {skipped} skipped.', allDone: 'All {done} done.', skipped: 'Skipped:', why: '{number}: {why}', notNow: 'Not possible now', paused: 'The connection is lost; it stopped after {done}. Go on when it is back: nothing is done twice.', goOn: 'Go on', close: 'Close', cancel: 'Not now',
  },
  save: { title: 'Save as view', name: 'Name of the view', hint: 'Keeps these conditions and the order, for you alone.', send: 'Save', remove: 'Delete view “{name}”', removeTitle: 'Delete view', removeWords: 'Only the view goes; demands stay as they are.', removeSend: 'Delete', keep: 'Keep it' },
  exporting: {
    title: 'Export records', words: 'Exports what meets these conditions, one row each. Exports are recorded.', format: 'Format', xlsx: 'Sheet (XLSX)', csv: 'Text (CSV)', send: 'Start', again: 'Export again', close: 'Close', stay: 'You may close this window; what is done stays under “Latest exports”.', recent: 'Latest exports', download: 'Download', waiting: 'Under way', failed: 'Not finished', count: 'About {total}',
  },
  search: {
    title: 'Search', label: 'Search everything', box: 'Number, words, address, place', send: 'Search', demands: 'Demands', regions: 'Places', none: 'No demand contains “{words}”.', noneDetail: 'Try other words, or part of a number or address.', noRegion: 'No place has this name.', all: 'All {total} in the ledger',
    start: 'Type part of a number, an address, what was said, or the name of a place.', cockpit: 'Figures', list: 'Demands', place: '{path}',
  },
}
