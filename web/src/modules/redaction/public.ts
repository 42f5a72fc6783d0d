/** What other modules may use of this one. */
export { default as RedactionPanel } from './RedactionPanel.vue'
