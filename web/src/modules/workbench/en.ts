import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Workbench',
  title: 'Workbench',
  headline: {
    nothing: 'Nothing is waiting for you', someLater: 'Nothing is due today; {all} waiting', today: '{today} due today', late: '{late} overdue', both: '{today} due today, {late} more overdue',
  },
  mine: 'My to-dos', count: '{count} item | {count} items', by: 'Grouped', byClock: 'By time', byKind: 'By matter', byPlace: 'By place',
  group: { late: 'Overdue', today: 'Due today', three_days: 'Within three days', later: 'Later', paused: 'Clock stopped' },
  subject: { demand: 'Demand', callout: 'Call-out', suggestion: 'Feedback', organization: 'Organization', entitlement: 'Personal information', deliberation: 'Topic', project: 'Project', task: 'Task', member: 'Member', resource: 'Resource', activity: 'Activity', visit: 'Visit', other: 'Matter' },
  step: {
    accept: 'acceptance', assign: 'assignment', take_up: 'taking up', handle: 'handling', receive: 'receiving', verify: 'verification', close: 'closing', call_back: 'call-back', supervise: 'supervision', answer_supervision: 'answer to supervision',
    arrive: 'arrive', finish: 'finish', rule_on_refusal: 'decide on the refusal', grade: 'judge', answer_suggestion: 'answer', read_answer: 'read the answer', renew_term: 'new term', answer_entitlement: 'answer', decide_extension: 'extension', rework: 'rework', settle: 'handling', other: 'handling', paused: 'suspended',
  },
  verb: {
    accept: 'Accept', assign: 'Assign', take_up: 'Take up', handle: 'Write progress', receive: 'Receive', verify: 'Verify', close: 'Close', call_back: 'Call back', supervise: 'Supervise',
    answer_supervision: 'Answer', arrive: 'Arrive', finish: 'Report', rule_on_refusal: 'Decide', grade: 'Judge', answer_suggestion: 'Answer', read_answer: 'Read the answer', renew_term: 'New term', answer_entitlement: 'Answer', decide_extension: 'Decide', rework: 'Rework', settle: 'Handle', other: 'Look', paused: 'Look',
  },
  verbFor: '{verb}: {title}',
  emptyTitle: 'Nothing is waiting for you.', emptyDetail: 'New demands, what is given to you and what falls due will appear here.', moreRows: 'Show more', mixed: '{subject} · {step}',
  handedOut: { link: '{count} handed out', title: 'Handed out by me', empty: 'Nothing handed out is still open.', who: 'with {who}', look: 'Look' },
  changes: { title: 'Since you left', since: 'last {at}', none: 'Nothing new.', to: 'to {name}' },
}
