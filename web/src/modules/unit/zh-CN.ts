export const zhCN = {
  title: '单位', intro: '在本地的机关、企业、商铺、社会组织、学校和楼宇。', caption: '单位，按拼音排列', order: '按拼音排列',
  filter: { q: '名称、拼音首字母或统一社会信用代码', region: '看哪里', kind: '类型', industry: '行业', band: '人数', state: '状态', closed: '已关闭的' },
  found: '查找到的单位', clear: '清除查找', foundHint: '查找时不按类型、行业和人数筛选。',
  empty: '这里没有这样的单位。', emptyHint: '可以换个范围或条件；还没有登记的，请登记。', notFound: '没有找到。可以换个说法，或者用拼音首字母。',
  column: { name: '名称', kind: '类型', place: '所在地', address: '地址', industry: '行业', people: '人数', members: '党员', code: '统一社会信用代码' },
  register: { title: '登记单位', send: '登记', back: '回到单位' },
  form: {
    kind: '类型', name: '名称', code: '统一社会信用代码', codeHint: '18 位，照营业执照或登记证书填。没有的可以不填。', industry: '行业（GB/T 4754）', people: '从业人数', members: '党员人数', membersHint: '由单位自己报的人数。', membersOn: '党员人数是哪天的',
    opened: '成立日期', phone: '对外电话', region: '所在社区或网格', address: '地址', lng: '经度', lat: '纬度', from: '从哪天起', on: '从哪天起关闭', why: '依据', whyHint: '怎么知道的，或者批复文号；会写进沿革。', needRegion: '请选所在的社区或网格。',
  },
  page: {
    people: '{n} 人', noPeople: '人数未登记', facts: '基本情况', code: '统一社会信用代码', none: '未登记', opened: '成立', phone: '对外电话', members: '党员', membersWords: '{n} 名（{day}，单位自报）', point: '经纬度', isNew: '属于两新组织', since: '{day} 起在这里',
    former: '以前在哪里', span: '{from} 至 {until}', before: '至 {until}', history: '沿革', closed: '{day} 关闭：{why}', changed: '{field}：{before} → {after}', nothing: '无', from: '从 {day} 起',
  },
  field: { kind: '类型', name: '名称', creditCode: '统一社会信用代码', industry: '行业', people: '从业人数', members: '党员人数', membersOn: '党员人数日期', openedOn: '成立日期', phone: '对外电话', region: '所在地', address: '地址', point: '经纬度', closedOn: '关闭日期' },
  verb: { register: '登记', amend: '修改', relocate: '迁址', close: '关闭', reopen: '恢复' },
  act: { amend: '修改', relocate: '迁址', close: '关闭', reopen: '恢复' },
  done: { amend: '已修改。', relocate: '已迁址，原来的地方留在沿革里。', close: '已关闭。', reopen: '已恢复。' },
  next: '下一步', cannot: '现在不能做', nothing: '现在没有要办的。', isOver: '已经关闭，先恢复才能改', needsKeeper: '由所在社区、街道或区办理', whoKeeps: '请联系所在社区的工作人员。',
}
