import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Call-outs', title: 'Call-outs', none: 'Nobody has been called out to this case.', open: '{count} still at work', allDone: 'All have ended',
  call: 'Call out…', notNow: 'Nobody can be called out now: {why}', whoCan: 'Who can: {who}', blocked: 'Not possible now', said: 'Noted: {verb}.', again: 'Read again',
  by: 'Called by {actor} {at}', lead: 'Leads', joint: 'Helps', notes: '{count} entry | {count} entries', onlyShown: 'Only the call-outs of your department are shown.',
  status: { called: 'Awaited', refused: 'Declined', arrived: 'Arrived', finished: 'Finished', released: 'Need not come', withdrawn: 'Withdrawn' },
  arrivedAt: 'Arrived {at}', arrivedLate: 'Arrived {at}, late', arriveBy: 'To arrive by {at}', finishBy: 'To finish by {at}', held: 'Held to come',
  refusedBecause: 'Declined: {reason}. {words}', result: 'Result: {words}', judged: 'The street says: {grade}', answered: 'Their answer: {words}',
  grade: { in_place: 'In place', mostly: 'Mostly in place', not_in_place: 'Not in place' },
  verb: { arrive: 'Arrive', refuse: 'Decline', rule: 'Decide on the refusal', note: 'Note progress', finish: 'Report the result', withdraw: 'Withdraw', grade: 'Judge', answer: 'Answer', supervise: 'Supervise' },
  intro: {
    arrive: 'Confirm that {name} is on the spot or has taken it on. The lamp shows the time to be done.', refuse: 'Say why you do not come; the street decides. If it holds you to it, it cannot be declined again.', rule: '{name} declined. Decide: if the reason stands they need not come; if not, they come, and the time to arrive starts anew.',
    note: 'The street and the others called can read it.', finish: 'Say what was done and what came of it. The street judges it then.', withdraw: '{name} need not go on, and its to-do is closed.', grade: 'How did {name} come and act this time? There is one judgement, and one answer to it.',
    answer: 'You may answer the judgement once.', supervise: 'Remind {name} and say what is required.',
  },
  field: {
    reason: 'Why not', words: 'Words', wordsOptional: 'Words (optional)', result: 'What was done, and what came of it', publicWords: 'For the resident to read', publicHelp: 'Appears on the resident’s page: no names, phones or door numbers.', stands: 'Does the reason stand?', standsYes: 'Yes, they need not come', standsNo: 'No, they come',
    grade: 'Judgement', missing: 'Please fill this in.',
  },
  send: { arrive: 'Arrive', refuse: 'Send', rule: 'Decide', note: 'Note', finish: 'Report', withdraw: 'Withdraw', grade: 'Judge', answer: 'Answer', supervise: 'Supervise' },
  dialog: {
    title: 'Call out', intro: 'Only when the street cannot solve it alone, for joint law enforcement, or in an emergency. Each has its own task and time; the case can be checked when all have ended.', reason: 'Why', words: 'What is asked', wordsHelp: 'Used for all that have no task of their own.',
    who: 'Whom to call', suggested: '{count} of this kind before', other: 'Another body', otherHelp: 'For those without accounts (property managers, units) the street keeps the record.', otherName: 'Its name', add: 'Add', remove: 'Remove {name}', lead: 'Who leads',
    task: 'Task of {name}', taskHelp: 'Empty: as above', due: 'Time for {name} to finish', dueHelp: 'Empty: by the rule', send: 'Call out', cancel: 'Cancel', missing: { reason: 'Choose a reason.', words: 'Say what is asked.', who: 'Choose at least one.', lead: 'Name one that leads.' },
    again: 'Read again; call once more', none: 'There are no departments to choose.',
  },
  print: { title: 'Call-outs', name: 'Body', role: 'Part', status: 'Stands', result: 'Result', grade: 'Judgement' },
  list: {
    title: 'Call-outs', caption: 'Call-outs: {view}', empty: 'No call-outs match.', emptyDetail: 'Streets call out on the page of a case.', clear: 'Clear',
    view: { open: 'At work', late: 'Late', refused: 'Declined', to_grade: 'To be judged', all: 'All' },
    column: { lamp: 'Time', title: 'Case', name: 'Called', role: 'Part', status: 'Stands', place: 'Place', street: 'Street', called: 'Called on', arrived: 'Arrived', grade: 'Judgement' },
    filter: { region: 'Place {value}', role: 'Leads only (one row a call)', arrived: 'Arrival: {value}', grade: 'Judgement: {value}', calledFrom: 'From {value}', calledTo: 'To {value}', department: 'One department', remove: 'Remove “{name}”' },
    arrived: { in_time: 'in time', late: 'late', not: 'not yet' }, graded: 'judged', from: 'Called from', to: 'to', anyArrived: 'Any arrival', anyGrade: 'Any judgement', leadOnly: 'One row a call', order: 'newest first',
  },
  page: { case: 'Open the case', back: 'All call-outs', asked: 'What is asked' },
}
