export const zhCN = {
  title: '民情台账', rail: '民情诉求', register: '登记诉求', export: '导出…', clusters: '集中反映', caption: '民情台账，{view}',
  view: { open: '在办', late: '超期与临期', call_back: '待回访', unsolved: '居民说没解决', suspended: '挂账', mine: '我参与的', all: '全部' },
  column: {
    lamp: '时限', number: '编号', title: '诉求', place: '社区 · 网格', kind: '类别', channel: '渠道', step: '环节', status: '状态', responsible: '当前责任', raised: '登记时间', due: '到期时间',
    closed: '办结时间', passedUp: '上报时间', judged: '回访时间',
  },
  joiners: '同感 {count}', urgedToday: '24 小时内已催',
  channel: { online: '网上', phone: '电话', visit_in: '来访', walk_visit: '走访', meeting: '会议', hotline: '热线', representative: '代表' },
  step: { accept: '受理', assign: '派遣', handle: '处置', supervise: '督办', verify: '核查', suspended: '挂账', close: '结案', declined: '不予受理', merged: '已合并' },
  status: {
    raised: '待受理', accepted: '待派遣', assigned: '待接单', handling: '处置中', verifying: '待核查', closed: '已办结待回访', settled: '已回访', suspended: '挂账',
    declined: '不予受理', merged: '已合并',
  },
  age: { d0_3: '3 天以内', d4_7: '4—7 天', d8_15: '8—15 天', d16_30: '16—30 天', d31: '31 天以上' },
  judged: { valid: '有效回访', contacted: '联系过', solved: '解决了', satisfied: '满意', basically: '基本满意' },
  filter: {
    q: '编号、原话、地址', region: '地方', regionAll: '地方：{name}', kind: '类别', channel: '渠道', status: '状态', from: '登记从', lastDay: '结束日期', until: '至', late: '是否超期', yes: '已超期', no: '没有超期',
    age: '登记了多久', judged: '回访结果', sort: '排列', sortDue: '按到期先后', sortRaised: '按登记先后', closedFrom: '办结从', passedUpFrom: '上报从', judgedFrom: '回访从', raisedDays: '登记日期', closedDays: '办结日期', passedUpDays: '上报日期', judgedDays: '回访日期',
  },
  chip: {
    became: '{name}（已调整，现在是{now}）',
    q: '含“{words}”', region: '地方：{name}', kind: '类别：{names}', channel: '渠道：{names}', status: '状态：{names}', department: '承办单位：指定的一家', late: '时限：已超期', notLate: '时限：没有超期', age: '登记了：{name}',
    raised: '登记：{days}', closed: '办结：{days}', passedUp: '上报：{days}', passedUpEver: '上报过', judged: '回访：{name}', judgedIn: '回访：{name}，{days}', days: '{from} 至 {to}', since: '{from} 起', until: '{to} 为止',
  },
  order: { due: '按到期先后排列', raised: '按登记先后排列，新的在前', happened: '每发生一次列一行，新的在前' },
  empty: { title: '这里没有诉求。', detail: '现在的条件下一件也没有。可以去掉一些条件，或换一个视图。', open: '现在没有在办的诉求。', openDetail: '有人反映以后会列在这里。也可以自己登记一件。', clear: '去掉全部条件' },
  batch: {
    assign: '派给…', urge: '催办', merge: '合并为同一件', urgedSkipped: '催办：其中 {count} 件 24 小时内催过，会跳过', closedSkipped: '其中 {count} 件已不在办',
    urgeTitle: '催办 {count} 件', urgeWords: '会逐件催办。24 小时内催过的、不能催的会跳过，并说明原因。', urgeSend: '催办', reason: '为什么催', reasonMissing: '请选择理由。',
    mergeTitle: '把 {count} 件合并为同一件', mergeWords: '选一件留下，其余并入它一起办；反映人都会收到它的进展。', mergeInto: '留下哪一件', mergeSend: '合并', mergeMissing: '请选择留下哪一件。',
    assignTitle: '把 {count} 件派给同一个单位或同事', assignWords: '列的是所选第一件可以派给的。别的件如果不能派给它，会跳过并说明原因。', assignTo: '派给谁', assignDepartments: '单位', assignColleagues: '同事', assignSend: '派遣', assignMissing: '请选择派给谁。', note: '补充说明（可不填）',
    running: '正在办第 {done} 件，共 {count} 件', done: '办好 {done} 件，跳过 {skipped} 件。', allDone: '{done} 件都办好了。', skipped: '跳过的：', why: '{number}：{why}', notNow: '现在不能这样做', paused: '连不上，停在第 {done} 件之后。连上后可以接着办，办好的不会重复。', goOn: '接着办', close: '知道了', cancel: '先不办',
  },
  save: { title: '存为视图', name: '视图名称', hint: '保存现在的条件和排列，只有您自己看得到。', send: '保存', remove: '删除视图“{name}”', removeTitle: '删除视图', removeWords: '只删除视图，诉求不受影响。', removeSend: '删除', keep: '不删了' },
  exporting: {
    title: '导出明细', words: '按现在的条件导出，每件一行。导出会记录在案。', format: '格式', xlsx: '表格（XLSX）', csv: '文本（CSV）', send: '开始导出', again: '再导出一次', close: '关闭', stay: '关掉这个窗口也不影响：做好的会留在“最近的导出”里。', recent: '最近的导出', download: '下载', waiting: '还在做', failed: '没有完成', count: '约 {total} 件',
  },
  search: {
    title: '查找', label: '全部查找', box: '编号、原话、地址、地方', send: '查找', demands: '诉求', regions: '地方', none: '没有找到含“{words}”的诉求。', noneDetail: '换个说法，或只写编号、地址的一部分。', noRegion: '没有找到这个名称的地方。', all: '在台账中看全部 {total} 件',
    start: '输入编号、地址、原话里的几个字，或地方的名称。', cockpit: '看数字', list: '看诉求', place: '{path}',
  },
}
