/** `npm start`: builds if needed, makes the database, loads the demonstration if it is empty, serves, says the address. */
import cluster from 'node:cluster'
import { BadSetting, readConfig } from '../src/app/config.ts'
import { makeLog } from '../src/app/log.ts'
import { checkArchive } from '../src/app/map-tiles.ts'
import { BadData } from '../src/app/read-data.ts'
import { serveMany } from '../src/app/serve-many.ts'
import { readSite } from '../src/app/site.ts'
import { keepFollowing, takeKeys } from '../src/app/sync/follow-child.ts'
import { ensureBuilt } from './build.ts'

/** Taken out of what the program sees, but not out of what the system keeps of its start. */
const MASTER_SAID = 'MEILI_MASTER_KEY is set where the site starts: take it away there, only --setup needs it'

async function start(): Promise<void> {
  // Before anything that serves is started or read: it may not have the keys that write.
  const { follower, master } = takeKeys(process.env)
  const config = readConfig(process.env)
  if (cluster.isPrimary) {
    await checkArchive(config)
    await ensureBuilt()
    const { prepare } = await import('../src/app/prepare.ts')
    await prepare(config)
    if (master) makeLog(config.logLevel)('warn', MASTER_SAID)
    const { meili } = config
    if (meili !== null) {
      // Read only by who has a server: its client is not small. Not waited for: what it asks is in nobody's way.
      void import('../src/app/sync/warn-of-key.ts').then(({ warnOfKey }) =>
        warnOfKey(meili, readSite().search.index, makeLog(config.logLevel)),
      )
    }
    if (follower !== null) keepFollowing(follower, makeLog(config.logLevel))
    if (config.processes > 1) return serveMany(config.processes, makeLog(config.logLevel))
  }
  const { serve } = await import('../src/app/serve.ts')
  await serve(config)
}

start().catch((error: unknown) => {
  const known = error instanceof BadSetting || error instanceof BadData
  process.stderr.write(
    `${known || !(error instanceof Error) ? String((error as Error).message ?? error) : (error.stack ?? error.message)}\n`,
  )
  process.exit(1)
})
