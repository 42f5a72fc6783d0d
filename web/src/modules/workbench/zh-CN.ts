export const zhCN = {
  rail: '工作台',
  title: '工作台',
  headline: {
    nothing: '现在没有等您办的事', someLater: '今天没有到期的事，还有 {all} 件等您办', today: '今天有 {today} 件到期', late: '有 {late} 件已超期', both: '今天有 {today} 件到期，另有 {late} 件已超期',
  },
  mine: '我的待办', count: '{count} 件', by: '分组', byClock: '按时限', byKind: '按事项', byPlace: '按地点',
  group: { late: '已超期', today: '今天到期', three_days: '三天内', later: '三天以后', paused: '暂停计时' },
  subject: { demand: '诉求', callout: '吹哨', suggestion: '系统意见', organization: '党组织', entitlement: '个人信息请求', deliberation: '议题', project: '项目', task: '任务', member: '党员', resource: '资源', activity: '活动', visit: '走访', other: '事项' },
  step: {
    accept: '受理', assign: '派遣', take_up: '接单', handle: '处置', receive: '接收', verify: '核查', close: '结案', call_back: '回访', supervise: '督办', answer_supervision: '回应督办',
    arrive: '报到', finish: '办理', rule_on_refusal: '定要不要来', grade: '评价', answer_suggestion: '答复', read_answer: '看答复', renew_term: '换届', answer_entitlement: '答复', decide_extension: '答复延期', rework: '重办', settle: '办理', other: '办理', paused: '挂账',
  },
  verb: {
    accept: '去受理', assign: '去派遣', take_up: '去接单', handle: '写进展', receive: '去接收', verify: '去核查', close: '去结案', call_back: '去回访', supervise: '去督办',
    answer_supervision: '去回应', arrive: '去报到', finish: '报结果', rule_on_refusal: '去定', grade: '去评价', answer_suggestion: '去答复', read_answer: '去看答复', renew_term: '去换届', answer_entitlement: '去答复', decide_extension: '去答复', rework: '去重办', settle: '去办理', other: '查看', paused: '查看',
  },
  verbFor: '{verb}：{title}',
  emptyTitle: '现在没有等您办的事。', emptyDetail: '有新的诉求、派给您的事或到期的提醒，会出现在这里。', moreRows: '再看后面的', mixed: '{subject} · {step}',
  handedOut: { link: '我交办出去的 {count} 件', title: '我交办出去的', empty: '现在没有交办出去还没办完的事。', who: '由 {who} 办理', look: '查看' },
  changes: { title: '您离开后的变化', since: '上次 {at}', none: '没有新的变化。', to: '给 {name}' },
}
