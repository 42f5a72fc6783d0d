import { http } from '@/app/http/http'
import type { Schemas } from '@/app/http/wire'
import { mapOf } from '@/kernel/mapGeometry'

/** The query of the ledger that lists exactly the records a number counts. */
export type Filter = Record<string, string>
export type Share = Schemas['CockpitShare']
export type Before = Schemas['CockpitBefore']
/** Numerator or count is absent for a composite that cannot be told. */
export type Figure = Schemas['CockpitFigure']
/** Numbers that are absent are not kept by the day at that level. */
export type Row = Schemas['CockpitRow']
export type Bar = Schemas['CockpitBar']
export type Cockpit = Schemas['Cockpit']

export interface Asked {
  region?: string | undefined
  period: string
  from?: string | undefined
  to?: string | undefined
  /** 按当时的区划, unless asked for the tree of today. */
  tree?: 'now' | undefined
}

export const cockpitApi = {
  show: (asked: Asked, signal: AbortSignal) => http.get('/api/cockpit', { query: { ...asked }, signal }),
  hotSpots: (asked: Asked, signal: AbortSignal) => http.get('/api/cockpit/hot-spots', { query: { region: asked.region, period: asked.period, from: asked.from, to: asked.to }, signal }),
  map: async (code: string, signal: AbortSignal) => mapOf(await http.get('/public/regions/{code}/map', { path: { code }, signal })),
}
