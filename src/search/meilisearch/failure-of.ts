/** How a question to Meilisearch fails, named. Its own messages may repeat the question: none is kept. */
import { EngineFailure, type FailureKind } from '../failure.ts'

/** Addresses where nobody listens, or none at all. */
const NOBODY_THERE: readonly string[] = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'],
]
const TIMED_OUT: readonly string[] = ['AbortError', 'TimeoutError']

/** Of anything that a question may reject with: the client's errors, those of fetch, JSON's, zod's, an abort. */
export function failureOf(error: unknown): EngineFailure {
  // Causes lie in each other: the client's error holds that of fetch, which holds that of the socket.
  for (let it: unknown = error; it !== undefined && it !== null; it = inside(it)) {
    if (it instanceof EngineFailure) return it
    const { name, code } = it as { name?: unknown; code?: unknown }
    if (TIMED_OUT.includes(String(name))) return new EngineFailure('slow')
    if (NOBODY_THERE.includes(String(code))) return new EngineFailure('refused')
    // Its text was no JSON, or its JSON no answer.
    if (it instanceof SyntaxError || name === 'ZodError') return new EngineFailure('nonsense')
  }
  return new EngineFailure('broken')
}

function inside(error: unknown): unknown {
  const { cause, errors } = error as { cause?: unknown; errors?: unknown }
  // "localhost" is two addresses, and nobody was at either.
  return Array.isArray(errors) ? errors[0] : cause
}

/** `code`: Meilisearch's own word for it. */
export function kindOfStatus(status: number, code: string | null): FailureKind {
  if (status === 401 || status === 403) return 'key'
  if (status === 429 || status === 503) return 'busy'
  // 400 where it is one of several questions in a request.
  if ((status === 404 || status === 400) && code === 'index_not_found') return 'no-index'
  if (status === 404) return 'nonsense'
  return 'broken'
}

/** "index_not_found" of an error as Meilisearch tells it; null: it is somebody else's. */
export function codeIn(text: string): string | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}

/** Milliseconds of "Retry-After: 120" or of a date (RFC 9110, 10.2.3); null where there is none that can be read. */
export function retryAfter(header: string | null, now: number): number | null {
  const said = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000
  const at = said.endsWith(' GMT') ? Date.parse(said) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
