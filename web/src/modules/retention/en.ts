import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Retention', intro: 'When a case has ended long enough ago, what names people in it goes at 3:30 in the night: contacts, addresses finer than the building, names and phones in texts, and pictures where the rule says so. It cannot be brought back; history and figures stay. Open cases and those on hold are not touched.',
  view: { due: 'Will go', runs: 'Gone', holds: 'On hold' },
  due: { total: '{count} case tonight | {count} cases tonight', more: 'More than {count}', oldest: 'The oldest ended {at}', none: 'Nothing is due.', rules: 'Terms are set under “Rules → Retention” by the system administrator.', groups: 'By kind', cases: 'The 100 that ended first', kind: 'Kind', count: 'Cases', months: 'Term', term: '{months} months', asked: 'Asked for by the reporter', photos: 'Pictures', photosGo: 'Go too', photosStay: 'Stay', rule: 'Rule of', number: 'Number', ended: 'Ended', day: 'Due' },
  run: { caption: 'What went, latest first', at: 'When', district: 'District', cases: 'Cases', contacts: 'Contacts', texts: 'Texts', places: 'Places', photos: 'Pictures', oldest: 'Oldest end', digest: 'Digest', prove: 'Look again', empty: 'Nothing has gone yet.', note: 'Each batch has an entry in the audit trail with its counts and digest.', clean: '{count} cases looked at: nothing of a person was found, the digest is right.', found: '{count} cases looked at: {remaining} findings; please tell the system administrator.', other: '{count} cases looked at: the digest is not right; please tell the audit administrator.' },
  hold: { caption: 'On hold, latest first', number: 'Number', reason: 'Reason', by: 'By', at: 'When', add: 'Put on hold', addTitle: 'Put a case on hold', addWords: 'For a lawsuit, a review or an inquiry that needs it as it is; please say which. Once lifted, it goes by its term.', lift: 'Lift', empty: 'Nothing is on hold.' },
}
