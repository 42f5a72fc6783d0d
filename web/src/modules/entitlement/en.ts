import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Requests about personal information',
  kind: { access: 'To see it', copy: 'A copy', correct: 'A correction', delete: 'Deletion' },
  ground: { label: 'Ground of the refusal', case_open: 'The case is still open and needs it', kept_by_law: 'A law or regulation says how long it is kept', under_inquiry: 'A review, lawsuit or inquiry needs it', of_others: 'It would harm lawful interests of others', checked_right: 'It was checked, and what is written is right' },
  stored: {
    number: 'Number', raised: 'Raised', kind: 'Kind of matter', where: 'Place', point: 'Point on the map (longitude, latitude)', heading: 'Title', words: 'Own words', name: 'Name', phone: 'Phone', files: 'Photos and files', none: 'Nothing is kept',
    told: 'What the reporter was told and added', line: '{at}　{words}', looks: 'When somebody saw the contact', noLooks: 'Nobody did.',
  },
  purpose: { appointment: 'to make an appointment', verification: 'to check the facts', call_back: 'to call back', other: 'something else' },
  own: {
    title: 'Your personal information', intro: 'You may see what is kept of you with this matter, have a copy, have mistakes corrected, or ask for it to be deleted. The community or street in charge answers.', open: 'See, copy, correct or delete', reading: 'Reading',
    kind: 'What would you like', access: 'See what is kept of me', copy: 'Have a copy', correct: 'Correct a mistake', delete: 'Delete what is about me',
    help: { access: 'Once granted, it is shown here.', copy: 'Once granted, it can be downloaded here and printed.', correct: 'Please say what is wrong and what is right.', delete: 'Only a settled matter can be deleted. Name, phone, place and photos are gone then and do not come back.' },
    words: 'Details', wordsOptional: 'Details (optional)', wordsHelp: 'Read by whoever answers, and by nobody else.', send: 'Send', missingKind: 'Please choose one.', missingWords: 'Please say what is wrong and what is right.', tooLong: 'At most {max} characters, now {count}.',
    sent: 'Received. You will have an answer by {at}; come back here with this code.', asked: 'What you asked', one: '{kind}, asked {at}', waiting: 'Not answered yet; an answer comes by {at}.', granted: '{who} granted it, {at}.', refused: '{who} did not grant it, {at}: {ground}.',
    deleted: 'It is done that night.', answerWords: 'Answer: {words}', yourWords: 'You said: {words}', record: 'What is kept of you with this matter', told: 'What you were told and what you added', looks: 'When somebody saw your contact', masked: 'Only part of the name and the phone is shown.',
    save: 'Download the copy', saved: 'Downloaded: {name}', disagree: 'If you do not agree with an answer, you may turn to the level above, or ask for a review or go to court as the law provides.',
  },
  panel: { title: 'Requests about personal information', waiting: '{count} waits for an answer | {count} wait for an answer', one: 'The reporter asks: {kind}', asked: 'asked {at}', granted: '{who} granted it, {at}', refused: '{who} did not grant it, {at}: {ground}' },
  one: {
    by: 'Asked {at}', due: 'to be answered by {at}', caseLink: 'See the case', words: 'What the reporter says', noWords: 'Nothing was said besides.', stored: 'What is kept of the reporter', masked: 'This is what the reporter sees once it is granted. Name and phone stay partly hidden: whoever has the code need not be the reporter.',
    write: 'Answer', choice: 'Granted or not', grant: 'Grant', refuse: 'Refuse', answered: 'Answered', wasGranted: 'Granted', wasRefused: 'Refused: {ground}', answer: 'Answer', answerer: '{who}, {at}', waiting: 'Not answered yet. The secretary of the community, or officers and leaders of the street or district, answer; once it is late, the level above may, too.',
    reply: 'Words for the reporter', replyHelp: 'The reporter reads them with the code. Please name nobody else.', send: 'Answer', done: 'Answered. The reporter reads it with the code.', missingGround: 'Please choose a ground.', missingCorrection: 'Please enter what is right, at least in one field.',
    effect: {
      access: 'Once granted, the reporter sees with the code what is listed below.', copy: 'Once granted, the reporter can download with the code what is listed below.', correct: 'Enter what is right and leave empty what stays. What it was is sealed, and the history says so.', delete: 'Once granted, name, phone, place and photos go this night, and what names people in the words with them, and the contacts of those who joined. They do not come back.',
    },
    open: 'This case is not settled yet, so a deletion cannot be granted now. Answer once it is settled, or refuse because it is still open.',
    correct: { title: 'Title', words: 'Own words', name: 'Name', phone: 'Phone' }, back: 'Back to the to-dos',
  },
}
