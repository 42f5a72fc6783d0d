import { computed } from 'vue'
import { useSession, type Duty } from './session'

/** Who the person is acting as. Pages are rebuilt when it changes, so a page may read it once. */
export function useActing() {
  const session = useSession()
  const duty = computed<Duty | undefined>(() => session.duty)
  return {
    duty,
    regionCode: computed(() => duty.value?.regionCode),
    regionName: computed(() => duty.value?.regionName ?? ''),
    regionPath: computed(() => duty.value?.path ?? []),
    may: session.may,
  }
}
