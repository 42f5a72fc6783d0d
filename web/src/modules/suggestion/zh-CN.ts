export const zhCN = {
  rail: '系统意见', title: '提意见', kind: { problem: '问题', idea: '建议', complaint: '投诉' },
  write: {
    intro: '说的是这套系统本身：哪里不好用、哪里不对、希望怎么改。由您的上一级答复。群众的诉求请用“登记”。', kind: '要说的是', words: '具体说一说', wordsHelp: '请不要写居民的姓名、电话和门牌。', from: '从这一页提的：{page}', send: '提交',
    missingKind: '请选择是问题、建议还是投诉。', missingWords: '还没有写。请用几句话说明。', mine: '看我提过的',
  },
  sent: '已提交，{at} 前答复。答复后会出现在您的待办里。',
  list: {
    title: '系统意见', caption: '意见：{view}', empty: '没有这样的意见。', emptyDetail: '每个页面右上角都可以“提意见”。', order: '新提的在前', anyKind: '类别不限', kindLabel: '类别', clear: '清除条件',
    view: { to_answer: '等我们答复', late: '超期未答', mine: '我提的', answered: '已答复', all: '全部' },
    column: { lamp: '时限', title: '意见', kind: '类别', page: '来自页面', from: '谁提的', to: '由谁答复', asked: '提出', answered: '答复' },
  },
  administrators: '系统管理员', resident: '居民页面 {path}', pageUnknown: '页面 {path}',
  one: {
    from: '{who} {at} 提出', page: '来自：{page}', to: '由{who}答复', answer: '答复', by: '{who} {at}', waiting: '还没有答复。', write: '写答复', words: '答复', wordsHelp: '提意见的人会看到。答复后不能再改。', send: '答复',
    done: '已答复，提意见的人会看到。', read: '提意见的人 {at} 看过了', words0: '意见', missing: '还没有写答复。', back: '回到意见列表',
  },
  window: {
    title: '提意见', intro: '说的是这个网站本身：哪里看不懂、不好用，希望怎么改。要反映身边的事，请用“我要反映”。', kind: '您要说的是', words: '请说一说', wordsHelp: '不用写姓名和电话。', send: '提交', missingKind: '请选一项。', missingWords: '还没有写。请用几句话说明。',
    tooLong: '最多 {max} 字，现在是 {count} 字。', thanks: '收到了，谢谢', keep: '请记下查询码，回到这一页可以看答复。', due: '{at} 前答复。', another: '再提一条', home: '回到首页',
    followTitle: '看答复', code: '查询码', codeHelp: '提意见后给您的 10 位码。', show: '看答复', missingCode: '请输入查询码。', wrongCode: '查询码是 10 位字母和数字，请检查一下。', yours: '您提的{kind}', asked: '{at} 提出', answered: '答复（{who} {at}）', waiting: '还没有答复，最晚 {at} 前答复。',
    report: '我要反映', administrators: '系统管理员',
  },
}
