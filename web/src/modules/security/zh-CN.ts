export const zhCN = {
  title: '安全管理', view: { sessions: '登录', lockOuts: '锁定', keys: '密钥', permissions: '权限表' },
  session: { caption: '正在登录的，最近登录的在前', who: '谁', where: '由哪里管理', address: '地址', browser: '浏览器', since: '登录时间', seen: '最近使用', end: '退出', own: '自己', q: '姓名、账号', empty: '没有符合条件的登录。', title: '让这处登录退出', words: '{name} 在 {address} 的登录立即结束，没有提交的内容留在那台设备上。' },
  lockOut: { caption: '登录失败的，最近的在前', login: '账号', name: '姓名', address: '地址', tries: '连错次数', until: '锁定到', last: '最近一次', state: '状态', locked: '锁定中', free: '未锁定', release: '解除', empty: '没有登录失败的记录。', unknown: '没有这个账号' },
  key: { caption: '密钥', name: '用途', fingerprint: '编号', since: '启用', age: '已用', days: '{count} 天', state: '状态', sealing: '正在用', retired: '只用来打开旧的', note: '这里只有编号，没有密钥本身。密钥文件要和数据库分开备份。', contact: '联系方式加密', audit: '审计校验', code: '查询码', factor: '第二因素' },
  permission: { caption: '权限表：每种职责能做什么', ability: '能做什么', yes: '可以', no: '不可以', note: '这张表由程序自己回答，不是另写的。能不能办某一件，还要看那一件在谁手上、走到哪一步。' },
}
