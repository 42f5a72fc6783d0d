export const zhCN = {
  title: '代理', of: '{name} 的代理', intro: '离开几天时，请一个人代您的职责。那几天他多一个身份，可以在左上角切换；他办的事都记为“某人 代 本人”。指名给本人的待办他也看得到、办得了。到最后一天自己结束，没办完的还在本人手上。本人的职责照旧。',
  name: '请人代理', nothing: '没有可以请人代理的职责。', caption: '代理，最近的在前', empty: '还没有请过代理，也没有代理过别人。',
  column: { duty: '职责', principal: '本人', deputy: '代理人', days: '哪几天', state: '状态', verb: '结束' },
  state: { later: '还没开始', now: '正在代理', over: '已结束' }, days: '{from} 至 {until}', end: '结束', endTitle: '结束代理', endWords: '{deputy} 立即不再代 {principal} 的职责。已经办的事不变，没办完的还在本人手上。', ended: '代理已结束。', done: '已请 {name} 代理。',
  form: { duty: '哪项职责', who: '请谁代', whoHint: '同一个区内有职责的人，按姓名或账号查找。', search: '姓名、账号', from: '从哪天', until: '到哪天（含）', send: '请人代理', needDuty: '请选一项职责。', needWho: '请选代理人。', none: '没有找到。', find: '查找' },
}
