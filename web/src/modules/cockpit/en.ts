import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Cockpit', title: 'Cockpit', headline: '{name}: {open} in hand, {late} of them late', headlineClear: '{name}: {open} in hand, none late', headlineNone: '{name}: nothing in hand now',
  asOf: 'As of {at}', asOfReplica: 'As of {at} (read from the replica)', formulaLine: 'Rates by formula v{version} (since {from})', formula: 'How it is counted', print: 'Print', export: 'Export records…', reading: 'Reading the figures of {name}',
  period: { label: 'Period', today: 'Today', month: 'Month', quarter: 'Quarter', months12: '12 months', custom: 'Custom', from: 'From', to: 'To', days: 'From and to', show: 'Show', months: '{name} is counted by the month: days are widened to whole months.', choose: 'Choose the first and the last day.' },
  months12: 'Last 12 months {from}–{to}',
  figure: { note: ' ({words})',
    raised: 'Raised', raisedIn: 'Raised · {period}', unit: '', points: 'points', listed: 'List these {n}', percentOf: '{rate} of those in hand', open: 'In hand {n}', previous: '{name} {value}', none: 'Nothing to divide by', link: '{name} {value}, list', part: '{name} {n}', all: 'Valid call-backs {n}', also: 'Also', fractionLink: '{name}: numerator {n}', wholeLink: '{name}: denominator {n}',
  },
  level: { '0': 'Provinces', '1': 'Cities', '2': 'Districts', '3': 'Streets', '4': 'Communities', '5': 'Grids' },
  map: { metric: 'On the map', open: 'In hand', late: 'Late', solution: 'Solved', few: 'Fewer than {count} answers', none: 'No data', label: '{name}, {children}, {metric}', credit: 'Boundaries are a sketch', points: 'Places without a boundary are points', unplaced: '; {count} more without a known position is in the list | ; {count} more without a known position are in the list', empty: 'There is no map of the places below yet; please see the list.', notByDay: 'Counted by the day down to streets only' },
  list: {
    title: 'List', note: '{count}, by name', name: 'Name', open: 'In hand', late: 'Late', raised: 'Raised', solution: 'Solved', satisfaction: 'Satisfied', days: 'To close', dayUnit: '{days} days', total: 'Total (pooled)', here: '{name} itself', all: 'All {count}', less: 'Fewer', caption: 'Places below {name}, by name', openLink: '{name}: {n} in hand', lateLink: '{name}: {n} late',
    noRate: 'no valid call-back yet',
  },
  tree: { title: 'The territories were changed in this period', note: 'What is in hand or late is as of now; the rest is by day and can be compared', closed: '{name} is closed; these are the figures of its time', label: 'On which tree', then: 'As it was then', now: 'As it is now', figure: 'Figure', lists: 'Lists behind the numbers show cases where they lie today, and add up to the numbers of the tree as it is now.' },
  trend: { title: 'Last 12 months', note: 'Raised and closed', label: 'Raised and closed in the last 12 months', raised: 'Raised', closed: 'Closed', month: '{month}' },
  by: { kind: 'By kind', channel: 'By channel', status: 'By status', age: 'By age', raised: '{period}: {n} raised', open: '{n} in hand', other: '{count} other kinds', nothing: 'Nothing was raised in this period.', nothingOpen: 'Nothing in hand now.' },
  overdue: { title: 'Late', note: 'Earliest due first', all: 'All {n}', none: 'None is late.', lamp: 'Clock', demand: 'Demand', place: 'Place', step: 'Step', responsible: 'With', caption: 'Late demands, earliest due first' },
  about: {
    title: 'How it is counted', version: 'Version', versionText: 'v{version}, since {from}, for {territory}', beside: 'The same counts', source: 'Source', text: 'Formula', name: 'Figure', numerator: 'Numerator', denominator: 'Denominator', exclusions: 'Left out', none: '—', now: 'Now', close: 'Close', asOf: 'As of', caption: 'What each figure is made of',
    zero: 'Nothing to divide by is written “—”, never 0%. Totals are pooled, not averages of percentages.',
  },
  hot: { title: 'Hot spots', note: 'Raised {from} to {to}, three or more of one kind in one place, in the order of places', none: 'Nothing stands out in this period.', open: '{name}, {kind}: {n}, see the records', caption: 'Hot spots of {name}', place: 'Place', kind: 'Kind', n: 'Raised', compared: 'Compared' },
  calls: {
    of: '/',
    title: 'Call-outs', note: 'Marks v{version} · {source}', none: 'No call-outs in this period, and no hints.', caption: 'Call-outs in {name}, by name', perHundred: 'Calls per 100 cases', signal: 'Hint', inTime: 'Arrived in time', graded: 'Judged', inPlace: 'In place',
    total: '{name}, total', open: '{name}: {what} {n}, open the records', cases: '{name}: {n} cases, open the records',
  },
}
