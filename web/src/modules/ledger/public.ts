/** What other pages use of the ledger: addresses of its lists, and the export of one. */
export { default as ExportDialog } from './ExportDialog.vue'
export { ledgerApi, type LedgerRow } from './api'
export { default as RowLamp } from './RowLamp.vue'
export { ledgerAt } from './ledgerFilter'
export { stepName } from './useLedgerWords'
