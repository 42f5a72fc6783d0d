import { useAction } from '@/kernel/useAction'
import { useLoad } from '@/kernel/useLoad'
import { computed, ref } from 'vue'
import { exchangeApi, type Mapping } from './api'

/** Which part of the way a sheet stands at: its columns, the dry run, the import, the end. */
export type Station = 'columns' | 'check' | 'apply' | 'done'

const STATIONS: Readonly<Record<string, Station>> = { uploaded: 'columns', checking: 'check', checked: 'check', applying: 'apply', applied: 'done', undoing: 'done', undone: 'done' }

export function stationOf(state: string): Station {
  return STATIONS[state] ?? 'columns'
}

/** One sheet on its way in. Work that goes on is followed by its job; when it ends the sheet is read anew. */
export function useImport(id: string) {
  const { value: page, problem, reload } = useLoad((signal) => exchangeApi.sheet(id, signal))
  const choosing = ref(false)
  const sheet = computed(() => page.value?.sheet)
  const station = computed<Station>(() => (choosing.value ? 'columns' : stationOf(sheet.value?.state ?? 'uploaded')))
  const running = computed(() => (['checking', 'applying', 'undoing'].includes(sheet.value?.state ?? '') ? (sheet.value?.jobId ?? undefined) : undefined))

  const checking = useAction((intention, mapping: Mapping) => exchangeApi.check(id, mapping, intention))
  const applying = useAction((intention) => exchangeApi.apply(id, intention))
  const undoing = useAction((intention) => exchangeApi.undo(id, intention))

  async function check(mapping: Mapping) {
    if ((await checking.run(mapping)) === undefined) return
    choosing.value = false
    await reload()
  }
  async function apply() {
    if ((await applying.run()) !== undefined) await reload()
  }
  async function undo(): Promise<boolean> {
    const begun = (await undoing.run()) !== undefined
    if (begun) await reload()
    return begun
  }
  return { page, sheet, problem, reload, station, running, choosing, check, checking, apply, applying, undo, undoing }
}
