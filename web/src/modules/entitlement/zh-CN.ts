export const zhCN = {
  title: '个人信息请求',
  kind: { access: '查阅', copy: '复制', correct: '更正', delete: '删除' },
  ground: { label: '不同意的理由', case_open: '还没有办结，办理还需要', kept_by_law: '法律、法规规定的保存期限还没到', under_inquiry: '复议、诉讼或调查需要', of_others: '会损害他人的合法权益', checked_right: '已经核实，现在写的没有错' },
  stored: {
    number: '编号', raised: '提出时间', kind: '类别', where: '地点', point: '地图上的位置（经度、纬度）', heading: '标题', words: '原话', name: '姓名', phone: '电话', files: '照片和文件', none: '没有保存',
    told: '告诉过反映人的，反映人补充的', line: '{at}　{words}', looks: '什么时候有人看过联系方式', noLooks: '没有人看过。',
  },
  purpose: { appointment: '约时间', verification: '核实情况', call_back: '回访', other: '其他' },
  own: {
    title: '您的个人信息', intro: '您可以看看这一件里存了您哪些信息，要一份副本，改正写错的，或者要求删掉，由负责的社区或街道答复。', open: '查阅、复制、更正或删除', reading: '正在读取',
    kind: '您想要', access: '看看存了我哪些信息', copy: '要一份副本', correct: '改正写错的', delete: '删掉我的信息',
    help: { access: '答复同意后，在这里就能看到。', copy: '答复同意后，在这里下载，可以打印。', correct: '请写明哪里不对、应该是什么。', delete: '办结归档后才能删除。删除后姓名、电话、地点和照片都没有了，不能恢复。' },
    words: '说明', wordsOptional: '说明（可不填）', wordsHelp: '答复的人会看到，别人看不到。', send: '提交', missingKind: '请选一项。', missingWords: '请写明哪里不对、应该是什么。', tooLong: '最多 {max} 字，现在是 {count} 字。',
    sent: '收到了，{at} 前答复。用这个查询码回到这里看。', asked: '您提过的', one: '{kind}，{at} 提出', waiting: '还没有答复，最晚 {at} 前答复。', granted: '{who} {at} 同意了。', refused: '{who} {at} 没有同意：{ground}。',
    deleted: '当晚清除。', answerWords: '答复：{words}', yourWords: '您说：{words}', record: '这一件里存着您的这些信息', told: '告诉过您的，您补充的', looks: '什么时候有人看过您的联系方式', masked: '姓名和电话只显示一部分。',
    save: '下载副本', saved: '已下载：{name}', disagree: '不同意答复的，可以向上一级反映，也可以依法申请复议、提起诉讼。',
  },
  panel: { title: '个人信息请求', waiting: '{count} 项等答复', one: '反映人要求{kind}', asked: '{at} 提出', granted: '{who} {at} 同意', refused: '{who} {at} 没有同意：{ground}' },
  one: {
    by: '{at} 提出', due: '{at} 前答复', caseLink: '看这件诉求', words: '反映人的说明', noWords: '没有写说明。', stored: '这一件里存着反映人的信息', masked: '同意后反映人看到的就是这些；姓名、电话只显示一部分，带查询码的人未必是本人。',
    write: '答复', choice: '是否同意', grant: '同意', refuse: '不同意', answered: '已答复', wasGranted: '同意', wasRefused: '不同意：{ground}', answer: '答复', answerer: '{who} {at}', waiting: '还没有答复。由负责这一件的社区书记，或街道、区的民情专员和负责人答复；超期后，上级也可以答复。',
    reply: '给反映人的话', replyHelp: '反映人凭查询码能看到。不要写别人的姓名和电话。', send: '答复', done: '已答复，反映人凭查询码能看到。', missingGround: '请选一条理由。', missingCorrection: '请至少写一项更正后的内容。',
    effect: {
      access: '同意后，反映人凭查询码就能看到下面这些内容。', copy: '同意后，反映人凭查询码可以下载下面这些内容。', correct: '写上更正后的内容，不改的留空。原来的加密封存，办理经过里会记一条。', delete: '同意后，今晚就清除姓名、电话、地点和照片，文字里的个人信息一并去掉，一起办的人留下的联系方式也不再保存，不能恢复。',
    },
    open: '这一件还没有办结归档，现在不能同意删除。可以等归档后再答复，或者选“还没有办结，办理还需要”。',
    correct: { title: '标题', words: '原话', name: '姓名', phone: '电话' }, back: '回到待办',
  },
}
