/** Two processes that serve, on one PostgreSQL, with two Meilisearch and one sync: what one writes, the other finds. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { it, onTestFinished } from 'vitest'
import { inRoot } from '../../src/app/root.ts'
import { setUpKeys } from '../../src/app/sync/setup.ts'
import { openStore } from '../../src/store/open.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'
import { aNew } from '../store/made.ts'
import { HOW_TO_HAVE_MEILISEARCH, hasMeilisearch, startMeilisearch } from './meilisearch-server.ts'
import type { Answered, Told } from './web-process.ts'

const ours = hasMeilisearch() && process.env['MEILI_URL'] === undefined
const why = !hasPostgres()
  ? HOW_TO_HAVE_POSTGRES
  : ours
    ? 'two web processes on one PostgreSQL'
    : HOW_TO_HAVE_MEILISEARCH

/** A few seconds on a machine that does nothing else. */
const SEEN_MS = 120_000

async function begin(file: string, args: string[], env: { [name: string]: string }): Promise<ChildProcess> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MEILI_')))
  const child = fork(file, args, { env: { ...own, LOG_LEVEL: 'error', ...env }, execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function ask(child: ChildProcess, told: Told): Promise<Answered> {
  child.send(told)
  const [answer] = (await once(child, 'message')) as [Answered]
  return answer
}

async function find(child: ChildProcess, what: string): Promise<{ ids: string[]; engine: string }> {
  const answer = await ask(child, { find: what })
  if (!('ids' in answer)) throw new Error('an answer to something else')
  return answer
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const giveUp = performance.now() + SEEN_MS; performance.now() < giveUp; await pause(100))
    if (await holds()) return
  throw new Error(`never came true: ${what}`)
}

it.skipIf(!hasPostgres() || !ours)(why, { timeout: 600_000 }, async () => {
  const servers = await Promise.all([startMeilisearch(), startMeilisearch()])
  onTestFinished(async () => void (await Promise.all(servers.map((it) => it.stop()))))
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-two-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await openStore(url)
  await store.add(['judo', 'tea', 'chess'].map((id) => aNew(id, { name: `The ${id}`, status: 'published' })))
  await store.close()

  const MEILI_URL = servers.map((it) => it.url).join(',')
  const keys = await setUpKeys(
    servers.map((it) => it.url),
    servers[0].key,
  )
  const common = { DATABASE_URL: url, MEILI_URL, AUTH_SECRET: 'x'.repeat(40) }
  const web = { ...common, MEILI_KEY: keys.search }
  const one = await begin(inRoot('tests/search/web-process.ts'), [], { ...web, DATA_DIR: join(folder, '1') })
  await once(one, 'message')
  const other = await begin(inRoot('tests/search/web-process.ts'), [], {
    ...web,
    DATA_DIR: join(folder, '2'),
  })
  await once(other, 'message')
  const sync = await begin(inRoot('scripts/sync.ts'), ['--follow'], {
    ...common,
    MEILI_WRITE_KEY: keys.write,
    DATA_DIR: join(folder, '3'),
  })
  for (const process of [one, other])
    await until('Meilisearch answers', async () => {
      const { engine, ids } = await find(process, 'judo')
      return engine === 'meilisearch' && ids.includes('judo')
    })

  await ask(one, { rename: 'judo', revision: 1, to: 'Karate' })
  await until('the other one finds it', async () => {
    const { engine, ids } = await find(other, 'karate')
    return engine === 'meilisearch' && ids.includes('judo')
  })
  await ask(other, { rename: 'tea', revision: 1, to: 'Coffee' })
  await until('the one finds it', async () => (await find(one, 'coffee')).ids.includes('tea'))

  // One server is gone: what is written is still found, from the other one.
  await servers[0].kill()
  await ask(one, { rename: 'judo', revision: 2, to: 'Aikido' })
  await until('found without the first server', async () => {
    const { engine, ids } = await find(other, 'aikido')
    return engine === 'meilisearch' && ids.includes('judo')
  })

  // Nobody writes the index any more, and it still says that the listing is there.
  sync.kill('SIGKILL')
  await ask(one, { erase: 'chess' })
  await until('off the page', async () => !(await find(other, 'chess')).ids.includes('chess'))
})
