import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Standing together', back: 'Back to the ledger', place: 'Of which territory',
  note: 'Open matters of one kind, near each other and raised lately. How near, how lately and from how many on is in the rules.', lookedAt: 'worked out {at}', notYet: 'Not worked out yet; please come back in a few minutes.',
  empty: 'Nothing stands together now', emptyDetail: 'When matters of one kind become many, they are listed here.', next: 'Next', previous: 'Previous',
  heading: '{kind}: {count}', since: 'raised {from} to {to}', show: 'See these {count}', hide: 'Fold', gone: 'Nothing of it is open any more.',
  lead: 'Lead', merge: 'Merge', caption: '{count} of {kind}', number: 'Number', matter: 'Matter', where: 'Place', raised: 'Raised', joiners: '{count} shares it | {count} share it', choose: 'Merge {number} into the lead', leadOf: '{number} is the lead',
  send: 'Merge the {count} chosen into the lead', words: 'Afterwards people follow the lead with the code they have. A wrong merge can be undone.', none: 'Please choose what to merge first.',
  done: '{count} merged.', refused: '{count} not merged:',
}
