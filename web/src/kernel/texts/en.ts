import type { Translation } from '../i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  close: 'Close', cancel: 'Cancel', confirm: 'OK', retry: 'Try again', loading: 'Loading', remove: 'Remove {name}', more: 'More',
  required: 'required', optional: 'optional',
  date: {
    day: '{day} {month}', dayOfYear: '{day} {month} {year}', weekday: '{name}', weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday', dayAndWeekday: '{weekday}, {day}',
    today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow',
  },
  duration: { days: '{count} day | {count} days', hours: '{count} hour | {count} hours', minutes: '{count} min' },
  lamp: {
    late: '{span} late', left: '{span} left', today: 'today {time}', review: 'review {day}', paused: 'clock paused', done: 'closed', none: 'no deadline',
    title: 'Due {at}',
  },
  asked: { yes: 'Yes', no: 'No', choose: 'Please choose', optional: '{question} (optional)' },
  figure: { none: 'nothing to divide by', fraction: '{part}/{whole}' },
  step: { label: 'Steps', done: 'done', current: 'now', ahead: 'ahead', skipped: 'not passed' },
  trail: { title: 'Where it comes from, where it goes', here: 'this one', nothing: 'nothing yet' },
  table: {
    choose: 'Sel.', columns: 'Columns', compact: 'Compact rows', roomy: 'Roomy rows', selected: '{count} selected', chooseAll: 'Select all on this page',
    chooseRow: 'Select: {name}', previous: 'Previous', next: 'Next', range: '{from}–{to} on this page', total: '{total} in all', comma: ', ', page: 'Pages', resetColumns: 'Reset',
    clear: 'Clear selection', scroll: 'Table, scrolls sideways',
  },
  filter: { search: 'Search', more: 'More filters', less: 'Fewer filters', chosen: 'Chosen', clear: 'Clear all', label: 'Filters' },
  views: { label: 'Views', save: 'Save as view' },
  reason: { label: 'Reason', other: 'Other (please say)', words: 'More words (optional)', wordsNeeded: 'Please say', missing: 'Please choose a reason.', missingWords: 'Please say what it is.' },
  state: {
    emptyTitle: 'Nothing here now.',
    errorTitle: 'This could not be read', errorDetail: 'What you submitted is safe. Try again; if it stays, tell the system administrator.',
    support: 'Report number {id}', forbiddenTitle: 'Outside your current duty', forbiddenDetail: 'Switch duty, or ask someone who may to give access.',
    outageTitle: 'Cannot connect right now', outageForm: 'Cannot connect right now. What you wrote is kept on this device; please submit it again afterwards.', outageOver: 'Back again. What you wrote is still here; please submit it again.', outageDetail: 'What you wrote is kept on this device; we read again once connected.', notFoundTitle: 'Not found', notFoundDetail: 'It may have moved, or the number is wrong.',
  },
  job: {
    waiting: 'Waiting', running: 'Working', done: 'Done', failed: 'Not finished', cancelled: 'Cancelled', progress: '{done} / {total}', download: 'Download result',
    reconnecting: 'Live progress lost; asking every few seconds.', label: 'Progress',
  },
  region: { placeholder: 'Community, street or grid', drill: 'Next level', none: 'No place of this name', label: 'Choose a place', up: 'One level up', clear: 'Clear', all: 'All', top: 'Top', choose: 'Choose {name}', open: 'Look inside {name}' },
  map: { noData: 'No data', label: 'Map', below: 'below {to}', above: '{from} and more', between: '{from}–{to}', help: 'Every area of the map can be reached in the list by keyboard' },
  place: {
    still: 'Map of {name}', pick: 'Map of {name}: tap to mark the spot; by keyboard, choose from the list and write the spot', map: 'Map of {name}: tap to choose; the list has the same places', noMap: 'There is no map of {name} yet.', degrees: '{lng}° E, {lat}° N',
    metres: 'about {count} m',
  },
  chart: { asTable: 'Show numbers', asChart: 'Show chart', label: 'Line chart' },
  person: {
    view: 'Show contact', note: 'Asks for a purpose and is recorded', purpose: 'Purpose', title: 'Show contact', show: 'Show for {minutes} min', no: 'Never mind',
    intro: 'The phone of {role} {name} is shown for {minutes} minutes. Purpose and time are recorded and can be seen by the {role}.', role: 'reporter', left: 'shown for {time} more', hidden: 'Hidden again',
    missing: 'Please choose a purpose.', missingOther: 'Please say the purpose.', otherLabel: 'Purpose in words',
  },
  seen: { help: 'Who, in which duty, and why.', title: 'Who can see this', show: 'Show', count: '{count} person | {count} people', more: 'and others' },
  difference: { before: 'Before', after: 'After', nothing: 'No change', blank: '(empty)', field: 'Field', added: 'added', removed: 'removed' },
  file: {
    add: 'Add photos', optional: 'Photos are optional, up to {max}', remove: 'Remove photo {n}', uploading: 'Uploading {percent}', failed: 'Not uploaded', again: 'Upload again',
    tooMany: 'Up to {max} photos; {extra} were not added.', tooBig: '“{name}” has {size} MB; the limit is {max} MB.', wrongKind: '“{name}” is not a picture and was not added.',
    broken: '“{name}” cannot be opened and may be damaged. The others are fine.', preview: 'Photo {n}',
  },
  draft: { kept: 'Draft kept on this device', found: 'What you began last time is still here.', use: 'Continue', drop: 'Discard' },
  field: { summary: '{count} thing to correct | {count} things to correct', optional: ' (optional)' },
  portal: {
    elder: 'Large text', standard: 'Standard', copy: 'Copy', copied: 'Copied', code: 'Your code', language: '中文', home: 'Gongzhi, back to start', toHome: 'back to start', skip: 'Skip to content', product: 'Gongzhi',
    suggest: 'Feedback about this website', down: 'No connection now; trying again by itself.', demo: 'A demonstration: people and matters are invented.',
  },
}
