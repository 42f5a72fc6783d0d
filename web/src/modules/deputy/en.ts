import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  title: 'Deputies', of: 'Deputies of {name}', intro: 'When you are away for some days, somebody else has your duty as one more of theirs, to switch to at the top left. What they do is told as “they for you”. They see and handle what waits for you by name. It ends by itself on the last day, and what is open is still yours. You keep your duty meanwhile.',
  name: 'Name a deputy', nothing: 'There is no duty to lend.', caption: 'Deputies, latest first', empty: 'Nobody was a deputy yet, either way.',
  column: { duty: 'Duty', principal: 'Of', deputy: 'Deputy', days: 'Days', state: 'State', verb: 'End' },
  state: { later: 'Not begun', now: 'Now', over: 'Over' }, days: '{from} to {until}', end: 'End', endTitle: 'End a deputy’s time', endWords: '{deputy} no longer has the duty of {principal}, at once. What was done stays; what is open stays with its holder.', ended: 'Ended.', done: '{name} is the deputy.',
  form: { duty: 'Which duty', who: 'Who', whoHint: 'Somebody with a duty in the same district, by name or login.', search: 'Name, login', from: 'First day', until: 'Last day', send: 'Name a deputy', needDuty: 'Please choose a duty.', needWho: 'Please choose a deputy.', none: 'Nobody found.', find: 'Find' },
}
