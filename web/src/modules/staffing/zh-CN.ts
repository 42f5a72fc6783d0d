export const zhCN = {
  accounts: '账号与职责', departments: '部门', proposals: '职责审批',
  caption: '账号，按账号名排列', order: '按账号名排列',
  column: { login: '账号', name: '姓名', duties: '职责', home: '单位所在', status: '状态' },
  filter: { q: '姓名、账号、单位', duty: '职责', status: '状态', region: '范围' },
  status: { active: '在用', disabled: '已停用' },
  none: '没有职责',
  empty: '没有符合条件的账号。', emptyDetail: '可以放宽条件，或新建一个账号。',
  open: {
    title: '新建账号', login: '账号', loginHint: '小写字母开头，2 到 32 位，可含数字、点、横线和下划线。', name: '姓名', home: '由哪里管理', homeHint: '通常是此人工作的街道或社区；那里及上级的系统管理员可以管理这个账号。',
    send: '新建', needPlace: '请从列表里选择地方。',
  },
  account: {
    deputies: '代理', duties: '职责', noDuty: '还没有职责。给一项职责后，此人才能办事。', grant: '给一项职责', end: '结束', about: '账号', login: '账号', home: '由哪里管理', status: '状态',
    rename: '改姓名', disable: '停用', enable: '启用', password: '发一次性口令', from: '{day}起', until: '到{day}', noEnd: '长期', deputyFor: '（代 {name}）', deputyNow: '{name} 代到{day}', lines: '只管：{kinds}', granted: '{name} 于{at}给予', grantedLoader: '{at}起',
    ended: '{name} 于{at}结束', over: '已结束的职责', lookOnly: '您可以查看这个账号，不能更改。', coming: '未开始',
  },
  rename: { title: '改姓名', send: '保存' },
  disable: { title: '停用这个账号', words: '停用后此人立即退出，不能再登录；办过的事仍记在此人名下。以后可以再启用。', send: '停用' },
  enable: { title: '启用这个账号', words: '启用后此人可以用原来的口令登录。', send: '启用' },
  password: {
    title: '发一次性口令', words: '原来的口令随即作废，此人在各处都会退出。新口令只显示一次，请当面或电话告诉本人；本人登录后必须先改成自己的口令。', send: '生成口令', made: '{login} 的一次性口令（只显示这一次）', copy: '复制', copied: '已复制', close: '已告诉本人，关闭',
  },
  grant: {
    title: '给一项职责', kind: '职责', region: '在哪里', department: '部门', lines: '只管这些类别', linesHint: '不选就是全部类别。', from: '开始日期', until: '最后一天', untilHint: '不填就是长期。', reason: '理由',
    second: '这项职责管得宽，由您提出，安全管理员确认后才生效。', send: '给予', propose: '提出', proposed: '已提出，等安全管理员确认。', given: '已给予。',
  },
  end: { title: '结束职责', words: '{duty}，{place}', at: '什么时候结束', now: '现在就结束', later: '做到某一天', lastDay: '最后一天', send: '结束' },
  department: {
    verbs: '办理', add: '新建部门', name: '名称', kind: '种类', place: '所在', handlers: '承办人', state: '状态', office: '科室', service: '公共服务企业', active: '开放', closed: '已关闭', rename: '改名', close: '关闭', reopen: '重新开放',
    caption: '部门，按所在和名称排列', empty: '这里还没有部门。', people: '{count} 人', closeTitle: '关闭这个部门', closeWords: '关闭后不再派新的诉求给它；已经派给它的照常办完。以后可以重新开放。', addTitle: '新建部门', send: '保存', all: '全部范围',
  },
  proposal: {
    caption: '职责审批，最近的在前', who: '给谁', duty: '职责', dates: '时间', reason: '理由', proposer: '提出', state: '结果', waiting: '等待确认', confirmed: '{name} 已确认', declined: '{name} 未同意：{words}', withdrawn: '已撤回',
    confirm: '确认', decline: '不同意', withdraw: '撤回', empty: '没有等待确认的申请。', open: '等待确认', all: '全部', declineTitle: '不同意这项申请', words: '理由', intro: '管理员和区级以上的职责要两个人才能定：系统管理员提出，安全管理员确认。提出的人和当事人不能自己确认。',
    dateUntil: '{from} 至 {until}', dateFrom: '{from} 起',
  },
  handOver: { page: '交接工作', of: '{name}手上没办完的事', intro: '离开岗位前，把没办完的事交给接手的人；可以全选，也可以逐件选。时限不变，办理经过里会写明交给了谁。', number: '编号', title: '诉求', place: '地点', due: '到期', to: '交给谁', choose: '先在下面选中要交接的事。', send: '交接 {count} 件', caption: '没办完的事，按到期先后', empty: '手上没有没办完的事。', done: '已把 {count} 件交给 {name}，还剩 {left} 件。' },
  import: { title: '批量导入', intro: '先下载模板填写，上传后逐行检查，看清楚了再导入；没有人用过之前可以整批撤销。同一张表再传一次不会重复建账号。', send: '上传', form: '下载模板', choose: '选择表格', checking: '正在检查', apply: '导入 {good} 行', problems: '下载有问题的行', undo: '撤销导入', line: '行', problem: '问题', caption: '有问题的行', past: '最近的导入', none: '还没有导入过。', undoTitle: '撤销这次导入', undoWords: '这次新建的账号全部停用，给的职责全部结束。已经有人用过其中任何一个，就不能整批撤销。', state: { checked: '可导入 {good} 行，{problems} 行有问题', applied: '已导入，新建 {made} 个账号，{problems} 行有问题', undone: '已撤销' } },
}
