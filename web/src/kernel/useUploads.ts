import { http, newKey, type Upload } from '@/app/http/http'
import { problemOf } from '@/app/http/problem'
import { onScopeDispose, ref, type Ref } from 'vue'
import { t } from './texts'

export interface UploadState {
  key: string
  name: string
  /** Address of the picture on this device. */
  preview: string
  state: 'sending' | 'arrived' | 'failed'
  /** 0…1 */
  share: number
  id?: string
  problem?: string
}

export interface UploadLimits {
  path: string
  max: number
  maxMegabytes: number
}

/** Whether the device can draw it: a broken picture is refused here, before anything is sent. */
function isReadable(preview: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(true)
    image.onerror = () => resolve(false)
    image.src = preview
  })
}

/** Pictures on their way to the server; one that fails leaves the others as they are. */
export function useUploads(limits: UploadLimits, onChange: (ids: string[]) => void) {
  const uploads = ref<UploadState[]>([]) as Ref<UploadState[]>
  const notes = ref<string[]>([])
  const files = new Map<string, File>()
  const running = new Map<string, Upload<{ id: string }>>()

  const change = (key: string, by: Partial<UploadState>) => {
    uploads.value = uploads.value.map((each) => (each.key === key ? { ...each, ...by } : each))
  }
  const tell = () => onChange(uploads.value.flatMap((each) => (each.id === undefined ? [] : [each.id])))

  function refusal(file: File): string | undefined {
    if (!file.type.startsWith('image/')) return t('file.wrongKind', { name: file.name })
    const megabytes = file.size / 1_048_576
    return megabytes > limits.maxMegabytes ? t('file.tooBig', { name: file.name, size: megabytes.toFixed(1), max: limits.maxMegabytes }) : undefined
  }

  async function send(key: string) {
    const file = files.get(key)
    if (file === undefined) return
    const parts = new FormData()
    parts.append('file', file, file.name)
    change(key, { state: 'sending', share: 0, problem: '' })
    const upload = http.upload<{ id: string }>(limits.path, parts, (share) => change(key, { share }))
    running.set(key, upload)
    try {
      const { id } = await upload.done
      change(key, { state: 'arrived', share: 1, id })
      tell()
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') return
      change(key, { state: 'failed', problem: problemOf(failure).detail })
    } finally {
      running.delete(key)
    }
  }

  async function add(chosen: readonly File[]) {
    notes.value = []
    for (const file of chosen) {
      if (uploads.value.length >= limits.max) {
        const extra = chosen.length - chosen.indexOf(file)
        notes.value = [...notes.value, t('file.tooMany', { max: limits.max, extra })]
        return
      }
      const wrong = refusal(file)
      const preview = wrong === undefined ? URL.createObjectURL(file) : ''
      if (wrong === undefined && (await isReadable(preview))) {
        const key = newKey()
        files.set(key, file)
        uploads.value = [...uploads.value, { key, name: file.name, preview, state: 'sending', share: 0 }]
        void send(key)
      } else {
        if (preview !== '') URL.revokeObjectURL(preview)
        notes.value = [...notes.value, wrong ?? t('file.broken', { name: file.name })]
      }
    }
  }

  function remove(key: string) {
    running.get(key)?.abort()
    const gone = uploads.value.find((each) => each.key === key)
    if (gone !== undefined) URL.revokeObjectURL(gone.preview)
    files.delete(key)
    uploads.value = uploads.value.filter((each) => each.key !== key)
    tell()
  }

  onScopeDispose(() => {
    for (const upload of running.values()) upload.abort()
    for (const each of uploads.value) URL.revokeObjectURL(each.preview)
  })
  return { uploads, notes, add, remove, again: send }
}
