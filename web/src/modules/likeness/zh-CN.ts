export const zhCN = {
  title: '集中反映', back: '回到台账', place: '看哪里的',
  note: '同一类、离得近、近期提出、还在办的，放在一起看。多近、多久、几件起算，见规则。', lookedAt: '{at}汇总', notYet: '还没有汇总过，几分钟后再看。',
  empty: '现在没有集中反映的事', emptyDetail: '同类的事多起来，会列在这里。', next: '下一页', previous: '上一页',
  heading: '{kind}，{count} 件', since: '{from} 至 {to}提出', show: '看这 {count} 件', hide: '收起', gone: '这里已经没有在办的了。',
  lead: '主办', merge: '并入', caption: '{kind}的 {count} 件', number: '编号', matter: '事项', where: '地点', raised: '提出', joiners: '同感 {count} 人', choose: '选 {number} 并入主办的一件', leadOf: '以 {number} 为主办的一件',
  send: '把选中的 {count} 件并入主办的一件', words: '并入后，反映人用原来的查询码能看到主办那一件的进展。合并错了可以撤销。', none: '请先选要并入的。',
  done: '已并入 {count} 件。', refused: '没有并入的 {count} 件：',
}
