/** Every index at the store's heels, each at its own pace: one that is down holds up none of the others. */
import { setTimeout as pause } from 'node:timers/promises'
import { EngineFailure } from '../../search/failure.ts'
import type { Log } from '../log.ts'
import type { SyncedIndex } from './open-sync.ts'
import { sayWhy } from './say-sync.ts'

/** Milliseconds between two looks at the store; while an index is in trouble twice as long each time, up to the other. */
const LOOK_MS = 1000
const LONGEST_MS = 15_000

/** Until `signal` says that it is enough: then what is under way is finished. Never rejects. */
export async function followAll(
  indexes: readonly Pick<SyncedIndex, 'name' | 'follower'>[],
  log: Log,
  signal: AbortSignal,
  lookMs = LOOK_MS,
): Promise<void> {
  signal.addEventListener('abort', () => indexes.forEach(({ follower }) => follower.stop()))
  await Promise.all(indexes.map((it) => followOne(it, log, signal, lookMs)))
}

async function followOne(
  { name, follower }: Pick<SyncedIndex, 'name' | 'follower'>,
  log: Log,
  signal: AbortSignal,
  lookMs: number,
): Promise<void> {
  let trouble: string | null = null
  for (let wait = lookMs; !signal.aborted;) {
    try {
      await follower.catchUp(Infinity)
      if (trouble !== null) log('info', 'an index follows the store again', { index: name })
      trouble = null
      wait = lookMs
    } catch (error) {
      // Said once, and again only where it is another trouble.
      const kind = error instanceof EngineFailure ? error.kind : String((error as Error).name)
      if (trouble !== kind)
        log('error', 'an index does not follow the store', { index: name, why: sayWhy(error) })
      trouble = kind
      wait = Math.min(Math.max(LONGEST_MS, lookMs), wait * 2)
    }
    await pause(wait, undefined, { signal }).catch(() => undefined)
  }
}
