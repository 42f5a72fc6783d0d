/** One field's share of a refusal. */
export interface FieldError {
  field: string
  detail: string
}

/** RFC 9457 problem with the fields the server adds. `detail` is a sentence for the person at the screen. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** Stable name of the refusal, e.g. `demand.already-closed`; empty when the server gave none. */
  code: string
  field?: string
  remedy?: string
  errors: FieldError[]
  /** State of the record now, sent with a conflict. */
  current?: unknown
  /** Number a person can read out to support. */
  supportId?: string
}

export type ProblemKind = 'invalid' | 'unauthorized' | 'forbidden' | 'not-found' | 'conflict' | 'outage' | 'error'

/** Thrown by every request that was not answered with success. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail)
    this.name = 'Refused'
  }
}

export function kindOf(problem: Problem): ProblemKind {
  switch (problem.status) {
    case 0:
    case 502:
    case 503:
    case 504:
      return 'outage'
    case 401:
      return 'unauthorized'
    case 403:
      return 'forbidden'
    case 404:
    case 410:
      return 'not-found'
    case 409:
    case 412:
    case 428:
      return 'conflict'
    case 400:
    case 413:
    case 415:
    case 422:
    case 423:
    case 429:
      return 'invalid'
    default:
      return 'error'
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return []
    const { field, detail } = each as Record<string, unknown>
    return typeof field === 'string' && typeof detail === 'string' ? [{ field, detail }] : []
  })
}

/** Reads a problem+json body; whatever is missing or malformed is filled so that a screen can always show it. */
export function parseProblem(status: number, body: unknown): Problem {
  const source = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const problem: Problem = {
    type: text(source.type) ?? 'about:blank',
    title: text(source.title) ?? '',
    status,
    detail: text(source.detail) ?? '',
    code: text(source.code) ?? '',
    errors: fieldErrors(source.errors),
  }
  const field = text(source.field)
  const remedy = text(source.remedy)
  const supportId = text(source.supportId)
  if (field !== undefined) problem.field = field
  if (remedy !== undefined) problem.remedy = remedy
  if (supportId !== undefined) problem.supportId = supportId
  if ('current' in source) problem.current = source.current
  return problem
}

/** The problem in anything caught; a bug of our own becomes a problem of status -1, so that it is shown, not swallowed. */
export function problemOf(caught: unknown): Problem {
  if (caught instanceof Refused) return caught.problem
  console.error(caught)
  return parseProblem(-1, {})
}

/** The words for one field: its own error, or the whole refusal when it names this field. */
export function errorFor(problem: Problem | null | undefined, field: string): string | undefined {
  if (problem === null || problem === undefined) return undefined
  const own = problem.errors.find((each) => each.field === field)
  if (own !== undefined) return own.detail
  return problem.field === field ? problem.detail : undefined
}
