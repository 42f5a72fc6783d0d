import { computed, ref, watch } from 'vue'
import { exchangeApi, type Mapping, type Meaning, type SheetPage, type Word } from './api'

/** The kind column, whose words mean kinds of ours. */
const TYPE = 'type'
const MOST_SHOWN = 60

/** The choice of columns and of what the words of the kind column mean, as the person is making it. */
export function useMapping(page: () => SheetPage) {
  const columns = ref<Record<string, string | null>>({})
  const meant = ref<Record<string, string>>({})
  const otherKind = ref<string | null>('other')
  const toStreet = ref(true)
  const saveAs = ref('')
  const words = ref<Word[]>([])
  const meanings = ref<Meaning[]>([])

  function take(mapping: SheetPage['mapping']) {
    columns.value = Object.fromEntries(page().columns.map((column) => [column.code, mapping.columns[column.code] ?? null]))
    meant.value = { ...mapping.words[TYPE] }
    otherKind.value = mapping.options['otherKind'] === '' ? null : (mapping.options['otherKind'] ?? 'other')
    toStreet.value = mapping.options['toStreet'] !== 'false'
  }
  take(page().mapping)

  watch(
    () => columns.value[TYPE],
    async (heading) => {
      if (heading == null) {
        words.value = []
        return
      }
      const found = await exchangeApi.words(page().sheet.id, TYPE, heading)
      words.value = found.words
      meanings.value = found.meanings
      for (const word of found.words) if (word.meaning != null && meant.value[word.said] === undefined) meant.value[word.said] = word.meaning
    },
    { immediate: true },
  )

  const missing = computed(() => page().columns.filter((column) => column.isNeeded && columns.value[column.code] == null))
  const shownWords = computed(() => words.value.slice(0, MOST_SHOWN))
  const moreWords = computed(() => words.value.length - shownWords.value.length)
  const kinds = computed(() => meanings.value.map((meaning) => ({ value: meaning.code, name: meaning.name })))

  /** The first lines of a heading's column. */
  function sample(heading: string | null | undefined): string {
    const at = heading == null ? -1 : page().headings.indexOf(heading)
    return at < 0 ? '' : page().sample.map((line) => line[at] ?? '').filter((cell) => cell !== '').slice(0, 2).join('；')
  }

  const mapping = computed<Mapping>(() => ({
    columns: Object.fromEntries(Object.entries(columns.value).filter((entry): entry is [string, string] => entry[1] !== null)),
    words: { [TYPE]: Object.fromEntries(Object.entries(meant.value).filter(([said]) => words.value.some((word) => word.said === said))) },
    options: page().sheet.kind === 'hotline' ? { otherKind: otherKind.value ?? '', toStreet: String(toStreet.value) } : {},
    ...(saveAs.value.trim() === '' ? {} : { saveAs: saveAs.value.trim() }),
  }))

  return { columns, meant, otherKind, toStreet, saveAs, shownWords, moreWords, kinds, missing, sample, mapping, take }
}
