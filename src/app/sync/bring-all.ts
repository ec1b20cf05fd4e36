/** `npm run sync`, with `--rebuild` or `--check`: every index once, each told of in a line. */
import type { Config } from '../config.ts'
import { openSync, type SyncedIndex } from './open-sync.ts'
import { sayCheck, sayFailed, sayHeld, sayWhy } from './say-sync.ts'

export type Task = 'catch-up' | 'rebuild' | 'check'
/** Where its lines go: what was done, and what could not be done. */
export type Lines = { say(line: string): void; fail(line: string): void }

/** False where an index could not be written, or is not what the store says. */
export async function bringAll(config: Config, task: Task, lines: Lines): Promise<boolean> {
  const sync = await openSync(config, { embedded: true })
  try {
    if (task !== 'rebuild')
      return (await Promise.all(sync.indexes.map((it) => bring(it, task, lines)))).every(Boolean)
    let done = true
    // One at a time: building takes a server's strength, and the others answer meanwhile.
    for (const it of sync.indexes) done = (await bring(it, task, lines)) && done
    return done
  } finally {
    await sync.close()
  }
}

/** One index in trouble keeps none of the others from its turn. */
async function bring({ name, index, follower }: SyncedIndex, task: Task, lines: Lines): Promise<boolean> {
  try {
    if (task === 'check') {
      const found = await follower.check()
      lines.say(sayCheck(name, found))
      return found.same
    }
    if (task === 'rebuild') await follower.rebuild()
    await follower.catchUp(Infinity)
    lines.say(sayHeld(name, await index.health()))
    return true
  } catch (error) {
    lines.fail(sayFailed(name, sayWhy(error)))
    return false
  }
}
