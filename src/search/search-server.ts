/** One search server as this process sees it: whether it may be asked, why not, and how it has done. */
import { after, CLOSED, isDue, recent, type Breaker } from './breaker.ts'
import type { Answering } from './engine.ts'
import { afterQuestion, type Failing } from './failing.ts'
import { asFailure, FAILURE_SAID, type EngineFailure, type FailureKind } from './failure.ts'
import { trialQuery } from './trial.ts'
import { keepsUp, type KeepsUp, type Seen } from './up-to-date.ts'
import { makeWaiting } from './waiting.ts'

/** What a question may take, of a page's two seconds. Milliseconds. */
export const SERVER_MS = 1500
/** Questions that wait for one server at once; whoever comes after them is answered by the embedded index. */
const WAITING_MOST = 50
/** While it owes an answer for so long it gets no more questions: the next ones would wait as long. Milliseconds. */
const OWES_MS = 500
/** A question that was cut off before this, because its page had no more time, says nothing about the server. */
const FAIR_MS = 500

/** Nobody's beginning of a word, for a server that was left alone. */
const BEGINS = 'an'

export type Why = FailureKind | Exclude<KeepsUp, 'yes' | 'unknown'>
export const WHY_SAID: { [W in Why]: string } = {
  ...FAILURE_SAID,
  behind: 'its index is behind the directory',
  ahead: 'its index is of another directory, or the directory came from a backup',
}

export type SearchServer = {
  /** Whether a question may be put to it now. */
  mayAnswer(): boolean
  /** Questions under way. */
  waiting(): number
  /** The last change number it was seen to stand for; -1: none. */
  applied(): number
  /** Why it is left out; null: it is not, or was not looked at yet. */
  why(): Why | null
  /** How often it failed in the last half minute without being left out. */
  failed(): number
  /** Questions it failed at; null: none lately (failing.ts). */
  failing(): Failing | null
  /** Looks how it is, unless it rests. `store`: what the store is at after that. Never rejects. */
  look(store: () => Promise<Seen>): Promise<void>
  /** Rejects with an EngineFailure after `ms` milliseconds at the latest. `isSearch`: its answer shows that it can search. */
  ask<T>(
    work: (engine: Answering, signal: AbortSignal) => Promise<T>,
    ms: number,
    isSearch: boolean,
  ): Promise<T>
  close(): void
}

export function searchServer(engine: Answering, clock: () => number): SearchServer {
  let breaker: Breaker = CLOSED
  let looked: { keeps: KeepsUp } | { fails: FailureKind } = { keeps: 'unknown' }
  let failing: Failing | null = null
  let applied = -1
  let looking = false
  const waiting = makeWaiting(clock)
  const failed = (error: unknown): EngineFailure => {
    const failure = asFailure(error)
    const { kind: why, retryAfterMs } = failure
    if (why === 'no-index') looked = { keeps: 'no-index' }
    else breaker = after(breaker, { at: clock(), is: 'failed', why, retryAfterMs })
    return failure
  }
  /** A search is what it must be able to do: one that is slow at searches only would come back again and again. */
  const tried = async (): Promise<void> => {
    await waiting.limited(SERVER_MS, (signal) => engine.suggest(BEGINS, 1, signal))
    await waiting.limited(SERVER_MS, (signal) => engine.search(trialQuery(Date.now()), signal))
    failing = afterQuestion(failing, clock(), null)
  }
  return {
    mayAnswer: () =>
      breaker.is === 'closed' &&
      'keeps' in looked &&
      looked.keeps === 'yes' &&
      waiting.count() < WAITING_MOST &&
      waiting.oldest() <= OWES_MS,
    waiting: waiting.count,
    applied: () => applied,
    why() {
      if (breaker.is === 'open') return breaker.why
      if ('fails' in looked) return looked.fails
      return looked.keeps === 'yes' || looked.keeps === 'unknown' ? null : looked.keeps
    },
    failed: () => recent(breaker, clock()).length,
    failing: () => failing,
    async look(store) {
      if (looking || !isDue(breaker, clock())) return
      looking = true
      try {
        applied = await waiting.limited(SERVER_MS, (signal) => engine.applied(signal))
        if (breaker.is === 'open' && applied >= 0) await tried()
        const seen = await store()
        looked = { keeps: keepsUp(applied, seen, clock()) }
        breaker = after(breaker, { at: clock(), is: 'proved' })
      } catch (error) {
        const { kind } = failed(error)
        if (kind !== 'no-index') looked = { fails: kind }
      } finally {
        looking = false
      }
    },
    async ask(work, ms, isSearch) {
      try {
        const answer = await waiting.limited(ms, (signal) => work(engine, signal))
        if (isSearch) failing = afterQuestion(failing, clock(), null)
        return answer
      } catch (error) {
        if (asFailure(error).kind === 'slow' && ms < FAIR_MS) throw error
        const failure = failed(error)
        failing = afterQuestion(failing, clock(), failure.kind)
        throw failure
      }
    },
    close: () => engine.close(),
  }
}
