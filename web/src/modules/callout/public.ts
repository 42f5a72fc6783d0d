/** What other modules may use of this one. */
export { default as CalloutPanel } from './CalloutPanel.vue'
export { default as CalloutPrint } from './CalloutPrint.vue'
