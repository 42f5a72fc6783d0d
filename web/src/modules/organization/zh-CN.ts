export const zhCN = {
  title: '党组织', sheets: '导入导出', export: '导出', intro: '每个党组织有两件事：隶属谁（条），在哪里（块）。两件事各记各的起止日期，互不影响。',
  by: { line: '按隶属看（条）', place: '按属地看（块）' }, where: '看哪里', search: '查找', searchHint: '名称的任何一段，或者拼音、首字母', clear: '清除查找',
  found: '找到的党组织', none: '没有找到。可以换个说法，或者用拼音首字母。', caption: '党组织，按拼音排列', lines: '从这里开始的隶属关系', noLines: '这里还没有党组织。', noneHere: '这一级没有党组织，可以看下级区域。',
  places: '下级区域', here: '这一级的党组织', open: '展开 {name} 的下级', close: '收起 {name} 的下级', more: '再看 20 个',
  column: { name: '名称', kind: '类型', place: '所在地', members: '党员（正式）', due: '任期届满' }, people: '{members}（{full}）',
  register: { title: '登记党组织', send: '登记', done: '已登记。', check: '看规则怎么说', checked: '规则没有要提醒的。', back: '回到党组织' },
  form: {
    kind: '类型', name: '名称', code: '编号', founded: '成立日期', parent: '隶属哪个党组织（条）', parentHint: '按名称或拼音查找。没有上级在本系统的，可以不选。', region: '所在地（块）', full: '正式党员', members: '党员（含预备党员）',
    units: '覆盖几家单位', lasts: '工作或工程到哪天为止', termFrom: '本届从哪天开始', termHint: '不填就从成立那天算。', why: '依据', whyHint: '批复文号或原因，会写进沿革。', from: '从哪天起', fromTerm: '新一届从哪天开始', due: '届满日期', dueHint: '不填按规则算。提前或延期的，写批准的日期。',
    on: '从哪天起撤销', off: '从哪天起免职', post: '职务', holder: '姓名', work: '分工', find: '查找', choose: '请先查找再选', needRegion: '请选所在地。', nobody: '不隶属这里的任何党组织',
  },
  post: { secretary: '书记', deputy: '副书记', member: '委员' },
  page: {
    people: '党员 {members} 名（正式 {full} 名）', facts: '基本情况', posts: '班子', noPosts: '还没有登记班子成员。', before: '以前的', term: '任期', noTerm: '这类党组织没有任期。', unknownTerm: '还没有登记任期。', termWords: '{from} 至 {due}', remind: '{day} 起列入待办提醒换届', below: '下级党组织', noBelow: '没有下级党组织。', history: '沿革', rules: '规则提醒',
    code: '编号', founded: '成立', ended: '撤销', endedOn: '{day} 撤销：{why}', above: '隶属', nobody: '不隶属这里的任何党组织', hidden: '（不在您的范围内）', units: '覆盖单位', unitsWords: '{n} 家', lasts: '工作到', since: '{from} 起', until: '{from} 至 {until}', relieve: '免职',
  },
  fact: { affiliation: '隶属', territory: '所在地', name: '名称', term: '任期' },
  act: { amend: '修改名称和人数', move: '调整隶属', relocate: '调整所在地', term: '换届', appoint: '任职', end: '撤销' },
  done: { amend: '已修改。', move: '隶属已调整。', relocate: '所在地已调整。', term: '已换届。', appoint: '已任职。', end: '已撤销。', relieve: '已免职。' },
  next: '下一步', cannot: '现在不能做', needsAbove: '由街道或区办理', whoAbove: '请联系街道或区的工作人员。', nothing: '现在没有要办的。', isOver: '已经撤销，不能再改',
}
