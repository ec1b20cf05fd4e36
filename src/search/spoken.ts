/** What the log says of a search server: each thing once, however often it is looked at. */
import type { FailureKind } from './failure.ts'
import type { SearchServer, Why } from './search-server.ts'

/** So long it must do well before it is said that it does: one that comes and goes would fill the log. Milliseconds. */
const SETTLED_MS = 5000
/** A failure is said by itself when it is not left out within that time, which would be said instead: a look takes 1.5 seconds. Milliseconds. */
const OUT_BY_THEN_MS = 2000

/**
 * It is left out, once for each reason; or it failed at a question and is asked on, the first time and again after it was
 * well (failing.ts); or it is well again after it was left out.
 */
export type Said = { is: 'left out'; why: Why } | { is: 'failed'; why: FailureKind } | { is: 'well' }

/** Called after each look. */
export function spokenOf(
  server: Pick<SearchServer, 'why' | 'failing'>,
  say: (said: Said) => void,
  clock: () => number,
): () => void {
  const said = new Set<Why>()
  let wellSince = Number.NEGATIVE_INFINITY
  /** It was left out until then, which has been said: failures before that are no news. */
  let outUntil = Number.NEGATIVE_INFINITY
  let failingSince: number | null = null
  const sayFailure = (): void => {
    const failing = server.failing()
    if (failing === null || failing.since === failingSince || failing.last <= outUntil) return
    if (clock() - failing.last < OUT_BY_THEN_MS) return
    failingSince = failing.since
    say({ is: 'failed', why: failing.why })
  }
  return () => {
    const why = server.why()
    if (why !== null) {
      wellSince = Number.POSITIVE_INFINITY
      outUntil = clock()
      failingSince = null
      if (said.has(why)) return
      said.add(why)
      return say({ is: 'left out', why })
    }
    if (wellSince === Number.POSITIVE_INFINITY) wellSince = clock()
    if (said.size === 0) return sayFailure()
    if (clock() - wellSince < SETTLED_MS) return
    said.clear()
    say({ is: 'well' })
  }
}
