export const zhCN = {
  title: '审计记录', caption: '审计记录，最近的在前', order: '按时间，最近的在前',
  column: { at: '时间', actor: '谁', action: '做了什么', subject: '对象', region: '区域', address: '从哪里', purpose: '用途', change: '原来和改为', position: '封存序号' },
  filter: { who: '姓名、职责、地方', action: '做了什么', from: '从哪天', to: '到哪天', region: '范围', subject: '对象编号' },
  unsealed: '待封存', empty: '没有符合条件的记录。', before: '原来', after: '改为', look: '看变化', export: '导出…', prove: '校验整条链…',
  exporting: { title: '导出审计记录', words: '按现在的条件生成一张表。导出这件事本身也记一条。', send: '开始导出' },
  proving: { title: '校验整条链', words: '逐条核对摘要、前后衔接和链头文件，记录多的要几分钟。校验这件事本身也记一条。', send: '开始校验' },
  close: '关闭',
  action: {
    account: '账号', session: '登录', duty: '职责', department: '部门', demand: '诉求', contact: '联系方式', audit: '审计', 'clock-rule': '时限规则', factor: '第二因素',
  },
}
