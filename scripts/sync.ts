/**
 * `npm run sync [-- --rebuild | --check | --setup | --follow]`: every index follows the store. Exit 1 where one could not
 * be written or --check finds a difference, 2 for a wrong command line.
 */
import { parseArgs } from 'node:util'
import { BadSetting, readConfig, type Config } from '../src/app/config.ts'
import { gathered, makeLog } from '../src/app/log.ts'
import { unaddressed } from '../src/app/mail/unaddressed.ts'
import { readSite } from '../src/app/site.ts'
import { followAll } from '../src/app/sync/follow-all.ts'
import { letOthersFirst } from '../src/app/sync/let-others-first.ts'
import { openSync, type SyncedIndex } from '../src/app/sync/open-sync.ts'
import { sayCheck, sayFailed, sayHeld, sayWhy } from '../src/app/sync/say-sync.ts'
import { NoKeys, setUpKeys } from '../src/app/sync/setup.ts'

const USAGE = 'npm run sync [-- --rebuild | --check | --setup | --follow]'
const NAMES = ['rebuild', 'check', 'setup', 'follow'] as const
type Asked = (typeof NAMES)[number] | 'catch-up'

function read(): Asked {
  const wrong = (why: string): never => {
    process.stderr.write(`${why}\n${USAGE}\n`)
    process.exit(2)
  }
  try {
    const yes = { type: 'boolean' } as const
    const { values } = parseArgs({ options: { rebuild: yes, check: yes, setup: yes, follow: yes } })
    const given = NAMES.filter((name) => values[name] === true)
    return given.length > 1 ? wrong(`One of them at a time: ${given.join(', ')}`) : (given[0] ?? 'catch-up')
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** False where it could not, or found a difference. One index in trouble keeps none of the others from its turn. */
async function bring({ name, index, follower }: SyncedIndex, asked: Asked): Promise<boolean> {
  try {
    if (asked === 'check') {
      const found = await follower.check()
      say(sayCheck(name, found))
      return found.same
    }
    if (asked === 'rebuild') await follower.rebuild()
    await follower.catchUp(Infinity)
    say(sayHeld(name, await index.health()))
    return true
  } catch (error) {
    process.stderr.write(`${sayFailed(name, sayWhy(error))}\n`)
    return false
  }
}

async function all(config: Config, asked: Asked): Promise<void> {
  const sync = await openSync(config, { embedded: true })
  try {
    const done: boolean[] = []
    if (asked === 'rebuild') {
      // One at a time: building takes a server's strength, and the others answer meanwhile.
      for (const it of sync.indexes) done.push(await bring(it, asked))
    } else done.push(...(await Promise.all(sync.indexes.map((it) => bring(it, asked)))))
    if (done.includes(false)) process.exitCode = 1
  } finally {
    await sync.close()
  }
}

async function setup({ meili }: Config): Promise<void> {
  const master = process.env['MEILI_MASTER_KEY']?.trim() ?? ''
  if (meili === null) throw new NoKeys('MEILI_URL is not set: there is no Meilisearch to make keys on')
  if (master === '') throw new NoKeys('MEILI_MASTER_KEY is not set: only who has it can make keys')
  const { search, write } = await setUpKeys(meili.urls, master, readSite().search.index)
  say(`MEILI_KEY=${search}\nMEILI_WRITE_KEY=${write}`)
}

/** Until it is told to end, or the process that started it has ended. */
async function follow(config: Config): Promise<void> {
  if (config.meili === null)
    throw new NoKeys('MEILI_URL is not set: the site follows its own index by itself')
  const log = makeLog(config.logLevel, gathered())
  const enough = new AbortController()
  for (const name of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(name, () => enough.abort())
  const sync = await openSync(config, { embedded: false })
  log('info', 'sync follows the store', { process: process.pid, indexes: sync.indexes.length })
  await followAll(sync.indexes, log, enough.signal)
  await sync.close()
  process.exit()
}

const asked = read()
letOthersFirst()
try {
  const config = readConfig(process.env)
  if (asked === 'setup') await setup(config)
  else if (asked === 'follow') await follow(config)
  else await all(config, asked)
} catch (error) {
  const known = error instanceof BadSetting || error instanceof NoKeys
  process.stderr.write(`${known ? error.message : unaddressed(error)}\n`)
  process.exit(1)
}
