import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  home: {
    title: 'Something at your door? Tell your community',
    intro: 'No account needed, no name needed. Every matter is handled, and you can follow it.',
    report: 'Report something', follow: 'Follow my report', judge: 'Give my verdict',
    chosen: 'Shown for the place you chose last', notChosen: 'No community chosen yet; showing the whole district', change: 'Change place', choose: 'Choose my community',
    none: 'Nothing has been published here yet. Matters are listed here once they may be public.', all: 'All published matters',
    figuresTitle: 'What was said last month', figures: '{raised} reports came in; {called} people were asked afterwards, and {solved} of them said “solved”.',
    joiners: '{count} household says the same | {count} households say the same',
  },
  place: {
    title: 'Change place', intro: 'The start page and the report form will use it. Kept on this device only.',
    question: 'Where', help: 'Name of a community, estate or street office (in Chinese or pinyin)', found: '{count} place found | {count} places found', none: 'Nothing found for “{words}”. Try other words, or look by street.',
    searching: 'Searching', onMap: 'Point on the map', inList: 'Look by street', fold: 'Close', chosen: 'Chosen', again: 'Choose another',
    up: 'Back to {name}', here: 'Not sure which community? Choose {name}', open: 'See the communities of {name}', listOf: 'Places in {name}',
    map: 'Map; tap a place to choose it. The list below has the same places.', sketch: 'Sketch; boundaries are not authoritative', remembered: 'Now showing {name}.', back: 'Back to start',
  },
  report: {
    title: 'Report something', found: 'What you began last time is still here.', drop: 'Clear all and start again',
    spot: 'Exact spot (optional)', spotHelp: 'Estate, building number or crossing',
    kind: 'What kind', unsure: 'Not sure, choose for me', more: 'More kinds',
    words: 'What is it about', wordsHelp: 'When, where and what, in your own words.', left: '{count} character left | {count} characters left', over: '{count} character too many | {count} characters too many',
    photos: 'Photos', placeFirst: 'Choose the place first, then add photos.', keptPhotos: '{count} photo from last time is still here. | {count} photos from last time are still here.', dropPhotos: 'Remove these photos', photosGone: 'The place has changed; please add the photos again.',
    contact: 'How to tell you the result', phone: 'Phone (optional)', name: 'Your name (optional)',
    phoneHelp: 'With a phone number the people in charge can ask you; every look at it is recorded, and you can see the record.',
    anonymous: 'Do not show who I am to those who handle it', anonymousHelp: 'No name and no phone are kept; follow it with your code.',
    submit: 'Send', sending: 'Sending', due: 'An answer within {time}.', hotline: 'Urgent? Call {hotline}.',
    summary: '{count} thing to correct before sending: | {count} things to correct before sending:', needPlace: 'Please choose the community it is about.', needWords: 'Please write what it is about.', tooLong: 'At most {max} characters; now {count}.', spotTooLong: 'At most {max} characters for the spot; now {count}.',
    uploading: 'Photos are still uploading; send when they are done.',
    offline: 'No connection now. What you wrote is kept on this device; you will be told when you can send it.', recovering: 'The database is recovering. What you wrote is kept on this device; you will be told when you can send it.',
    back: 'Back again. What you wrote is still here and can be sent.', failed: 'Not sent. What you wrote is still here; please try again.',
  },
  similar: {
    title: '{count} similar matter nearby | {count} similar matters nearby', joiners: '{count} household already says the same | {count} households already say the same', raised: 'reported {day}', join: 'Same here, handle it together', joinLabel: 'Same here, handle it together: {title}',
    explain: 'It is handled together with this one. You get a code of your own to follow it.', phone: 'Phone (optional)', send: 'Join', cancel: 'No, thanks',
  },
  done: {
    title: 'Received', joined: 'Joined', keep: 'Follow it with this code at any time. Please write it down.',
    anonymous: 'We have kept nothing by which you could be found, so it can only be followed with this code. Please write it down.',
    due: 'You get an answer by {at} (time limit: {words}).', number: 'Number {number}', follow: 'Follow it now', home: 'Back to start', another: 'Report something else',
  },
  follow: {
    title: 'Follow my report', judgeTitle: 'Give my verdict', code: 'Your code', help: 'The 10 letters and digits you were given; capitals and spaces do not matter.', judgeHelp: 'With your code you can say “solved” or “not solved”.',
    show: 'Show', missing: 'Please enter your code.', short: 'A code has 10 letters and digits; this has {count}.', unlike: 'Codes never contain “{chars}”; please check again.', other: 'Another code',
    noCode: 'No code? If you reported by phone or in person, please ask your community.', number: 'Number {number}', raised: 'reported {at}', joiners: '{count} other household says the same | {count} other households say the same',
    due: 'Answer by {at}', own: 'In your own words', progress: 'What has been done', photos: 'Photos', photo: 'Photo {n}', photoFailed: 'This photo could not be read.', download: 'Download {name}',
    joinedNote: 'You joined this matter; only what is being done is shown here.', reload: 'Look for news', updated: 'Updated {at}',
    looks: 'Who has seen your contact', look: '{at}, purpose: {purpose}', noLooks: 'Nobody has looked at your contact yet.',
  },
  status: {
    raised: 'Received, waiting to be taken up', accepted: 'Accepted, being assigned', assigned: 'Given to those in charge', handling: 'Being handled', verifying: 'Done, being checked',
    closed: 'Done; please say whether it is solved', settled: 'Done', suspended: 'Cannot be done now, planned for later', declined: 'Not accepted', merged: 'Handled together with another of the same',
  },
  add: { title: 'Add something', label: 'What else should be known', help: 'Those who handle it will see it.', submit: 'Add', done: 'Added.', missing: 'Please write what to add.', tooLong: 'At most {max} characters; now {count}.' },
  judge: {
    title: 'You decide whether it is solved', solved: 'Solved', unsolved: 'Not solved',
    explain: '“Not solved” has it handled again, with an answer within 3 working days. If you say nothing and left a phone number, the community will call you once.',
    reopen: 'You said “solved”. If it comes back you can still say “not solved”, and we go on.',
    contacted: 'Did anyone contact you', yes: 'Yes', no: 'No', satisfaction: 'Are you satisfied', satisfied: 'Satisfied', basically: 'Mostly satisfied', unsatisfied: 'Not satisfied',
    words: 'Anything else (optional)', submit: 'Send verdict', needContacted: 'Please say whether anyone contacted you.', needSatisfaction: 'Please say whether you are satisfied.',
    doneSolved: 'Noted: you said “solved”. Thank you for telling us.', doneUnsolved: 'Noted: you said “not solved”. It is handled again; you get an answer within 3 working days.',
    given: 'You said “{answer}” {at}.', later: 'Once it is done, you can say here whether it is solved.',
  },
  limit: { hours: '{count} hour | {count} hours', days: '{count} day | {count} days', workingDays: '{count} working day | {count} working days' },
  matters: { title: 'Public window', intro: 'Matters under way or done that may be public. Door numbers and names are never shown.', area: 'For which area', change: 'Change place', more: 'Show more', loading: 'Loading', none: 'Nothing published for {name} yet.', end: 'That is all.', added: '{count} more listed | {count} more listed', month: 'reported {month}' },
}
