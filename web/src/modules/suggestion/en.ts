import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Feedback', title: 'Feedback', kind: { problem: 'Problem', idea: 'Idea', complaint: 'Complaint' },
  write: {
    intro: 'This is about the system itself: what is awkward or wrong, what you would like changed. The level above yours answers. For what residents need, use "Register".', kind: 'It is', words: 'What is it', wordsHelp: 'Please no names, phone numbers or door numbers of residents.', from: 'Sent from this page: {page}', send: 'Send',
    missingKind: 'Choose whether it is a problem, an idea or a complaint.', missingWords: 'Nothing is written yet. Say it in a few words.', mine: 'What I sent before',
  },
  sent: 'Sent; it will be answered by {at}. The answer will appear among your to-dos.',
  list: {
    title: 'Feedback on the system', caption: 'Feedback: {view}', empty: 'There is none of this sort.', emptyDetail: 'Every page has "Feedback" in its upper right corner.', order: 'Newest first', anyKind: 'Any kind', kindLabel: 'Kind', clear: 'Clear the filter',
    view: { to_answer: 'For us to answer', late: 'Overdue', mine: 'Mine', answered: 'Answered', all: 'All' },
    column: { lamp: 'Due', title: 'Feedback', kind: 'Kind', page: 'From page', from: 'From', to: 'Answered by', asked: 'Sent', answered: 'Answered' },
  },
  administrators: 'System administrator', resident: 'Residents\' page {path}', pageUnknown: 'Page {path}',
  one: {
    from: '{who}, {at}', page: 'From: {page}', to: 'For {who} to answer', answer: 'Answer', by: '{who}, {at}', waiting: 'There is no answer yet.', write: 'Write the answer', words: 'Answer', wordsHelp: 'The sender will see it. It cannot be changed afterwards.', send: 'Answer',
    done: 'Answered; the sender will see it.', read: 'Read by the sender {at}', words0: 'Feedback', missing: 'No answer is written yet.', back: 'Back to the list',
  },
  window: {
    title: 'Feedback', intro: 'This is about this website itself: what is unclear or awkward, what you would like changed. For matters around you, use "Report".', kind: 'It is', words: 'What is it', wordsHelp: 'No name or phone number is needed.', send: 'Send', missingKind: 'Choose one.', missingWords: 'Nothing is written yet. Say it in a few words.',
    tooLong: 'At most {max} characters; there are {count}.', thanks: 'Received, thank you', keep: 'Note the code: with it you can read the answer on this page.', due: 'It will be answered by {at}.', another: 'Send another', home: 'To the start page',
    followTitle: 'Read the answer', code: 'Code', codeHelp: 'The 10 characters you were given when you sent it.', show: 'Read the answer', missingCode: 'Enter the code.', wrongCode: 'A code has 10 letters and digits; please check it.', yours: 'Your feedback ({kind})', asked: 'Sent {at}', answered: 'Answer ({who}, {at})', waiting: 'There is no answer yet; it is due by {at}.',
    report: 'Report', administrators: 'System administrator',
  },
}
