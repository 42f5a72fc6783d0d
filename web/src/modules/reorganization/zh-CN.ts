export const zhCN = {
  rail: '区划与部门调整', title: '区划与部门调整', new: '新的调整', path: '组织与区划',
  lead: '更名、划转、合并、拆分、新设和撤销。先出方案，看清楚再执行；执行后，没有新内容依赖时可以撤回。',
  kind: { rename: '更名', move: '划转', merge: '合并', split: '拆分', open: '新设', close: '撤销' },
  subject: { label: '调整什么', region: '街道、社区、网格', department: '部门、承办单位' },
  state: { planned: '方案', applying: '执行中', applied: '已执行', undoing: '撤回中', undone: '已撤回', dropped: '已作废' },
  list: { caption: '调整列表，最近的在前', title: '调整', effective: '生效日期', state: '状态', planner: '拟定人', at: '拟定时间', empty: '还没有调整过。', order: '最近拟定的在前' },
  form: {
    kind: '怎么调整', nodes: '要调整的单位', node: '单位 {n}', add: '再加一个', remove: '去掉{name}', into: '并入哪个单位', intoHint: '不选则合并成一个新单位，在下面填写名称。', parent: '划到哪个上级下面', parentOpen: '在哪个上级下面新设', name: '新名称', nodeKind: '类型',
    effective: '生效日期', effectiveHint: '从这一天起按新的区划统计；以前的数字不变。', at: '部门在哪一级', department: '部门', parts: '拆成几部分', part: '第 {n} 部分', keeps: '沿用原名', partName: '名称', addPart: '再加一部分', removePart: '去掉第 {n} 部分', children: '下级单位分到哪一部分', childTo: '{name}分到', choose: '请选择', submit: '出方案', plan: '方案只是预演，不改动任何内容。', noChildren: '没有下级单位，全部内容在方案里选择去向。', keepOne: '只能有一部分沿用原名。',
  },
  kinds: { street: '街道', town: '镇', township: '乡', community: '社区', village: '村', grid: '网格', office: '科室', service: '公共服务单位' },
  plan: {
    nodes: '单位变化', nodesNote: '共 {n} 个单位变化，下面列出直接调整的', before: '调整前', after: '调整后', code: '编码 {code}', none: '（撤销）', fresh: '（新设）', what: { renamed: '更名', moved: '划转', opened: '新设', merged: '并入', split: '拆出', kept: '保留', closed: '撤销' },
    lines: '涉及的内容', linesNote: '拟定方案时的数量；点开看明细', open: '其中在办 {n}', count: '{n} 项', questions: '需要先定的事', questionsNote: '{n} 项还没有定', undecided: '请选择', questionCount: '（{n} 项）', decide: '按这样定，重新出方案', notes: '请注意', apply: '执行', applyTitle: '执行这次调整？', applyWords: '相关诉求、待办、职责等会一起改到新的单位下。执行期间，这些地方的新登记会稍等片刻。执行后，没有新内容依赖时可以撤回。',
    undo: '撤回', undoTitle: '撤回这次调整？', undoWords: '所有改动会逐项恢复到执行前。如果已有新的内容依赖这次调整，会列出来并停止。', drop: '作废方案', waits: '{day}起可以执行。', applied: '{at}执行，改动 {rows} 行。', undone: '{at}撤回。', by: '{name}，{at}', effective: '生效日期 {day}',
    items: { back: '上一页', label: '编号或姓名', state: '状态', place: '所在', caption: '{name}明细', empty: '现在没有。', more: '再看一些' },
  },
}
