/** What other modules may use of this one. */
export { default as QuickRegister } from './QuickRegister.vue'
export { WALK as DEMAND_WALK } from './useNeighbours'
