/** Questions that wait for one server: how many, how long the first has, and an end to each after a time. */
import { EngineFailure } from './failure.ts'

type Waiting = {
  count(): number
  /** Milliseconds that the oldest has been waiting; 0: none is. */
  oldest(): number
  /** Rejects with a "slow" EngineFailure after `ms` milliseconds, and stops the work: its connection is closed. */
  limited<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

export function makeWaiting(clock: () => number): Waiting {
  /** When each began, oldest first. */
  const under = new Set<{ since: number }>()
  return {
    count: () => under.size,
    oldest() {
      const [first] = under
      return first === undefined ? 0 : clock() - first.since
    },
    async limited(ms, work) {
      const mine = { since: clock() }
      under.add(mine)
      const stop = new AbortController()
      // What does not stop when told to goes on counting: it is still there.
      const asked = work(stop.signal).finally(() => under.delete(mine))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new EngineFailure('slow'))
          stop.abort()
        }, ms)
      })
      return Promise.race([asked, late]).finally(() => clearTimeout(timer))
    },
  }
}
