import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Rules', title: 'Rules', of: 'Rules of {name}', readOnly: 'Rules are set by the system administrator of the territory. You may read them.', inherit: 'Without a rule of its own a territory goes by the nearest one above. What is under way keeps the rule it began with.',
  place: 'Rules of which territory', books: { clock: 'Clocks and lamps', kind: 'Kinds', route: 'Routing', reason: 'Reasons', formula: 'The three rates', holiday: 'Holidays' },
  table: { caption: '{book} of {name}: what holds and where it comes from', matter: 'Matter', says: 'Rule', since: 'Since', from: 'From', actions: 'Actions', version: 'v{version}', own: 'Its own', inherited: 'From {name}', until: 'until {day}', none: 'Nothing is said', otherwise: 'Without its own: {words}', coming: 'From {day}: {words}', empty: 'There are no rules here yet.', emptyRoute: 'There are no routes yet: no department is suggested.' },
  act: { set: 'Change', own: 'Set its own', end: 'Inherit again', withdraw: 'Withdraw', history: 'History', add: 'Add one' },
  set: {
    title: '{name}: {matter}', titleNew: '{name}: add one', from: 'From which day', fromHint: 'Today or later. Days gone by keep the rule they had.', source: 'Source', sourceHint: 'such as a document and its number', why: 'Why', whyHint: 'Kept in the history, for everyone to read', look: 'See what would change', send: 'Hold from {day}', cancel: 'Cancel', back: 'Go on editing', step: 'Step', clazz: 'Class',
  },
  clock: { amount: 'Time', unit: 'Unit', hour: 'hours', day: 'days', working_day: 'working days', warn: 'Amber lamp', percent: 'with a share left', hours: 'with hours left', warnPercent: 'Time left (%)', warnHours: 'Time left (hours)' },
  classes: { urgent: 'urgent', utility: 'utilities', ordinary: 'ordinary', hard: 'hard', any: 'any class' },
  formula: { response: 'Weight of response', solution: 'Weight of solution', satisfaction: 'Weight of satisfaction', basically: 'Basically satisfied counts', sum: 'The three weights sum to {sum}', sumHint: 'The three weights must sum to 1' },
  kind: { name: 'Name', nameEn: 'Name in English', parent: 'Kind above', top: 'None: of the first level', public: 'A public matter: shown in the window once accepted', clazz: 'Class of its clock', position: 'Place in the list', hotline: 'If urgent, call', active: 'In use: may be chosen', stays: 'Name, kind above and whether it is public stay as they were made, so that figures can be compared. Switch it off when it is no longer needed.' },
  reason: { verb: 'Used to', needsWords: 'Needs words', instead: 'Whom to turn to', insteadHint: 'Told to the resident when declined', decline: 'decline', return: 'return', pass_up: 'pass up', suspend: 'suspend', extend: 'extend', urge: 'urge', stays: 'Its name and use stay as they were made. Switch it off when it is no longer needed.' },
  route: { kind: 'Kind', any: 'Any other kind', department: 'To which department', none: 'Please choose', hint: 'Chosen to begin with when a case is assigned; whoever assigns decides.' },
  preview: {
    title: 'What would change', before: 'Now', after: 'Then', field: 'Rule', nothing: 'Nothing is said', reach: 'Reaches below', reachNone: 'Nothing below', inheriting: '{n} go by this one', overriding: '{n} have rules of their own and are not touched', cases: 'See these {n}', casesMost: 'The newest {n} are listed', number: 'Number', at: 'Began', dueBefore: 'Due now', dueAfter: 'Due then', listBefore: 'Now', listAfter: 'Then', listed: 'One by one',
  },
  end: { title: 'Inherit again: {matter}', words: 'From this day {name} says nothing of its own and goes by the rule above: {otherwise}', nothing: 'nothing is said above', send: 'Inherit again', from: 'From which day' },
  withdraw: { title: 'Withdraw: {matter}', words: '"{words}" will not hold from {day}; the rule before it goes on.', send: 'Withdraw' },
  history: { title: 'History: {matter}', empty: 'Never changed: what holds is the first rule.', set: '{place} set v{version}, from {day}', end: '{place} inherits again, from {day}', withdraw: '{place} withdrew v{version} (was to hold from {day})', change: '{before} → {after}', close: 'Close', nothing: 'nothing' },
  holiday: {
    year: '{year}', announced: 'entered', missing: 'not announced', missingNote: 'The holiday notice of {year} is not entered yet; weekends and legal holidays are presumed. Please enter it when it is out: limits in working days depend on it.', caption: 'Days of {year} that differ from the ordinary week', days: 'Days', kind: 'Arrangement', name: 'Name', source: 'Source', off: 'off', worked: 'worked', none: 'Nothing is entered for this year.', edit: 'Enter or correct…',
    title: 'Holidays of {year}', text: 'The whole year', hint: 'Paste the notice, or write one line a period: first day,last day,休 (off) or 班 (worked),name. The year will be as it stands here.', file: 'Read from a sheet', look: 'Look first', send: 'Save the year', will: '{days} days: {added} added, {changed} changed, {removed} removed', line: 'Line {line}: {problem}', notWhole: 'National Day is missing; this is not a whole year.', history: 'What was entered', notice: 'v{version}: {added} added, {changed} changed, {removed} removed', adds: 'Added {day} {what} {name}', changes: 'Changed {day} {what} {name}', removes: 'Removed {day} {what} {name}', stays: 'Due times that are set stay; later ones go by the new days.', saved: 'The holidays of {year} are saved.',
  },
  done: { set: 'Saved; it holds from {day}.', end: 'Inherits again from {day}.', withdraw: 'Withdrawn.' },
}
