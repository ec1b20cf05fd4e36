/** Two sites, each with a folder, a store and rules of its own, on one Meilisearch server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpKeys } from '../../src/app/sync/setup.ts'
import type { EngineQuery } from '../../src/search/engine.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { openMeilisearch } from '../../src/search/meilisearch/engine.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import { EVERYTHING } from '../../src/search/query.ts'
import { follow } from '../../src/search/sync.ts'
import { makeFeed } from './feed.ts'
import { INDEX } from '../../src/search/meilisearch/settings.ts'
import { NOW } from '../fixtures.ts'
import { knownListing, RULES } from './listings.ts'
import { ownIndex, removeIndex, withIndex } from './own-index.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

const QUESTION: EngineQuery = {
  ...EVERYTHING,
  ...{ near: null, practice: [], withinMetres: null, now: NOW.getTime(), checkedDays: 183 },
  ...{ facets: [], fair: null },
}

describe.skipIf(!hasMeilisearch())(
  hasMeilisearch() ? 'two sites on one Meilisearch' : HOW_TO_HAVE_MEILISEARCH,
  { timeout: 120_000 },
  () => {
    let server: MeilisearchServer
    const names = { north: ownIndex(), south: ownIndex() }
    beforeAll(async () => {
      server = await startMeilisearch()
    }, 120_000)
    afterAll(async () => {
      for (const index of Object.values(names)) await removeIndex(server, index)
      await server.stop()
    })

    async function site(index: string, ...ids: string[]) {
      const { url } = server
      const rules = withIndex(RULES, index)
      const keys = await setUpKeys([url], server.key, index)
      const feed = makeFeed()
      feed.put(...ids.map(knownListing))
      const writer = meiliWriter(meiliClient({ url, key: keys.write }), shapeOf(rules))
      const follower = follow(feed, writer, rules, { batch: 10, longest: Infinity })
      const engine = openMeilisearch({ url, key: keys.search }, rules)
      const found = async () => {
        const { hits } = await engine.search(QUESTION, AbortSignal.timeout(30_000))
        return hits.map(({ id }) => id).sort()
      }
      return { keys, feed, follower, found }
    }

    it('with a name each neither writes, finds nor may read what is the other one’s', async () => {
      const north = await site(names.north, 'judo', 'tea')
      const south = await site(names.south, 'chess', 'knit', 'tea')
      for (const { follower } of [north, south]) await follower.catchUp(Infinity)
      north.feed.remove('tea')
      await Promise.all([north.follower.catchUp(Infinity), south.follower.rebuild()])
      expect(await north.found()).toEqual(['judo'])
      expect(await south.found()).toEqual(['chess', 'knit', 'tea'])
      for (const { follower } of [north, south]) expect((await follower.check()).same).toBe(true)
      const ask = (key: string, path: string) =>
        meiliClient({ url: server.url, key }).ask('post', path, { ms: 5000, body: {} })
      const refused = { kind: 'key' }
      await expect(ask(north.keys.search, `indexes/${names.south}/search`)).rejects.toMatchObject(refused)
      await expect(ask(north.keys.write, `indexes/${names.south}/documents/fetch`)).rejects.toMatchObject(
        refused,
      )
      await expect(
        ask(south.keys.write, `indexes/${names.north}-beside-x/documents/fetch`),
      ).rejects.toMatchObject(refused)
    })

    it('keys are made for each, and making those of one leaves the others valid', async () => {
      // Those of the usual name are somebody's where the server is.
      const usual = server.folder === null ? names.south : INDEX
      const first = await setUpKeys([server.url], server.key, usual)
      const north = await setUpKeys([server.url], server.key, names.north)
      expect(new Set([first.search, first.write, north.search, north.write]).size).toBe(4)
      expect(await setUpKeys([server.url], server.key, usual)).toEqual(first)
    })
  },
)
