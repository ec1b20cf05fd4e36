/** `npm run sync -- --follow`: a process of its own that keeps every Meilisearch server at the store's heels. */
import type { Config } from '../config.ts'
import { gathered, makeLog } from '../log.ts'
import { followAll } from './follow-all.ts'
import { openSync } from './open-sync.ts'

/** Until it is told to end, or the process that started it has ended. */
export async function followServers(config: Config): Promise<void> {
  const log = makeLog(config.logLevel, gathered())
  const enough = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(name, () => enough.abort())
  const sync = await openSync(config, { embedded: false })
  log('info', 'sync follows the store', { process: process.pid, indexes: sync.indexes.length })
  await followAll(sync.indexes, log, enough.signal)
  await sync.close()
}
