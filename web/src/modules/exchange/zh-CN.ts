export const zhCN = {
  title: '数据交换', rail: '数据交换', hotline: '热线工单',
  upload: {
    title: '导入热线工单', words: '把 12345 等热线的表格整张导入：先核对，再导入，导入后还没有人动过的可以撤回。同一个工单编号只进一次。', choose: '选择表格', again: '换一个文件', kinds: 'XLSX 或 CSV，一次最多 20 万行、64 MB。', template: '下载空白模板',
    sending: '正在上传，{percent}',
  },
  results: { title: '反馈办理结果', words: '按热线的样子导出：工单编号、办理状态、办结时间、办理结果、是否联系、是否解决、满意度，有补充问题的后面各加一列。', from: '来电从', to: '到', send: '导出', format: '格式', xlsx: '表格（XLSX）', csv: '文本（CSV）', ofImport: '导出这一批的办理结果', again: '再导出一次' },
  list: {
    title: '导入过的表格', caption: '导入过的热线表格，新的在前', empty: '还没有导入过表格。', emptyDetail: '选择一张热线的表格，就从这里开始。',
    name: '文件', state: '到哪一步', lines: '行数', applied: '已导入', wrong: '有问题', person: '谁上传的', at: '上传时间',
  },
  state: { uploaded: '等您对应列', checking: '正在核对', checked: '核对好了，等您导入', applying: '正在导入', applied: '已导入', undoing: '正在撤回', undone: '已撤回' },
  step: { columns: '对应列', check: '核对', apply: '导入', done: '完成' },
  mapping: {
    title: '表里的哪一列是什么', words: '已按列名配好，请您看一遍。带“必选”的没有对应列就不能导入。', needed: '必选', none: '表里没有', ours: '这里要的', theirs: '表里的列', example: '前几行是', kept: '用过的对应关系', keptChoose: '选一个用过的', saveAs: '把这套对应关系存为', saveAsHint: '起个名字，下个月的表不用再配。',
    meanings: '表里的“{heading}”各是哪一类', meaningsWords: '名称一样的已经配好。没有选的，算作下面选的那一类。', said: '表里写的', lines: '{count} 行', meant: '算作', other: '没有对应的算作', otherNone: '列为有问题', moreWords: '还有 {count} 种说法，都算作下面选的那一类。',
    toStreet: '只知道街道、找不到社区的，先到街道', toStreetHint: '不勾的话，这些行列为有问题。', check: '核对', rechoose: '重新对应列', added: '补充问题', addedWords: '本地规则里另外问的。表里有这一列的，按问题的要求核对，必答的不能空；没有对应列的不问，照样导入。',
  },
  checked: {
    sentence: '共 {lines} 行：{good} 行可以导入，{wrong} 行有问题。有问题的不会导入。', allGood: '共 {lines} 行，都可以导入。', fresh: '新的', changed: '热线又改了内容', same: '已在系统里', wrong: '有问题', changedHint: '改动会写进那一件的办理经过。',
    problems: '有问题的行', first: '先列前 {count} 行，全部在表格里。', line: '第 {line} 行', download: '下载有问题的行', downloadHint: '改好后可以直接再传这张表。', apply: '导入 {count} 件', none: '没有可以导入的行。', goOn: '接着导入', broken: '上次导入了 {count} 件后中断。接着导入不会重复。',
  },
  applied: { sentence: '已导入 {count} 件。', rest: '另有 {wrong} 行有问题，没有导入。', look: '在台账里看', undo: '撤回这次导入', undoTitle: '撤回这次导入', undoWords: '还没有人动过的会全部撤回，连同它们的待办。已经受理、看过联系方式的不动。撤回会记录在案。', undoSend: '撤回', },
  undone: { sentence: '已撤回 {count} 件。', kept: '{count} 件已经有人在办，没有动。' },
  gone: '表格已过 90 天保存期，内容已删除；导入的诉求不受影响。',
  tokens: {
    title: '机器令牌', words: '别家的系统凭令牌来取数、登记、按 Open311 上报，不用人的账号。能看多远、能做什么、从哪里来、用到哪天，都写在令牌上；它做的事和人一样记在案。', caption: '机器令牌，新的在前', empty: '还没有发过令牌。', issue: '发一个令牌…', revoke: '停用',
    name: '谁家的哪个系统', place: '地方', verbs: '能做什么', addresses: '从哪里来', anywhere: '不限', expires: '用到', lastUsed: '最近使用', never: '没有用过', hint: '开头', state: '状态', live: '可用', revoked: '已停用', expired: '已过期', by: '谁发的',
    verb: { read: '读台账和数字', register: '登记诉求', open311: 'Open311 上报', metrics: '看运行指标' },
    issueTitle: '发一个机器令牌', region: '能看到的地方', addressesHint: '每行一个，如 192.0.2.10 或 192.0.2.0/24。不填就不限。', expiresHint: '到这一天为止，最长三年。', send: '发令牌',
    once: '令牌只显示这一次，请现在交给对方。关掉以后谁也看不到。', copy: '复制', copied: '已复制', close: '我已交给对方',
    revokeTitle: '停用这个令牌', revokeWords: '“{name}”马上不能再用，不能恢复。需要时另发一个。',
  },
  webhooks: {
    title: '事件推送', words: '诉求有了动静，就推给别家的系统：有签名，对方没收到会越隔越久地再推两天。推的只有编号、地点代码、类别和状态，没有标题、原话和任何人的信息。', empty: '还没有设置推送。', connect: '设一个推送…', connectTitle: '设一个推送', url: '推到哪里', region: '推哪个地方的事', events: '推哪些事', algorithm: '签名算法', send: '设好',
    once: '签名密钥只显示这一次，请现在交给对方。关掉以后谁也看不到。', tells: '推：{events}', event: { raised: '新诉求', moved: '办理有变化', judged: '居民评价' },
    well: '正常', failing: '从 {at} 起对方没有收下', paused: '{at} 起暂停', pausedByFailure: '对方长时间没有收下，{at} 起已自动暂停。请联系对方，修好后点“继续推”', waiting: '等着推 {count} 条',
    showLog: '看记录', hideLog: '收起记录', pause: '暂停', resume: '继续推', remove: '撤掉', removeTitle: '撤掉这个推送', removeWords: '“{name}”不再收到任何消息，还没推出去的也不推了。',
    noDeliveries: '还没有推过。', state: { waiting: '等着再推', delivered: '已收下', given_up: '不再推' }, attempts: '推了 {count} 次', nextAt: '{at} 再推。', again: '再推一次', detail: '内容和答复', by: '{name} 设',
    problem: { answered: '对方答复 {code}，没有收下。', inside: '地址指向内网，没有推。', name_unknown: '找不到这个网址。', timeout: '对方没有及时答复。', certificate: '对方的证书有问题。', unreachable: '连不上对方。', not_http: '对方的答复看不懂或中途断了。' },
  },
}
