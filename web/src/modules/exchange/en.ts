import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Exchange', rail: 'Exchange', hotline: 'Hotline cases',
  upload: {
    title: 'Import hotline cases', words: 'Import a whole sheet of a hotline such as 12345: check first, then import; what nobody has touched can be taken back. A case number enters once.', choose: 'Choose a sheet', again: 'Choose another', kinds: 'XLSX or CSV, at most 200,000 lines and 64 MB.', template: 'Empty template',
    sending: 'Uploading, {percent}',
  },
  results: { title: 'Results for the hotline', words: 'In the hotline’s own form: case number, state, closed at, result, contacted, solved, satisfaction, and what was asked besides.', from: 'Called from', to: 'to', send: 'Export', format: 'Format', xlsx: 'Sheet (XLSX)', csv: 'Text (CSV)', ofImport: 'Export the results of these', again: 'Export again' },
  list: {
    title: 'Sheets imported', caption: 'Hotline sheets, newest first', empty: 'No sheet has been imported yet.', emptyDetail: 'Choose a sheet of the hotline to begin.',
    name: 'File', state: 'Where it stands', lines: 'Lines', applied: 'Imported', wrong: 'Wrong', person: 'Uploaded by', at: 'Uploaded',
  },
  state: { uploaded: 'Waits for its columns', checking: 'Being checked', checked: 'Checked, waits to be imported', applying: 'Being imported', applied: 'Imported', undoing: 'Being taken back', undone: 'Taken back' },
  step: { columns: 'Columns', check: 'Check', apply: 'Import', done: 'Done' },
  mapping: {
    title: 'Which column is what', words: 'Proposed by the headings; please look through. Without a column marked “needed” nothing can be imported.', needed: 'needed', none: 'Not in the sheet', ours: 'Wanted here', theirs: 'Column of the sheet', example: 'First lines', kept: 'Used before', keptChoose: 'Choose one used before', saveAs: 'Keep this choice as', saveAsHint: 'With a name, next month’s sheet needs no choosing.',
    meanings: 'What “{heading}” means', meaningsWords: 'Equal names are matched. What is not chosen counts as the kind chosen below.', said: 'In the sheet', lines: '{count} lines', meant: 'Counts as', other: 'Everything else counts as', otherNone: 'A problem', moreWords: '{count} more words count as the kind chosen below.',
    toStreet: 'Where only the street is known, give it to the street', toStreetHint: 'Otherwise such lines are problems.', check: 'Check', rechoose: 'Choose columns again', added: 'Asked besides', addedWords: 'What rules of the territory ask. Where the sheet has a column, answers are checked as everywhere and required ones must not be empty; where it has none, the question is not asked.',
  },
  checked: {
    sentence: '{lines} lines: {good} can be imported, {wrong} are wrong and will not be.', allGood: '{lines} lines, all can be imported.', fresh: 'New', changed: 'Changed by the hotline', same: 'Here already', wrong: 'Wrong', changedHint: 'The change is added to the history of the case.',
    problems: 'Wrong lines', first: 'The first {count}; all of them are in the sheet.', line: 'Line {line}', download: 'Download the wrong lines', downloadHint: 'Mended, the sheet can be uploaded as it is.', apply: 'Import {count}', none: 'Nothing to import.', goOn: 'Go on', broken: 'The last import broke off after {count}. Going on repeats nothing.',
  },
  applied: { sentence: '{count} imported.', rest: '{wrong} more lines were wrong and not imported.', look: 'See them in the ledger', undo: 'Take this import back', undoTitle: 'Take this import back', undoWords: 'What nobody has touched goes, with its to-dos. What was accepted, or whose contact was opened, stays. It is recorded.', undoSend: 'Take back' },
  undone: { sentence: '{count} taken back.', kept: '{count} stay: somebody works on them.' },
  gone: 'The sheet is no longer kept (90 days); the demands made of it stay.',
  roll: {
    title: 'Import and export', back: 'Organizations',
    upload: { title: 'Import organizations', words: 'Import a whole roll: every line is checked against the rules first; what nothing depends on yet can be taken back as a whole. A superior is named by code or name and may stand in any line of the sheet.' },
    list: { caption: 'Rolls imported, newest first', emptyDetail: 'Fill in the empty template, or choose the roll at hand.' },
    mapping: { meaningsWords: 'Equal names are matched. Lines with a word that is not chosen are wrong.', moreWords: '{count} more words are not shown; their lines are wrong.' },
    checked: { changed: 'Other figures', changedHint: 'Of those registered already only figures change; a new name, superior or place holds from a day and is changed on its page.', apply: 'Import {count}', broken: 'The last import broke off after {count}. Going on repeats nothing.' },
    applied: { sentence: '{count} imported.', look: 'See the organizations', undoWords: 'What was new goes, figures are as before. What others answer to, what was changed, given posts or is spoken of elsewhere stays. It is recorded.' },
    undone: { sentence: '{count} taken back.', kept: '{count} stay: something depends on them.' },
    gone: 'The sheet is no longer kept (90 days); the organizations made of it stay.',
    export: { title: 'Export the roll', words: 'In the columns of the template: mended, it can be imported again.', within: 'Place', hint: 'With all below it', one: '“{name}” and all that answer to it', sheets: 'Rolls imported' },
  },
  tokens: {
    title: 'Machine tokens', words: 'Systems of others read, register and report by Open311 with a token instead of a person’s account. How far it sees, what it may do, from where and until when stands on the token; what it does is recorded like anyone’s deed.', caption: 'Machine tokens, newest first', empty: 'No token has been issued yet.', issue: 'Issue a token…', revoke: 'Revoke',
    name: 'Whose system', place: 'Place', verbs: 'May', addresses: 'From', anywhere: 'anywhere', expires: 'Until', lastUsed: 'Last used', never: 'never', hint: 'Begins', state: 'State', live: 'in use', revoked: 'revoked', expired: 'expired', by: 'Issued by',
    verb: { read: 'read lists and figures', register: 'register demands', open311: 'report by Open311', metrics: 'read metrics of the machine' },
    issueTitle: 'Issue a machine token', region: 'Place it sees', addressesHint: 'One a line, such as 192.0.2.10 or 192.0.2.0/24. Empty: anywhere.', expiresHint: 'Up to and including this day, at most three years.', send: 'Issue',
    once: 'The token is shown this once. Hand it over now; nobody can see it later.', copy: 'Copy', copied: 'Copied', close: 'Handed over',
    revokeTitle: 'Revoke this token', revokeWords: '“{name}” stops working at once and for good. Issue another if needed.',
  },
  webhooks: {
    title: 'Webhooks', words: 'What happens to demands is told to systems of others: signed, and tried again at growing distance for two days. Only number, place code, kind and state are told: no title, no words, nothing of anybody.', empty: 'No webhook yet.', connect: 'Connect a system…', connectTitle: 'Connect a system', url: 'Address', region: 'Place it is told of', events: 'What it is told', algorithm: 'Signature', send: 'Connect',
    once: 'The secret is shown this once. Hand it over now; nobody can see it later.', tells: 'Tells: {events}', event: { raised: 'new demands', moved: 'every step', judged: 'judgements' },
    well: 'working', failing: 'not taken since {at}', paused: 'paused since {at}', pausedByFailure: 'not taken for long, paused since {at}. Talk to them and press “go on”', waiting: '{count} waiting',
    showLog: 'Show the log', hideLog: 'Hide the log', pause: 'Pause', resume: 'Go on', remove: 'Disconnect', removeTitle: 'Disconnect', removeWords: '“{name}” is told nothing more, not even what waits.',
    noDeliveries: 'Nothing sent yet.', state: { waiting: 'waits to be sent again', delivered: 'taken', given_up: 'given up' }, attempts: '{count} attempts', nextAt: 'Again at {at}.', again: 'Send again', detail: 'Message and answer', by: 'connected by {name}',
    problem: { answered: 'They answered {code} and did not take it.', inside: 'The address leads inside the network; nothing was sent.', name_unknown: 'The name is not known.', timeout: 'They did not answer in time.', certificate: 'Their certificate is not in order.', unreachable: 'They cannot be reached.', not_http: 'Their answer cannot be read or broke off.' },
  },
}
