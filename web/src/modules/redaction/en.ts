import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Covered', cover: { words: 'Cover words', photo: 'Cover a photo' }, none: 'Nothing has been covered.', standing: '{count} cover | {count} covers',
  words: '{count} text | {count} texts', photo: 'Photo, {count} area | Photo, {count} areas', by: 'Covered by {maker}, {at}', restored: 'Brought back by {restorer}, {at}: {note}',
  open: { words: 'See the original', photo: 'See the original' }, restore: 'Bring back', said: { cover: 'Covered. Lists, search, exports and prints do not show it any more.', restore: 'The original is back.' },
  reason: { label: 'Reason (read by everybody)', privacy: 'Privacy of others', number: 'Identity, phone or plate numbers', minor: 'A minor', unproven: 'Accuses somebody by name, not proven', abuse: 'Abuse', secret: 'State or trade secret', other: 'Other' },
  purpose: { label: 'What do you need the original for?', words: 'Purpose', verification: 'To check facts', legal: 'Review, lawsuit or inquiry', restore: 'To decide whether to bring it back', other: 'Other' },
  wordsDialog: { title: 'Cover words', intro: 'In the title, the words, the history, the to-dos and the search of this case these words become “■■”. The original is sealed; only secretaries and leaders can open it, for a purpose.', field: 'Words to cover', help: 'Exactly as written. Select them on the page before you press “Cover words” and they are filled in.', found: 'Found {count} time on this page. | Found {count} times on this page.', notFound: 'Not found on this page.', send: 'Cover', missing: 'Please say which words.' },
  photoDialog: { title: 'Cover a photo', intro: 'Drag over what is to be covered; without a mouse, press “Add an area” and give numbers. The photo is drawn anew, the original is sealed.', choose: 'Which photo', alt: 'The photo to cover', add: 'Add an area', remove: 'Remove area {n}', area: 'Area {n} (per cent of the photo)', left: 'Left', top: 'Top', width: 'Width', height: 'Height', send: 'Cover', missing: 'Please mark what to cover.', noPhoto: 'This case has no photo.' },
  openDialog: { intro: 'Who looked, when and why is recorded; everybody who works on this case can read it.', show: 'Show for {minutes} minutes', photo: 'The photo before it was covered', words: 'Covered words', texts: 'Where they stood', hide: 'Hide' },
  restoreDialog: { title: { words: 'Bring the original back', photo: 'Bring the original back' }, intro: 'Everybody will see it again. Please say why.', note: 'Reason', send: 'Bring back' },
  looks: { title: 'Who saw the original', none: 'Nobody has.' }, missing: 'Please choose one.', needed: 'Please say why.', cancel: 'Cancel',
}
