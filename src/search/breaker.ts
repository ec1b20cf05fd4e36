/**
 * When a search server is left alone, so that people do not wait for it and it is not asked while it is ill. Pure: what
 * happened at what time makes the next state. Times are milliseconds of one clock.
 */
import type { FailureKind } from './failure.ts'

/** So many failures within so many milliseconds: one or two are a hiccup, five in half a minute are an illness. */
const FAILURES_MOST = 5
const WITHIN_MS = 30_000
/** Then it rests, and is tried with a search of our own (trial.ts): often enough to be back soon, too seldom to be a load. */
const REST_MS = 10_000
/** It may ask for a longer rest (Retry-After), but a wrong number there must not keep it out all day. */
export const LONGEST_REST_MS = 5 * 60_000
/** Asking again at once would not help: nobody is there, or our key is not taken. */
const HOPELESS: readonly FailureKind[] = ['refused', 'key']

/** `closed`: it is asked. `open`: it is not, and from `until` on it is tried. */
export type Breaker =
  | { is: 'closed'; failed: readonly { at: number; why: FailureKind }[] }
  | { is: 'open'; until: number; why: FailureKind }
type Happened =
  { at: number; is: 'failed'; why: FailureKind; retryAfterMs: number | null } | { at: number; is: 'proved' }

export const CLOSED: Breaker = { is: 'closed', failed: [] }

/** `proved`: the question it was tried with was answered. Answers to others change nothing: failures are counted. */
export function after(breaker: Breaker, happened: Happened): Breaker {
  const { at } = happened
  if (happened.is === 'proved') return breaker.is === 'open' && isDue(breaker, at) ? CLOSED : breaker
  const { why, retryAfterMs } = happened
  const asked = retryAfterMs === null || retryAfterMs <= 0 ? null : Math.min(retryAfterMs, LONGEST_REST_MS)
  if (breaker.is === 'open') {
    if (isDue(breaker, at)) return { is: 'open', until: at + (asked ?? REST_MS), why }
    // Asked before it was left alone: it changes nothing, unless it wants a longer rest.
    return { ...breaker, until: Math.max(breaker.until, at + (asked ?? 0)) }
  }
  const failed = [...recent(breaker, at), { at, why }]
  if (asked === null && failed.length < FAILURES_MOST && !HOPELESS.includes(why))
    return { is: 'closed', failed }
  return { is: 'open', until: at + (asked ?? REST_MS), why }
}

/** Whether it may be tried with a question of our own now. */
export const isDue = (breaker: Breaker, now: number): boolean =>
  breaker.is === 'closed' || breaker.until <= now

/** Failures that still count. */
export const recent = (breaker: Breaker, now: number): readonly { at: number; why: FailureKind }[] =>
  breaker.is === 'closed' ? breaker.failed.filter(({ at }) => at > now - WITHIN_MS) : []
