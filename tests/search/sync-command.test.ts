/** `npm run sync` as it is typed, on a store and a Meilisearch of its own; and what becomes of it when things are killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { inRoot, ROOT } from '../../src/app/root.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { aNew, anEdit } from '../store/made.ts'
import { seeded } from '../crash/seeded.ts'
import { indexOn, type IndexUnderTest } from './meilisearch-index.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

/** A server that is killed and emptied has to be our own. */
const ours = hasMeilisearch() && process.env['MEILI_URL'] === undefined
const WHY = hasMeilisearch()
  ? 'skipped: this kills Meilisearch, and the one of MEILI_URL is not ours'
  : HOW_TO_HAVE_MEILISEARCH
const LISTINGS = 60
const SEED = Number(process.env['SEED'] ?? 20_261_122)
const KILLS = 6
/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:59998'

type Env = { [name: string]: string }
const script = (...parts: string[]) => inRoot(...parts)

function begin(file: string, args: string[], env: Env): { child: ChildProcess; output: () => string } {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MEILI_')))
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { ...own, LOG_LEVEL: 'info', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output }
}

async function run(args: string[], env: Env): Promise<{ code: number; said: string }> {
  const { child, output } = begin(script('scripts', 'sync.ts'), args, env)
  const [code] = (await once(child, 'close')) as [number]
  return { code, said: output() }
}

async function until(what: string, holds: () => Promise<boolean> | boolean, ms = 120_000): Promise<void> {
  for (const giveUp = performance.now() + ms; performance.now() < giveUp; await pause(50))
    if (await Promise.resolve(holds()).catch(() => false)) return
  throw new Error(`never came true: ${what}`)
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe.skipIf(!ours)(ours ? 'npm run sync' : WHY, { timeout: 240_000 }, () => {
  let server: MeilisearchServer
  let folder: string
  let store: Store
  let keys: Env
  let master: Env
  let index: IndexUnderTest

  beforeAll(async () => {
    server = await startMeilisearch()
    folder = mkdtempSync(join(tmpdir(), 'fingerpost-sync-'))
    store = await openStore(join(folder, 'fingerpost.db'))
    await store.add(Array.from({ length: LISTINGS }, (_, n) => aNew(`listing-${n}`, { status: 'published' })))
    index = indexOn(server, 'fingerpost')
    master = { DATA_DIR: folder, MEILI_URL: server.url, MEILI_MASTER_KEY: server.key }
    const { said } = await run(['--setup'], master)
    keys = { DATA_DIR: folder, MEILI_URL: server.url }
    for (const [, name = '', value = ''] of said.matchAll(/^(MEILI_\w+)=(\w+)$/gm)) keys[name] = value
  }, 180_000)
  afterAll(async () => {
    await store.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const refusals: [string[], Env, number, RegExp][] = [
    [['--chek'], {}, 2, /--chek[^]*npm run sync/],
    [['--check', '--rebuild'], {}, 2, /One of them at a time/],
    [['--setup'], { MEILI_URL: '' }, 1, /^MEILI_URL is not set/],
    [['--setup'], { MEILI_MASTER_KEY: '' }, 1, /^MEILI_MASTER_KEY is not set/],
    [['--setup'], { MEILI_MASTER_KEY: 'another-key-altogether' }, 1, /does not take MEILI_MASTER_KEY$/],
    [['--setup'], { MEILI_URL: NOBODY }, 1, /^Meilisearch at 127.0.0.1:59998 cannot be reached/],
    [['--setup'], { MEILI_MASTER_KEY: 'hunter2→' }, 1, /^the key for \S+ has a character(?!.*hunter2)/],
    [['--follow'], { MEILI_URL: '' }, 1, /^MEILI_URL is not set/],
    [[], {}, 1, /: MEILI_WRITE_KEY is not set; "npm run sync -- --setup" prints it\.$/m],
    [[], { MEILI_WRITE_KEY: 'no-such-key' }, 1, /: Meilisearch does not take MEILI_WRITE_KEY; /],
  ]
  it.each(refusals)('%j with %j exits with %i', async (args, over, code, sentence) => {
    const it = await run(args, { ...master, ...over })
    expect(it.said.trim()).toMatch(sentence)
    expect(it.code).toBe(code)
  })

  it('makes the same two keys whenever it is asked, and says nothing else', async () => {
    const { said, code } = await run(['--setup'], master)
    expect(code).toBe(0)
    expect(said).toBe(`MEILI_KEY=${keys['MEILI_KEY']}\nMEILI_WRITE_KEY=${keys['MEILI_WRITE_KEY']}\n`)
    expect(said).not.toContain(server.key)
  })

  it('brings both indexes up to date, compares every listing, and says what differs', async () => {
    const check = () => run(['--check'], keys)
    const before = await check()
    expect(before.said).toMatch(/There is no index of ours at/)
    expect(before.code).toBe(1)
    const brought = await run([], keys)
    expect(brought.said).toMatch(/^The embedded index holds 60 listings, up to change \d+\.$/m)
    expect(brought.said).toMatch(/^The index at 127\.0\.0\.1:\d+ holds 60 listings, up to change \d+\.$/m)
    expect(brought.code).toBe(0)
    const same = await check()
    expect(same.said.match(/holds what the store says: 60 listings/g)).toHaveLength(2)
    expect(same.code).toBe(0)
    await index.carry('post', 'indexes/fingerpost/documents/delete', { filter: 'listing = listing-7' })
    await index.carry('put', 'indexes/fingerpost/documents', [{ id: '0-listing-8', title: 'Another' }])
    const damaged = await check()
    expect(damaged.said).toMatch(/1 missing: listing-7$/m)
    expect(damaged.said).toMatch(/1 different: listing-8$/m)
    expect(damaged.said).toMatch(/The embedded index holds what the store says/)
    expect(damaged.code).toBe(1)
    // A count that does not fit is noticed by itself, and all of it built anew.
    await run([], keys)
    expect((await check()).code).toBe(0)
    await index.carry('put', 'indexes/fingerpost/documents', [{ id: '0-listing-8', title: 'Another' }])
    expect((await run(['--rebuild'], keys)).code).toBe(0)
    expect((await check()).code).toBe(0)
  })

  it('follows no index of another directory, though that one has not come as far', async () => {
    const database = join(folder, 'another.db')
    const another = await openStore(database)
    onTestFinished(() => another.close())
    await another.add(
      Array.from({ length: LISTINGS + 9 }, (_, n) => aNew(`other-${n}`, { status: 'published' })),
    )
    const moved = { ...keys, DATABASE_URL: database }
    for (const env of [keys, moved]) expect((await run([], env)).code).toBe(0)
    const check = await run(['--check'], moved)
    expect(check.said.match(/holds what the store says: 69 listings/g)).toHaveLength(2)
    expect((await run([], keys)).code).toBe(0)
    expect((await run(['--check'], keys)).code).toBe(0)
  })

  it('lists ten ids of each kind', async () => {
    const some = Array.from({ length: 13 }, (_, n) => `listing-${n}`).join(', ')
    await index.carry('post', 'indexes/fingerpost/documents/delete', { filter: `listing IN [${some}]` })
    const { said } = await run(['--check'], keys)
    expect(said).toMatch(/13 missing: (listing-\d+, ){9}listing-\d+ and 3 more$/m)
    await run([], keys)
  })

  it('a server that is down keeps none of the others from their turn', async () => {
    await store.edit(anEdit('listing-1', 1, { name: 'Morris dancing', status: 'published' }))
    const { said, code } = await run([], { ...keys, MEILI_URL: `${NOBODY},${server.url}` })
    expect(code).toBe(1)
    expect(said).toMatch(/^The index at 127.0.0.1:59998 was left as it is: .*cannot be reached/m)
    expect(said).toMatch(/^The index at 127\.0\.0\.1:\d{3,} holds 60/m)
    expect(await index.found('morris')).toEqual(['listing-1'])
  })

  it('follows, each server by itself, and says once what is wrong; two at once are harmless', async () => {
    const second = begin(script('scripts', 'sync.ts'), ['--follow'], keys)
    onTestFinished(() => void second.child.kill('SIGKILL'))
    const { child, output } = begin(script('scripts', 'sync.ts'), ['--follow'], {
      ...keys,
      MEILI_URL: `${NOBODY},${server.url}`,
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    await until('it says what is wrong', () => output().includes('does not follow'))
    await store.edit(anEdit('listing-2', 1, { name: 'Bell ringing', status: 'published' }))
    await until('the edit is found', async () => (await index.found('bell')).includes('listing-2'))
    await store.erase('listing-3', '2026-11-23T10:00:00.000Z')
    await until('what is erased is gone', async () => !(await index.found()).includes('listing-3'))
    await pause(3000)
    expect(output().match(/does not follow the store/g)).toHaveLength(1)
    expect(second.output()).not.toContain('does not follow')
    expect((await run(['--check'], keys)).said).toMatch(/The index at \S+ holds what the store says/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it(`comes out the same when it and Meilisearch are killed ${KILLS} times (seed ${SEED})`, async () => {
    const random = seeded(SEED)
    let revision = 1
    for (let kill = 0; kill < KILLS; kill++) {
      const following = begin(script('scripts', 'sync.ts'), [kill % 3 === 2 ? '--rebuild' : '--follow'], keys)
      const edits = (async () => {
        for (let n = 20; n < 40; n++) {
          const name = `Round ${kill} of ${n}`
          await store.edit(anEdit(`listing-${n}`, revision, { name, status: 'published' }))
          await pause(random() * 60)
        }
      })()
      await pause(400 + random() * 2500)
      if (kill % 2 === 0) following.child.kill('SIGKILL')
      else await server.kill()
      await edits
      revision++
      following.child.kill('SIGKILL')
      await server.restart()
    }
    const brought = await run([], keys)
    expect(brought).toMatchObject({ code: 0 })
    const { said, code } = await run(['--check'], keys)
    expect(said).toMatch(/holds what the store says/)
    expect(code).toBe(0)
    expect(await index.found(`Round ${KILLS - 1}`)).toContain('listing-39')
    await run(['--rebuild'], keys)
    const { results } = await index.client.ask<{ results: { uid: string }[] }>('get', 'indexes', { ms: 5000 })
    expect(results.map(({ uid }) => uid)).toEqual(['fingerpost'])
  })

  it('is started by the site, again when it dies, and ends with it; the site keeps no key that writes', async () => {
    const site = begin(script('tests', 'search', 'follower-parent.ts'), [], {
      ...keys,
      MEILI_MASTER_KEY: server.key,
    })
    onTestFinished(() => void site.child.kill('SIGKILL'))
    const pids = () => [...site.output().matchAll(/"process":(\d+)/g)].map((it) => Number(it[1]))
    await until('sync follows', () => pids().length === 1)
    expect(site.output()).toContain('{"left":["MEILI_URL","MEILI_KEY"],"master":true}')
    process.kill(pids()[0] ?? 0, 'SIGKILL')
    await until('sync follows again', () => pids().length === 2)
    site.child.kill('SIGKILL')
    await until('sync has ended', () => !lives(pids()[1] ?? 0))
  })
})
