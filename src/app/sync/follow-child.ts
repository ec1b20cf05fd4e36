/**
 * The process that writes Meilisearch, started beside the site and ended with it. It alone has the key that may write:
 * whoever breaks into a page finds a key that can ask questions.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { inRoot, ROOT } from '../root.ts'
import type { Log } from '../log.ts'

/** What no process that serves may have. */
const WRITE_KEY = 'MEILI_WRITE_KEY'
const NOT_FOR_PAGES = [WRITE_KEY, 'MEILI_MASTER_KEY']

/** Milliseconds before it is started again; twice as long each time it ended sooner than that, up to the other. */
const AGAIN_MS = 1000
const LONGEST_MS = 60_000

/**
 * Takes the keys out of this environment, for good. `follower`: the environment for that process; null: there is nothing to
 * follow. `master`: the master key was among them, which whoever runs the site should be told.
 */
export function takeKeys(env: NodeJS.ProcessEnv): { follower: NodeJS.ProcessEnv | null; master: boolean } {
  const { MEILI_MASTER_KEY: master = '', ...rest } = env
  for (const name of NOT_FOR_PAGES) delete env[name]
  const set = (name: string) => (rest[name] ?? '').trim() !== ''
  return { follower: set(WRITE_KEY) && set('MEILI_URL') ? rest : null, master: master.trim() !== '' }
}

/** Starts it, and again whenever it ends before this process does. */
export function keepFollowing(env: NodeJS.ProcessEnv, log: Log): void {
  let ending = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => (ending = true))
  const start = (wait: number): void => {
    const began = performance.now()
    const child = spawnFollower(env)
    child.once('error', (error) => log('error', 'sync could not be started', { why: error.message }))
    child.once('exit', (code) => {
      if (ending) return
      log('error', 'sync ended and is started again', { code })
      const next = performance.now() - began > LONGEST_MS ? AGAIN_MS : Math.min(LONGEST_MS, wait * 2)
      setTimeout(() => start(next), next).unref()
    })
  }
  start(AGAIN_MS)
}

/** The channel between the two is never used: it closes when this process ends, however it ends, and the other one sees it. */
function spawnFollower(env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [inRoot('scripts', 'sync.ts'), '--follow'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}
