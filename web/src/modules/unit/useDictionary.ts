import { useLoad } from '@/kernel/useLoad'
import { computed } from 'vue'
import { unitApi } from './api'

/** Kinds, sizes and industries as choices; a division stands below its section. */
export function useDictionary() {
  const { value: dictionary } = useLoad((signal) => unitApi.dictionary(signal))
  return {
    kinds: computed(() => (dictionary.value?.kinds ?? []).map((each) => ({ value: each.code, name: each.name, isSite: each.isSite }))),
    bands: computed(() => (dictionary.value?.bands ?? []).map((each) => ({ value: each.code, name: each.name }))),
    industries: computed(() => (dictionary.value?.industries ?? []).map((each) => ({ value: each.code, name: `${each.code} ${each.name}`, inner: each.code !== each.section }))),
    sections: computed(() => (dictionary.value?.industries ?? []).filter((each) => each.code === each.section).map((each) => ({ value: each.code, name: each.name }))),
  }
}
