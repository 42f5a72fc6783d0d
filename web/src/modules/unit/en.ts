import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Units', intro: 'Agencies, firms, shops, social organizations, schools and buildings on the territory.', caption: 'Units in the order of pinyin', order: 'In the order of pinyin',
  filter: { q: 'Name, initials in pinyin, or credit code', region: 'Which place', kind: 'Kind', industry: 'Industry', band: 'Size', state: 'State', closed: 'Closed ones' },
  found: 'Units found', clear: 'Clear the search', foundHint: 'A search is not narrowed by kind, industry or size.',
  empty: 'There is no such unit here.', emptyHint: 'Try another place or other conditions; register it if nobody has.', notFound: 'Nothing found. Try other words, or initials in pinyin.',
  column: { name: 'Name', kind: 'Kind', place: 'Place', address: 'Address', industry: 'Industry', people: 'People', members: 'Members', code: 'Credit code' },
  register: { title: 'Register a unit', send: 'Register', back: 'Back to units' },
  form: {
    kind: 'Kind', name: 'Name', code: 'Unified social credit code', codeHint: '18 characters, as on the licence. Leave it out where there is none.', industry: 'Industry (GB/T 4754)', people: 'People who work there', members: 'Party members', membersHint: 'As the unit says.', membersOn: 'Number of members as of',
    opened: 'Opened on', phone: 'Public phone', region: 'Community or grid', address: 'Address', lng: 'Longitude', lat: 'Latitude', from: 'From which day', on: 'Closed from which day', why: 'Grounds', whyHint: 'How it is known, or the document; it is kept in the history.', needRegion: 'Please choose a community or a grid.',
  },
  page: {
    people: '{n} people', noPeople: 'people not entered', facts: 'Facts', code: 'Credit code', none: 'Not entered', opened: 'Opened', phone: 'Public phone', members: 'Members', membersWords: '{n} ({day}, as the unit says)', point: 'Longitude, latitude', isNew: 'Of the new organizations', since: 'Here since {day}',
    former: 'Where it stood before', span: '{from} to {until}', before: 'until {until}', history: 'History', closed: 'Closed on {day}: {why}', changed: '{field}: {before} → {after}', nothing: 'none', from: 'from {day}',
  },
  field: { kind: 'Kind', name: 'Name', creditCode: 'Credit code', industry: 'Industry', people: 'People', members: 'Members', membersOn: 'Members as of', openedOn: 'Opened on', phone: 'Public phone', region: 'Place', address: 'Address', point: 'Longitude, latitude', closedOn: 'Closed on' },
  verb: { register: 'Registered', amend: 'Changed', relocate: 'Moved', close: 'Closed', reopen: 'Opened again' },
  act: { amend: 'Change', relocate: 'Move', close: 'Close', reopen: 'Open again' },
  done: { amend: 'Changed.', relocate: 'Moved; where it was stays in the history.', close: 'Closed.', reopen: 'Opened again.' },
  next: 'Next', cannot: 'Not now', nothing: 'Nothing to do now.', isOver: 'It is closed: open it again first', needsKeeper: 'Done by its community, street or district', whoKeeps: 'Ask somebody of its community.',
}
