export const zhCN = {
  rail: '规则', title: '规则', of: '{name}的规则', readOnly: '规则由本地的系统管理员制定。您可以查看。', inherit: '没有自己的规则时，沿用最近的上级的规则。正在办的事，按开始时的规则办完。',
  place: '看哪里的规则', books: { clock: '时限和黄灯', kind: '类别', question: '补充问题', route: '派遣', reason: '理由', likeness: '相近和集中', formula: '三率口径', retention: '保存期限', organization: '党组织', holiday: '放假安排' },
  table: { caption: '{name}的{book}，各项规定和来自哪里', matter: '事项', says: '规定', since: '起始', from: '来自', actions: '操作', version: 'v{version}', own: '本地制定', inherited: '沿用 {name}', until: '到 {day} 止', none: '没有规定', otherwise: '不单独定时：{words}', coming: '{day}起：{words}', empty: '这里还没有规则。', emptyRoute: '还没有派遣规则：派遣时不预先选部门。', emptyQuestion: '还没有补充问题：群众反映、工作人员登记时不另外问。', emptyRetention: '还没有定保存期限：个人信息不会自动清除。' },
  act: { set: '改', own: '单独定', end: '恢复沿用', withdraw: '撤回', history: '经过', add: '新增一项' },
  set: {
    title: '{name}：{matter}', titleNew: '{name}：新增一项', from: '从哪天起', fromHint: '今天或以后。已经过去的日子按当时的规则。', source: '依据', sourceHint: '例如文件名称和文号', why: '为什么改', whyHint: '记入经过，大家都能看到', look: '看看会变什么', send: '从{day}起执行', cancel: '取消', back: '继续修改', step: '环节', clazz: '类别',
  },
  clock: { amount: '时限', unit: '单位', hour: '小时', day: '天（自然日）', working_day: '工作日', warn: '黄灯', percent: '剩百分之几时', hours: '剩几小时时', warnPercent: '剩余时间（%）', warnHours: '剩余时间（小时）' },
  classes: { urgent: '紧急', utility: '水电气热', ordinary: '一般', hard: '疑难', any: '不分类别' },
  formula: { response: '响应率的权重', solution: '解决率的权重', satisfaction: '满意率的权重', basically: '基本满意按几成计', sum: '三项权重相加：{sum}', sumHint: '三项权重相加应为 1' },
  kind: { name: '名称', nameEn: '英文名称', parent: '上级类别', top: '没有，它是大类', public: '公开的事：受理后可以在公开窗口看到', clazz: '按哪一类计时', position: '排在第几', hotline: '急事请拨', active: '在用，可以选', stays: '名称、上级和是否公开设立后不改，各地的数字才能放在一起看。不再需要时停用它。' },
  reason: { verb: '用在', needsWords: '要写说明', instead: '可以找谁', insteadHint: '不予受理时告诉居民', decline: '不予受理', return: '退回', pass_up: '上报', suspend: '挂账', extend: '延期', urge: '催办', stays: '名称和用在哪里设立后不改。不再需要时停用它。' },
  question: {
    hint: '反映、登记这类事时另外问的。下级类别也问；下级类别自己定了同一个问题的，按它自己的。已经收下的保留当时的问法。', nth: '第 {n} 个问题', text: '问什么', textEn: '英文问法', type: '怎么回答', help: '说明', options: '选项', optionsHint: '每行一个；要英文的写在竖线后面，例如：客厅｜Living room', required: '必答', up: '上移', down: '下移', remove: '删去', add: '加一个问题', nothing: '没有问题：不另外问。', code: '代码 {code}',
    types: { text: '文字', one: '选一项', many: '选多项', number: '数字', date: '日期', yes_no: '是或否' },
  },
  organization: { amount: '数值', hint: '单位写在名称里：人、家单位、个月、年。出处会写进登记和换届时的提示。' },
  retention: { months: '办结后保存几个月', hint: '到期的当天夜里，联系方式、门牌以下的地址和文字里的姓名、电话永久清除，不能恢复；办理经过和统计不变。', photos: '群众提交的照片一并清除' },
  route: { kind: '类别', any: '其余类别', department: '派给哪个部门', none: '请选择', hint: '派遣时先选好这个部门，由经办人确定。' },
  likeness: { radiusMetres: '多近算相近（米）', radiusMetresHint: '没有标位置的，看是不是同一个网格或社区', days: '多久以内（天）', daysHint: '办结多久以内还算相近；多久以内提出的放在一起看', least: '几件起算集中反映', leastHint: '少于这个数不列入集中反映' },
  preview: {
    title: '会变什么', before: '现在', after: '改后', field: '规定', nothing: '没有规定', reach: '沿用到下一级', reachNone: '没有下一级', inheriting: '{n} 个沿用这条', overriding: '{n} 个有自己的规则，不受影响', cases: '看这 {n} 件', casesMost: '列出最近的 {n} 件', number: '编号', at: '开始', dueBefore: '现在的到期', dueAfter: '改后的到期', listBefore: '现在', listAfter: '改后', listed: '逐件列出',
  },
  end: { title: '恢复沿用：{matter}', words: '从这天起，{name}不再单独规定，沿用上级的规则：{otherwise}', nothing: '上级没有规定', send: '恢复沿用', from: '从哪天起' },
  withdraw: { title: '撤回：{matter}', words: '{day}起的“{words}”不再执行，它之前的规则继续。', send: '撤回' },
  history: { title: '经过：{matter}', empty: '还没有改过，现在的是最初的规定。', set: '{place} 制定 v{version}，{day}起', end: '{place} 恢复沿用，{day}起', withdraw: '{place} 撤回 v{version}（原定{day}起）', change: '{before} → {after}', close: '关闭', nothing: '没有规定' },
  holiday: {
    year: '{year} 年', announced: '已录入', missing: '还没有公布', missingNote: '{year} 年的放假安排还没有录入，暂按周末和法定节日推算。国务院办公厅的通知公布后请录入，按工作日计的时限才准。', caption: '{year} 年与平常不同的日子', days: '日期', kind: '安排', name: '名称', source: '依据', off: '放假', worked: '上班', none: '这一年还没有录入。', edit: '录入或更正…',
    title: '{year} 年放假安排', text: '全年安排', hint: '粘贴通知原文，或者每行写“开始日期,结束日期,休或班,名称”。保存后整年以这里为准。', file: '从表格读入', look: '先看看', send: '保存全年安排', will: '共 {days} 天：新增 {added}，改动 {changed}，去掉 {removed}', line: '第 {line} 行：{problem}', notWhole: '没有国庆节，看起来不是全年的安排。', history: '录入经过', notice: 'v{version}：新增 {added}，改动 {changed}，去掉 {removed}', adds: '新增 {day} {what} {name}', changes: '改动 {day} {what} {name}', removes: '去掉 {day} {what} {name}', stays: '已经定下的到期时间不变，之后新起的按新的安排。', saved: '{year} 年的放假安排已保存。',
  },
  done: { set: '已保存，{day}起执行。', end: '已恢复沿用，{day}起。', withdraw: '已撤回。' },
}
