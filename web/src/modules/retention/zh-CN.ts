export const zhCN = {
  title: '保存期限', intro: '办结满期限的，每天 3:30 清除其中的个人信息：联系方式、门牌以下的地址、文字里的姓名电话，规则写明的还有照片。清除后不能恢复；办理经过和统计不变。没有办结的、暂不清除的，不动。',
  view: { due: '将要清除', runs: '已清除', holds: '暂不清除' },
  due: { total: '今晚将清除 {count} 件', more: '多于 {count} 件', oldest: '最早办结于 {at}', none: '没有到期的。', rules: '期限在“规则 → 保存期限”里定，由系统管理员修改。', groups: '按类别', cases: '最早办结的 100 件', kind: '类别', count: '件数', months: '期限', term: '{months} 个月', asked: '反映人要求删除', photos: '照片', photosGo: '一并清除', photosStay: '保留', rule: '规则来自', number: '编号', ended: '办结', day: '到期' },
  run: { caption: '每次清除的，最近的在前', at: '时间', district: '区', cases: '件数', contacts: '联系方式', texts: '文字', places: '地址', photos: '照片', oldest: '最早办结', digest: '校验值', prove: '再查一遍', empty: '还没有清除过。', note: '每一批都有一条审计记录，写明件数和校验值。', clean: '查过 {count} 件，没有找到可以恢复的个人信息；校验值相符。', found: '查过 {count} 件，还有 {remaining} 处，请联系系统管理员。', other: '查过 {count} 件，校验值不相符，请联系审计管理员。' },
  hold: { caption: '暂不清除的，最近的在前', number: '编号', reason: '原因', by: '谁定的', at: '时间', add: '暂不清除', addTitle: '一件暂不清除', addWords: '诉讼、复议、信访核查等还需要原样的，写明原因。解除后按期限清除。', lift: '解除', empty: '没有暂不清除的。' },
}
