import { http } from '@/app/http/http'
import { kindOf, problemOf, type Problem } from '@/app/http/problem'
import { onScopeDispose, ref, type Ref } from 'vue'

export interface JobProgressState {
  state: string
  done?: number | null
  total?: number | null
  message?: string | null
  /** Why it was not finished, as a sentence. */
  problem?: string | null
  hasResult?: boolean
}

const ENDED = ['done', 'failed', 'cancelled']
const ASK_EVERY_MS = 3_000

/** Follows a job by its event stream; when the stream cannot be had, asks every few seconds. */
export function useJob(id: string, onEnd: (job: JobProgressState) => void) {
  const job = ref<JobProgressState>({ state: 'waiting' }) as Ref<JobProgressState>
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const polling = ref(false)
  const path = `/api/jobs/${encodeURIComponent(id)}`
  let stopped = false
  let closeStream: () => void = () => undefined
  let timer: number | undefined

  function take(next: JobProgressState) {
    if (stopped) return
    job.value = next
    problem.value = null
    if (!ENDED.includes(next.state)) return
    stop()
    onEnd(next)
  }

  function stop() {
    stopped = true
    closeStream()
    window.clearTimeout(timer)
  }

  async function poll() {
    if (stopped) return
    polling.value = true
    try {
      take(await http.get('/api/jobs/{id}', { path: { id } }))
    } catch (failure) {
      problem.value = problemOf(failure)
      // Only an outage is worth waiting for; any other refusal stays as it is.
      if (kindOf(problem.value) !== 'outage') {
        stop()
        return
      }
    }
    if (!stopped) timer = window.setTimeout(() => void poll(), ASK_EVERY_MS)
  }

  closeStream = http.events(
    `${path}/events`,
    'job',
    (message) => take(message as JobProgressState),
    () => void poll(),
  )
  onScopeDispose(stop)
  return { job, problem, polling }
}
