import { short } from '@/kernel/dates'
import type { Column } from '@/kernel/tableLook'
import type { LedgerRow } from './api'
import { t } from './texts'
import { channelName, statusName, stepName } from './useLedgerWords'

/** With what is counted each time it happens, its time stands beside the demand. */
export function ledgerColumns(happened: 'closed' | 'passedUp' | 'judged' | undefined): Column<LedgerRow>[] {
  return [
    { key: 'lamp', title: t('column.lamp'), fixed: true },
    { key: 'number', title: t('column.number'), text: (row) => row.number },
    { key: 'title', title: t('column.title'), fixed: true },
    ...(happened === undefined ? [] : [{ key: `happened-${happened}`, title: t(`column.${happened}`), text: (row: LedgerRow) => (row.happenedAt == null ? '' : short(row.happenedAt)), fixed: true }]),
    { key: 'place', title: t('column.place'), text: (row) => row.place },
    { key: 'kind', title: t('column.kind'), text: (row) => row.kindName },
    { key: 'channel', title: t('column.channel'), text: (row) => channelName(row.channel) },
    { key: 'step', title: t('column.step'), text: (row) => stepName(row.step) },
    { key: 'status', title: t('column.status'), text: (row) => statusName(row.status), hidden: true },
    { key: 'responsible', title: t('column.responsible'), text: (row) => row.responsible },
    { key: 'raised', title: t('column.raised'), text: (row) => short(row.raisedAt) },
    { key: 'due', title: t('column.due'), text: (row) => short(row.dueAt), hidden: true },
  ]
}
