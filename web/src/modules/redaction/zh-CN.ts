export const zhCN = {
  title: '遮盖', cover: { words: '遮盖文字', photo: '遮盖照片' }, none: '没有遮盖过。', standing: '{count} 处在遮盖',
  words: '文字 {count} 处', photo: '照片 {count} 处', by: '{maker} 于 {at} 遮盖', restored: '{restorer} 于 {at} 恢复，理由：{note}',
  open: { words: '看原文', photo: '看原图' }, restore: '恢复', said: { cover: '已遮盖。台账、检索、导出和打印里都不再显示。', restore: '已恢复。' },
  reason: { label: '理由（人人能看到）', privacy: '他人隐私', number: '证件、电话、车牌等号码', minor: '未成年人', unproven: '点名指责，未经查实', abuse: '辱骂', secret: '国家秘密或商业秘密', other: '其他' },
  purpose: { label: '做什么用', words: '用途', verification: '核对事实', legal: '复议、诉讼、信访核查', restore: '考虑恢复', other: '其他' },
  wordsDialog: { title: '遮盖文字', intro: '这些字在这一件的标题、原话、办理经过、待办和检索里都会换成“■■”。原文加密封存，只有书记和负责人写明用途才能看。', field: '要遮盖的字', help: '和原文一字不差；先在页面上选中再点“遮盖文字”，会自动填好。', found: '这一页上有 {count} 处。', notFound: '这一页上没有这些字。', send: '遮盖', missing: '请写要遮盖的字。' },
  photoDialog: { title: '遮盖照片', intro: '在照片上拖出要遮盖的地方；不用鼠标的，点“加一块”再填数字。遮盖后照片重新生成，原来的加密封存。', choose: '哪张照片', alt: '要遮盖的照片', add: '加一块', remove: '去掉第 {n} 块', area: '第 {n} 块（占照片的百分比）', left: '左', top: '上', width: '宽', height: '高', send: '遮盖', missing: '请框出要遮盖的地方。', noPhoto: '这一件没有照片。' },
  openDialog: { intro: '谁在什么时候、为什么看了，都会记下来，办这一件的人都能看到。', show: '看 {minutes} 分钟', photo: '遮盖前的照片', words: '遮盖的字', texts: '所在的原文', hide: '收起' },
  restoreDialog: { title: { words: '恢复原文', photo: '恢复原图' }, intro: '恢复后人人又能看到。请写明理由。', note: '理由', send: '恢复' },
  looks: { title: '谁看过原文、原图', none: '没有人看过。' }, missing: '请选一条。', needed: '请写明。', cancel: '取消',
}
