/** What other modules may use of this one. */
export { default as EntitlementPanel } from './EntitlementPanel.vue'
export { default as OwnInformation } from './OwnInformation.vue'
