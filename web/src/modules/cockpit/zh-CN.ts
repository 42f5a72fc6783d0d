export const zhCN = {
  rail: '驾驶舱', title: '驾驶舱', headline: '{name}：在办 {open} 件，其中 {late} 件已超期', headlineClear: '{name}：在办 {open} 件，没有超期的', headlineNone: '{name}：现在没有在办的诉求',
  asOf: '数据截至{at}', asOfReplica: '数据截至{at}（读自只读副本）', formulaLine: '三率口径 v{version}（{from}起）', formula: '看口径', print: '打印', export: '导出明细…', reading: '正在读取{name}的数字',
  period: { label: '时段', today: '今天', month: '本月', quarter: '本季度', months12: '近 12 个月', custom: '自选', from: '从', to: '到', days: '时段起止', show: '查看', months: '{name}的数字按月统计，自选的日期会取到整月。', choose: '请选择开始和结束的日期。' },
  months12: '近 12 个月 {from}—{to}',
  figure: { note: '（{words}）',
    raised: '受理', raisedIn: '{period}受理', unit: '件', points: '分', listed: '看这 {n} 件', percentOf: '占在办 {rate}', open: '在办 {n}', previous: '{name} {value}', none: '没有可算的', link: '{name} {value}，看明细', part: '{name} {n}', all: '有效回访 {n}', also: '还有', fractionLink: '{name}：分子 {n} 件', wholeLink: '{name}：分母 {n} 件',
  },
  level: { '0': '各省', '1': '各市', '2': '各区县', '3': '各街道（地区）', '4': '各社区（村）', '5': '各网格' },
  map: { metric: '地图上看', open: '在办', late: '超期', solution: '解决率', few: '样本不足 {count}', none: '没有数据', label: '{name}{children}，{metric}', credit: '街道界线为示意', points: '没有界线的用点表示', unplaced: '，另有 {count} 个没有测过位置，请看列表', empty: '这里还没有下一级的地图，请看列表。', notByDay: '按天的数字只到街道' },
  list: {
    title: '列表', note: '{count} 个，按名称排列', name: '名称', open: '在办', late: '超期', raised: '受理', solution: '解决率', satisfaction: '满意率', days: '平均办结', dayUnit: '{days} 天', total: '合计（汇总计算）', here: '{name}本级', all: '全部 {count} 个', less: '收起', caption: '{name}的下一级，按名称排列', openLink: '{name}在办 {n} 件', lateLink: '{name}超期 {n} 件',
    noRate: '还没有有效回访',
  },
  tree: { title: '这段时间里区划有过调整', note: '在办和超期是现在的数；其余按日计，可以对照着看', closed: '{name}已经撤销，这里是它当时的数字', label: '按哪时的区划看', then: '按当时的区划', now: '按现在的区划', figure: '指标', lists: '数字后面的明细按诉求现在所在的地方列出，件数以“按现在的区划”为准。' },
  trend: { title: '近 12 个月', note: '受理与办结，件', label: '近 12 个月受理与办结', raised: '受理', closed: '办结', month: '{month}月' },
  by: { kind: '按类别', channel: '按渠道', status: '按状态', age: '按时长', raised: '{period}受理 {n} 件', open: '在办 {n} 件', other: '其他 {count} 类', nothing: '这个时段还没有受理的诉求。', nothingOpen: '现在没有在办的诉求。' },
  overdue: { title: '超期', note: '最早到期的在前', all: '全部 {n} 件', none: '没有超期的。', lamp: '时限', demand: '诉求', place: '地方', step: '环节', responsible: '当前责任', caption: '超期的诉求，最早到期的在前' },
  about: {
    title: '口径', version: '版本', versionText: 'v{version}，{from}起，用于{territory}', source: '依据', text: '算法', beside: '同样的件数', name: '指标', numerator: '分子', denominator: '分母', exclusions: '不计入', none: '—', now: '现在', close: '关闭', asOf: '截至', caption: '各指标的分子、分母和不计入的',
    zero: '分母为 0 时写“—”，不写 0%。合计按件数汇总计算，不是各地百分比的平均。',
  },
  hot: { title: '热点', note: '{from}至{to}提出的，同一类同一地 3 件以上，按地方排列', none: '这段时间没有集中的热点。', open: '{name}，{kind}，{n} 件，看记录', caption: '{name}的热点', place: '地方', kind: '类别', n: '件数', compared: '比之前' },
  calls: {
    of: '/',
    title: '吹哨报到', note: '标线 v{version} · {source}', none: '这段时间没有吹哨，也没有提示。', caption: '{name}的吹哨报到，按名称排列', perHundred: '每百件吹哨', signal: '提示', inTime: '按时报到', graded: '已评价', inPlace: '评为到位',
    total: '{name}合计', open: '{name}：{what} {n}，看记录', cases: '{name}：诉求 {n} 件，看记录',
  },
}
