/** What MEILI_KEY may do beyond searching is said in the log: asked of a real Meilisearch, changing nothing there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { warnOfKey } from '../../src/app/sync/warn-of-key.ts'
import { meiliClient, type MeiliClient } from '../../src/search/meilisearch/client.ts'
import { makeKeys, type Keys } from '../../src/search/meilisearch/keys.ts'
import { carried } from '../../src/search/meilisearch/tasks.ts'
import { startFaulty } from './faulty-server.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

const INDEX = 'whose-key'

/** What it said, with this key at these servers; no minute is waited. */
async function saidOf(urls: string[], key: string | null, wait = async (): Promise<void> => undefined) {
  const said: string[] = []
  await warnOfKey(
    { urls, key },
    INDEX,
    (level, event, about) => said.push(JSON.stringify({ level, event, about })),
    wait,
  )
  return said
}

const real = hasMeilisearch()

describe.skipIf(!real)(real ? 'MEILI_KEY at a Meilisearch' : HOW_TO_HAVE_MEILISEARCH, () => {
  let server: MeilisearchServer
  let master: MeiliClient
  let keys: Keys
  beforeAll(async () => {
    server = await startMeilisearch()
    master = meiliClient({ url: server.url, key: server.key })
    await carried(master, 'post', 'indexes', { uid: INDEX, primaryKey: 'id' })
    keys = await makeKeys(master, INDEX)
  }, 90_000)
  afterAll(() => server?.stop())

  const keyFor = async (actions: string[], indexes = [INDEX]) =>
    (
      await master.ask<{ key: string }>('post', 'keys', {
        ms: 5000,
        body: { actions, indexes, expiresAt: null },
      })
    ).key
  const KEYS: [name: string, key: () => string | Promise<string>, warned: boolean][] = [
    ['the key that searches', () => keys.search, false],
    ['a key that is not known there', () => 'no-such-key', false],
    ['the master key', () => server.key, true],
    ['the key that writes', () => keys.write, true],
    ['one that may only add', () => keyFor(['documents.add']), true],
    ['one that may only take away', () => keyFor(['documents.delete']), true],
    ['one that may search and change settings', () => keyFor(['search', 'settings.update']), true],
    ['one that may list keys', () => keyFor(['search', 'keys.get'], ['*']), true],
  ]

  it.each(KEYS)('%s', async (_, keyOf, warned) => {
    const key = await keyOf()
    const tasks = async () => (await master.ask<{ total: number }>('get', 'tasks', { ms: 5000 })).total
    const before = await tasks()
    // Two servers, one warning: it is one key.
    const said = await saidOf([server.url, server.url], key)
    expect(said).toEqual(warned ? [expect.stringMatching(/"warn".*MEILI_KEY.*--setup/)] : [])
    expect(said.join()).not.toContain(key)
    expect(await tasks()).toBe(before)
  })

  it('is asked about again at a server that was away when the site started', async () => {
    const faulty = await startFaulty({ url: server.url })
    await faulty.does('refuses connections')
    let waited = 0
    const said = await saidOf([faulty.url], server.key, async () => {
      waited++
      if (waited === 2) await faulty.does('well')
    })
    expect(waited).toBe(2)
    expect(said).toHaveLength(1)
    await faulty.close()
  })
})

it('what is no Meilisearch says nothing of the key', async () => {
  const faulty = await startFaulty({ answer: () => 'hello' })
  for (const fault of ['answers a page', 'answers 500', 'does not know the key'] as const) {
    await faulty.does(fault)
    let waited = 0
    const said = await saidOf([faulty.url], 'a-key', async () => {
      if (++waited === 2) await faulty.does('has revoked the key')
    })
    expect(said).toEqual([])
  }
  await faulty.close()
})

it('without a key nobody is asked', async () => {
  const faulty = await startFaulty({ answer: () => ({}) })
  expect(await saidOf([faulty.url], null)).toEqual([])
  expect(faulty.asked()).toBe(0)
  await faulty.close()
})
