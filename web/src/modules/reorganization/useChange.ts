import { isoDay } from '@/kernel/dates'
import type { RegionChoice } from '@/kernel/regionSearch'
import { useLoad } from '@/kernel/useLoad'
import { computed, ref, watch } from 'vue'
import { reorganizationApi, type Asked, type Kind, type Subject } from './api'

interface Part {
  name: string
  keeps: boolean
}

const REGION_KINDS: Record<number, readonly string[]> = { 3: ['street', 'town', 'township'], 4: ['community', 'village'], 5: ['grid'] }
const DEPARTMENT_KINDS = ['office', 'service'] as const

/** The form of a change, and what it asks the server for. */
export function useChange() {
  const subject = ref<Subject>('region')
  const kind = ref<Kind>('rename')
  const nodes = ref<(RegionChoice | null)[]>([null])
  const home = ref<RegionChoice | null>(null)
  const departmentIds = ref<string[]>([])
  const parent = ref<RegionChoice | null>(null)
  const into = ref<RegionChoice | null>(null)
  const intoDepartment = ref<string | null>(null)
  const name = ref('')
  const nodeKind = ref<string | null>(null)
  const effectiveOn = ref(isoDay(Date.now()))
  const parts = ref<Part[]>([{ name: '', keeps: true }, { name: '', keeps: false }])
  const partOf = ref<Record<string, number>>({})

  const isRegion = computed(() => subject.value === 'region')
  const split = computed(() => (isRegion.value && kind.value === 'split' ? (nodes.value[0]?.code ?? null) : null))
  const children = useLoad((signal) => (split.value === null ? Promise.resolve({ items: [] }) : reorganizationApi.children(split.value, signal)), () => split.value)
  const departments = useLoad((signal) => (home.value === null ? Promise.resolve({ items: [] }) : reorganizationApi.departments(home.value.code, signal)), () => home.value?.code)
  const nodeKinds = computed(() => (isRegion.value ? (REGION_KINDS[parent.value?.level ?? -1] ?? []) : DEPARTMENT_KINDS))
  const needsName = computed(() => kind.value === 'rename' || kind.value === 'open' || (kind.value === 'merge' && (isRegion.value ? into.value === null : intoDepartment.value === null)))
  const needsParent = computed(() => kind.value === 'move' || kind.value === 'open')
  const isMany = computed(() => kind.value === 'merge' || (kind.value === 'move' && isRegion.value))

  watch(isMany, (many) => {
    if (!many) {
      nodes.value = nodes.value.slice(0, 1)
      departmentIds.value = departmentIds.value.slice(0, 1)
    }
  })
  watch(home, () => (departmentIds.value = []))
  watch(nodeKinds, (known) => (nodeKind.value = known[0] ?? null))

  function asked(): Asked {
    const chosen = isRegion.value ? nodes.value.flatMap((each) => (each === null ? [] : [each.code])) : departmentIds.value
    return {
      subject: subject.value,
      kind: kind.value,
      nodes: kind.value === 'open' ? [] : chosen,
      ...(needsParent.value && parent.value !== null ? { parent: parent.value.code } : {}),
      ...(kind.value === 'merge' && isRegion.value && into.value !== null ? { into: into.value.code } : {}),
      ...(kind.value === 'merge' && !isRegion.value && intoDepartment.value !== null ? { into: intoDepartment.value } : {}),
      ...(needsName.value ? { name: name.value } : {}),
      ...(kind.value === 'open' && nodeKind.value !== null ? { nodeKind: nodeKind.value } : {}),
      ...(kind.value === 'split'
        ? {
            parts: parts.value.map((part, nth) => ({
              keeps: part.keeps,
              ...(part.keeps ? {} : { name: part.name }),
              children: Object.entries(partOf.value).filter(([, to]) => to === nth).map(([code]) => code),
            })),
          }
        : {}),
      effectiveOn: effectiveOn.value,
    }
  }

  return {
    subject, kind, nodes, home, departmentIds, parent, into, intoDepartment, name, nodeKind, effectiveOn, parts, partOf, isRegion, isMany, needsName, needsParent, nodeKinds,
    children: computed(() => children.value.value?.items ?? []), departments: computed(() => departments.value.value?.items ?? []), asked,
  }
}
