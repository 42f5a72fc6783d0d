import type { IconName } from '@/kernel/icons'
import type { ComputedRef, InjectionKey } from 'vue'
import type { RouteLocationRaw, RouteRecordRaw } from 'vue-router'

/** The groups of the rail, in the order they are drawn; `top` has no heading. */
export const railGroups = ['top', 'work', 'base', 'review', 'admin'] as const
export type RailGroup = (typeof railGroups)[number]

export interface RailEntry {
  group: RailGroup
  /** Place inside the group, small first. */
  order: number
  label: () => string
  icon: IconName
  to: RouteLocationRaw
  /** The entry is marked as the current one on every address that begins so, e.g. `/demands`. */
  under: string
  /** Shown only when the session says `may[…]` is true. */
  may?: string
  /** Number behind the label; undefined or 0 hides it. */
  count?: () => number | undefined
}

/** What the rail shows to whoever is acting, for pages that say the same elsewhere. */
export const railEntries: InjectionKey<ComputedRef<readonly RailEntry[]>> = Symbol('rail')

/** Places of the frame a module can fill. What nobody fills is not drawn. */
export interface Places {
  /** First entry of the bottom bar on a phone: 待办. */
  todo?: RouteLocationRaw
  /** Second entry of the bottom bar: 登记; like every place, drawn only for those who may enter the page it leads to. */
  raise?: RouteLocationRaw
  /** Where the search box leads; also the third entry of the bottom bar. */
  search?: (words: string) => RouteLocationRaw
  notices?: { to: RouteLocationRaw; count: () => number | undefined }
  /** 提意见, on every page; `from` is the pattern of the page the person was on. */
  suggest?: (from: string) => RouteLocationRaw
}

/** What `modules/<name>/index.ts` exports as default. Keep it light: pages are imported lazily inside `routes`. */
export interface WorkplaceModule {
  name: string
  routes: RouteRecordRaw[]
  rail?: RailEntry[]
  places?: Places
}

export function defineModule(module: WorkplaceModule): WorkplaceModule {
  return module
}

/** What `modules/<name>/portal.ts` exports as default: pages of the residents' window. */
export interface PortalModule {
  name: string
  routes: RouteRecordRaw[]
  /** 提意见, on every page; `from` is the pattern of the page the person was on. */
  suggest?: (from: string) => RouteLocationRaw
}

export function definePortalModule(module: PortalModule): PortalModule {
  return module
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Page title in the tab; reactive to the language because it is a function. */
    title?: () => string
    /** Reachable without signing in. */
    open?: boolean
    /** Needs `session.may[…]`; otherwise the page says who can. */
    may?: string
  }
}
