export const zhCN = {
  close: '关闭', cancel: '取消', confirm: '确定', retry: '再试一次', loading: '正在读取', remove: '去掉{name}', more: '更多',
  required: '必填', optional: '可不填',
  date: {
    day: '{month}月{day}日', dayOfYear: '{year}年{month}月{day}日', weekday: '星期{name}', weekdays: '日一二三四五六', dayAndWeekday: '{day} {weekday}',
    today: '今天', yesterday: '昨天', tomorrow: '明天',
  },
  duration: { days: '{count} 天', hours: '{count} 小时', minutes: '{count} 分钟' },
  lamp: {
    late: '超期 {span}', left: '剩 {span}', today: '今天 {time}', review: '{day}复看', paused: '暂停计时', done: '已办结', none: '没有时限',
    title: '时限：{at}',
  },
  figure: { none: '没有可算的', fraction: '{part}/{whole}' },
  step: { label: '办理环节', done: '已完成', current: '正在办理', ahead: '未到', skipped: '未经过' },
  trail: { title: '来龙去脉', here: '就是这一件', nothing: '还没有' },
  table: {
    choose: '选', columns: '显示列', compact: '紧凑行距', roomy: '宽松行距', selected: '已选 {count} 件', chooseAll: '选择本页全部',
    chooseRow: '选择：{name}', previous: '上一页', next: '下一页', range: '本页第 {from}–{to} 件', total: '共 {total} 件', comma: '，', page: '分页', resetColumns: '恢复默认',
    clear: '取消选择', scroll: '表格，可左右滚动',
  },
  filter: { search: '查询', more: '更多条件', less: '收起条件', chosen: '已选条件', clear: '全部清除', label: '查询条件' },
  views: { label: '视图', save: '存为视图' },
  reason: { label: '理由', other: '其他（请写明）', words: '补充说明（可不填）', wordsNeeded: '请写明', missing: '请选择理由。', missingWords: '请写明具体情况。' },
  state: {
    emptyTitle: '现在没有内容。',
    errorTitle: '没有读到内容', errorDetail: '您已经提交的内容不受影响。可以再试一次；如果一直这样，请告诉系统管理员。',
    support: '报告编号 {id}', forbiddenTitle: '不在您当前的身份范围内', forbiddenDetail: '可以切换身份，或请有权的人授权。',
    outageTitle: '暂时连不上', outageForm: '现在连不上。您写的内容已留在这台设备上，恢复后请再提交一次。', outageOver: '已经恢复。您写的内容还在，请再提交一次。', outageDetail: '您写的内容已留在这台设备上，连上后会自动再读。', notFoundTitle: '没有找到', notFoundDetail: '可能已经移走，或者编号有误。',
  },
  job: {
    waiting: '排队中', running: '正在处理', done: '已完成', failed: '没有完成', cancelled: '已取消', progress: '{done} / {total}', download: '下载结果',
    reconnecting: '实时进度断开，改为每几秒查询一次。', label: '处理进度',
  },
  region: { placeholder: '社区、街道或网格名称', drill: '下一级', none: '没有找到这个名称的地方', label: '选择地方', up: '上一级', clear: '清除', all: '全部', top: '最上一级', choose: '选择{name}', open: '看{name}的下一级' },
  map: { noData: '没有数据', label: '地图', below: '{to} 以下', above: '{from} 以上', between: '{from}–{to}', help: '地图上的每块都可以在列表中用键盘选到' },
  place: {
    still: '{name}的地图', pick: '{name}的地图，点一下标出位置；用键盘的请从名单里选，并写明地点', map: '{name}的地图，点一下就选中；名单里有同样的地方', noMap: '{name}还没有地图。', degrees: '东经 {lng}°，北纬 {lat}°',
    metres: '约 {count} 米',
  },
  chart: { asTable: '看数字', asChart: '看图', label: '折线图' },
  person: {
    view: '查看联系方式', note: '查看要填用途，会记录在案', purpose: '用途', title: '查看联系方式', show: '显示 {minutes} 分钟', no: '不看了',
    intro: '{role} {name} 的电话将显示 {minutes} 分钟。用途和查看时间会记录在案，{role}可以查到。', role: '反映人', left: '还显示 {time}', hidden: '已重新隐藏',
    missing: '请选择用途。', missingOther: '请写明用途。', otherLabel: '写明用途',
  },
  seen: { help: '哪些职责的哪些人能看到、为什么。', title: '谁能看到', show: '看名单', count: '{count} 人', more: '等' },
  difference: { before: '原来', after: '改为', nothing: '没有变化', blank: '（空）', field: '项目', added: '新增', removed: '删除' },
  file: {
    add: '加照片', optional: '照片可有可无，最多 {max} 张', remove: '去掉第 {n} 张', uploading: '正在上传 {percent}', failed: '没有上传成功', again: '再传一次',
    tooMany: '最多 {max} 张，多出的 {extra} 张没有加上。', tooBig: '“{name}”有 {size} MB，最大 {max} MB。', wrongKind: '“{name}”不是图片，没有加上。',
    broken: '“{name}”打不开，可能已损坏。其他的不受影响。', preview: '第 {n} 张照片',
  },
  draft: { kept: '草稿已存在这台设备', found: '上次没写完的内容还在。', use: '接着写', drop: '不要了' },
  field: { summary: '有 {count} 处需要改', optional: '（可不填）' },
  portal: {
    elder: '大字版', standard: '标准版', copy: '复制', copied: '已复制', code: '查询码', language: 'English', home: '共治，回到首页', toHome: '回到首页', skip: '跳到正文', product: '共治',
    suggest: '给这个网站提意见', down: '现在连不上，正在自动再试。', demo: '这里是演示环境：人和事都是生成的。',
  },
}
