export const zhCN = {
  title: '安全管理', view: { sessions: '登录', lockOuts: '锁定', keys: '密钥', permissions: '权限表' },
  session: { caption: '正在登录的，最近登录的在前', who: '谁', where: '由哪里管理', address: '地址', browser: '浏览器', since: '登录时间', seen: '最近使用', end: '退出', own: '自己', q: '姓名、账号', empty: '没有符合条件的登录。', title: '让这处登录退出', words: '{name} 在 {address} 的登录立即结束，没有提交的内容留在那台设备上。' },
  lockOut: { caption: '登录失败的，最近的在前', login: '账号', name: '姓名', address: '地址', tries: '连错次数', until: '锁定到', last: '最近一次', state: '状态', locked: '锁定中', free: '未锁定', release: '解除', empty: '没有登录失败的记录。', unknown: '没有这个账号' },
  key: { caption: '密钥', name: '用途', fingerprint: '编号', since: '启用', age: '已用', days: '{count} 天', state: '状态', sealing: '正在用', retired: '只用来打开旧的', note: '这里只有编号，没有密钥本身。密钥文件要和数据库分开备份。', contact: '联系方式加密', audit: '审计校验', digest: '查询码校验', factor: '第二因素' },
  rotation: {
    title: '密钥轮换', intro: '换一把新密钥来加密联系方式。系统照常运行：新写的立即用新密钥，旧的在后台分批重新加密；中断了会接着做，不丢任何内容。', page: '密钥轮换',
    start: '提出更换', ask: '提出更换密钥', words: '要由另一位安全管理员或系统管理员确认后才开始。', reason: '理由', byHand: '旧密钥可能已经泄露：新密钥不经过数据库，由系统管理员手工拷贝到其他服务器', send: '提出',
    state: { proposed: '等待确认', declined: '没有同意', withdrawn: '已撤回', waiting: '等待各服务器', resealing: '重新加密中', done: '已完成' },
    from: '旧密钥 {from}', fromTo: '{from} → {to}', proposer: '{name} {at} 提出：{reason}', decider: '{name} {at} 确认', declined: '{name} {at}：{words}', hand: '新密钥手工拷贝',
    confirm: '确认', confirmTitle: '确认更换密钥', confirmWords: '立即生成新密钥，各服务器都有了就开始使用。请随后把 keys 文件夹另存一份：之后的备份要靠新密钥打开。', decline: '不同意', declineTitle: '不同意更换密钥', declineWords: '原因', withdraw: '撤回',
    progress: '已处理 {walked} / {total} 条，重新加密 {changed} 项', label: '重新加密的进度', done: '{at} 完成，重新加密 {changed} 项', leftOver: '有 {count} 项打不开，保持原样，请联系系统管理员',
    missing: '这些服务器还没有新密钥：{names}。运行中的服务器几秒内自动取得；手工拷贝的，请把新密钥文件放进它们的 keys 文件夹。',
    old: '旧密钥 {from} 还保留着，用来打开 {at} 之前的备份。{day} 之后可以销毁；销毁后那些备份里的联系方式再也打不开。', oldReady: '旧密钥 {from} 可以销毁了。销毁后 {at} 之前的备份里的联系方式再也打不开。', asked: '{name} 已申请销毁旧密钥，等待另一个人确认。', destroyed: '旧密钥已于 {at} 销毁。',
    destroy: '销毁旧密钥', destroyTitle: '销毁旧密钥', destroyWords: '两个人都同意才会销毁，销毁后不能恢复。请先确认不再需要轮换之前的备份。',
    nodes: '服务器', node: '{name}：密钥齐全', nodeMissing: '{name}：缺密钥', empty: '还没有更换过密钥。',
  },
  permission: { caption: '权限表：每种职责能做什么', ability: '能做什么', yes: '可以', no: '不可以', note: '这张表由程序自己回答，不是另写的。能不能办某一件，还要看那一件在谁手上、走到哪一步。' },
}
