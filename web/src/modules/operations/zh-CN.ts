export const zhCN = {
  rail: '系统状态', title: '系统状态', overall: { good: '一切正常', attention: '有事要留意', trouble: '有事要马上处理' },
  asOf: '{at} 查看', up: '本节点自 {at} 起运行', again: '再看一次',
  state: { good: '正常', attention: '留意', trouble: '处理' },
  checks: '逐项', backups: '最近的备份', noBackups: '还没有备份。', when: '时间', file: '文件', size: '大小', took: '用时', seconds: '{seconds} 秒',
}
