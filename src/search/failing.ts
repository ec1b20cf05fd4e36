/**
 * Questions that a server fails at without being left out for it: which of them is news. On a quiet site they may be the
 * only sign that it answers how it is and nothing else. Pure, as breaker.ts: times are milliseconds of one clock.
 */
import type { FailureKind } from './failure.ts'

/**
 * It is well again, and its next failure is news, when it answers a search so long after the last failure: of one that
 * fails at every second search the log has six lines an hour at most.
 */
const QUIET_MS = 10 * 60_000

/** `since`: the first, which names what follows as one. `isOver`: it has answered a search since the last. */
export type Failing = { since: number; last: number; why: FailureKind; isOver: boolean }

/** `why` null: it answered a search. */
export function afterQuestion(failing: Failing | null, at: number, why: FailureKind | null): Failing | null {
  if (why !== null) return { since: failing?.since ?? at, last: at, why, isOver: false }
  if (failing === null || at - failing.last >= QUIET_MS) return null
  return { ...failing, isOver: true }
}
