import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Organizations', sheets: 'Import and export', export: 'Export', intro: 'Two things are kept of each: whom it answers to (its line), and where it stands (its place). Each has days of its own and neither follows from the other.',
  by: { line: 'By line', place: 'By place' }, where: 'Which place', search: 'Find', searchHint: 'Any part of a name, or pinyin, or its initials', clear: 'Clear the search',
  found: 'Organizations found', none: 'Nothing found. Try other words, or initials in pinyin.', caption: 'Organizations in the order of pinyin', lines: 'Lines that begin here', noLines: 'There is no organization here yet.', noneHere: 'None stands at this level; look at the places below.',
  places: 'Places below', here: 'Organizations at this level', open: 'Show who answers to {name}', close: 'Hide who answers to {name}', more: '20 more',
  column: { name: 'Name', kind: 'Kind', place: 'Place', members: 'Members (full)', due: 'Term ends' }, people: '{members} ({full})',
  register: { title: 'Register an organization', send: 'Register', done: 'Registered.', check: 'What the rules say', checked: 'The rules have nothing to say.', back: 'Back to organizations' },
  form: {
    kind: 'Kind', name: 'Name', code: 'Code', founded: 'Founded on', parent: 'Answers to (line)', parentHint: 'Find it by name or pinyin. Leave it out where the one above is not kept here.', region: 'Stands at (place)', full: 'Full members', members: 'Members (with probationary ones)',
    units: 'Of how many units', lasts: 'Its work is to be done by', termFrom: 'Its term began on', termHint: 'Left out, it began with the founding.', why: 'Grounds', whyHint: 'Document or reason; it is kept in the history.', from: 'From which day', fromTerm: 'The new term begins on', due: 'It ends on', dueHint: 'Left out, as the rule says. Earlier or later as approved.',
    on: 'Ended from which day', off: 'Relieved from which day', post: 'Post', holder: 'Name', work: 'Work', find: 'Find', choose: 'Find, then choose', needRegion: 'Please choose a place.', nobody: 'Answers to nobody here',
  },
  post: { secretary: 'Secretary', deputy: 'Deputy secretary', member: 'Committee member' },
  page: {
    people: '{members} members ({full} full)', facts: 'Facts', posts: 'Who leads it', noPosts: 'Nobody is entered yet.', before: 'Before', term: 'Term', noTerm: 'This kind has no term of office.', unknownTerm: 'No term is entered yet.', termWords: '{from} to {due}', remind: 'Among the to-dos from {day}', below: 'Who answers to it', noBelow: 'Nobody answers to it.', history: 'History', rules: 'What the rules say',
    code: 'Code', founded: 'Founded', ended: 'Ended', endedOn: 'Ended on {day}: {why}', above: 'Answers to', nobody: 'Nobody here', hidden: '(not within your reach)', units: 'Units', unitsWords: '{n}', lasts: 'Work until', since: 'since {from}', until: '{from} to {until}', relieve: 'Relieve',
  },
  fact: { affiliation: 'Answers to', territory: 'Place', name: 'Name', term: 'Term' },
  act: { amend: 'Name and numbers', move: 'Change its line', relocate: 'Change its place', term: 'New term', appoint: 'Appoint', end: 'End' },
  done: { amend: 'Changed.', move: 'Its line is changed.', relocate: 'Its place is changed.', term: 'The new term is entered.', appoint: 'Appointed.', end: 'Ended.', relieve: 'Relieved.' },
  next: 'Next', cannot: 'Not now', needsAbove: 'Done by the street or the district', whoAbove: 'Ask somebody of the street or the district.', nothing: 'Nothing to do now.', isOver: 'It has ended and cannot be changed',
}
