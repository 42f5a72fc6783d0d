import type { Translation } from '@/kernel/i18n'
import type { zhCN } from './zh-CN'

export const en: Translation<typeof zhCN> = {
  rail: 'Reorganization', title: 'Territories and departments', new: 'New change', path: 'Organization and territory',
  lead: 'Rename, move, merge, split, open and close. A plan first, to be read before it is applied; afterwards it can be undone while nothing new depends on it.',
  kind: { rename: 'Rename', move: 'Move', merge: 'Merge', split: 'Split', open: 'Open', close: 'Close' },
  subject: { label: 'What changes', region: 'Streets, communities, grids', department: 'Departments' },
  state: { planned: 'Planned', applying: 'Being applied', applied: 'Applied', undoing: 'Being undone', undone: 'Undone', dropped: 'Dropped' },
  list: { caption: 'Changes, newest first', title: 'Change', effective: 'Takes effect', state: 'State', planner: 'Planned by', at: 'Planned at', empty: 'Nothing has been changed yet.', order: 'Newest plan first' },
  form: {
    kind: 'How', nodes: 'What is changed', node: 'Node {n}', add: 'Add another', remove: 'Leave out {name}', into: 'Merge into', intoHint: 'With none chosen they become one new node, named below.', parent: 'Move below', parentOpen: 'Open below', name: 'New name', nodeKind: 'Kind',
    effective: 'Takes effect', effectiveHint: 'From this day on figures follow the new tree; earlier ones stay.', at: 'Where the department is', department: 'Department', parts: 'Parts', part: 'Part {n}', keeps: 'Keeps the old name', partName: 'Name', addPart: 'Add a part', removePart: 'Remove part {n}', children: 'Which part gets what lies below', childTo: '{name} goes to', choose: 'Choose', submit: 'Make the plan', plan: 'A plan is a rehearsal: it changes nothing.', noChildren: 'Nothing lies below it; the plan asks who gets everything.', keepOne: 'Only one part can keep the old name.',
  },
  kinds: { street: 'Street', town: 'Town', township: 'Township', community: 'Community', village: 'Village', grid: 'Grid', office: 'Office', service: 'Public service' },
  plan: {
    nodes: 'What becomes of each node', nodesNote: '{n} nodes change; these change by themselves', before: 'Before', after: 'After', code: 'Code {code}', none: '(closed)', fresh: '(new)', what: { renamed: 'Renamed', moved: 'Moved', opened: 'New', merged: 'Merged', split: 'Split', kept: 'Stays', closed: 'Closed' },
    lines: 'What hangs on them', linesNote: 'Counted when the plan was made; open one to see its rows', open: '{n} of them open', count: '{n}', questions: 'To be decided first', questionsNote: '{n} undecided', undecided: 'Choose', questionCount: ' ({n})', decide: 'Decide so and plan again', notes: 'Please note', apply: 'Apply', applyTitle: 'Apply this change?', applyWords: 'Cases, to-dos, duties and the rest go along. New cases of these places wait for a moment while it is done. Afterwards it can be undone while nothing new depends on it.',
    undo: 'Undo', undoTitle: 'Undo this change?', undoWords: 'Everything is put back as it was. If something new depends on it, you are told what, and nothing happens.', drop: 'Drop the plan', waits: 'Can be applied from {day} on.', applied: 'Applied {at}; {rows} rows changed.', undone: 'Undone {at}.', by: '{name}, {at}', effective: 'Takes effect {day}',
    items: { back: 'Back', label: 'Number or name', state: 'State', place: 'Where', caption: 'Rows: {name}', empty: 'None now.', more: 'Show more' },
  },
}
