/** A damaged index of a real Meilisearch is asked no more while it is built anew; what a killed build left goes by itself. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChangeFeed } from '../../src/search/change-feed.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { openMeilisearch } from '../../src/search/meilisearch/engine.ts'
import { makeKeys } from '../../src/search/meilisearch/keys.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import { searchServer } from '../../src/search/search-server.ts'
import { follow } from '../../src/search/sync.ts'
import { SOON } from '../patience.ts'
import { makeFeed } from './feed.ts'
import { IDS, knownListing, RULES } from './listings.ts'
import { indexOn } from './meilisearch-index.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

const PACE = { batch: 10, longest: Infinity }
const MS = 10_000

/** A store that gives nothing for a new index until it is let go. */
function held(feed: ChangeFeed): ChangeFeed & { isRead: boolean; letGo: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    isRead: false,
    letGo: resolve,
    lastChange: () => feed.lastChange(),
    async changesSince(from, limit) {
      this.isRead = true
      await promise
      return feed.changesSince(from, limit)
    },
  }
}

describe.skipIf(!hasMeilisearch())(
  hasMeilisearch() ? 'an index of Meilisearch' : HOW_TO_HAVE_MEILISEARCH,
  { timeout: 120_000 },
  () => {
    let server: MeilisearchServer
    let count = 0
    beforeAll(async () => {
      server = await startMeilisearch()
    }, 120_000)
    afterAll(() => server.stop())

    async function site() {
      const name = `damaged-${++count}`
      const rules = { ...RULES, site: { ...RULES.site, search: { ...RULES.site.search, index: name } } }
      const { url, key } = server
      const feed = makeFeed()
      feed.put(...IDS.map(knownListing))
      const writer = () => meiliWriter(meiliClient({ url, key }), shapeOf(rules), { everyMs: 0, doubtMs: 0 })
      await follow(feed, writer(), rules, PACE).catchUp(Infinity)
      const reader = searchServer(openMeilisearch({ url, key }, rules), () => performance.now())
      const mayAnswer = async () => {
        const seen = { at: performance.now(), last: await feed.lastChange() }
        await reader.look(async () => [{ at: -Infinity, last: IDS.length }, seen])
        return reader.mayAnswer()
      }
      const slow = held(feed)
      const { carry } = indexOn(server, name)
      return {
        name,
        slow,
        follower: follow(slow, writer(), rules, PACE),
        writer,
        feed,
        rules,
        mayAnswer,
        carry,
        reader,
      }
    }

    it('that lost half of its documents is left out before the new one is there, and back with it', async () => {
      const { name, slow, follower, mayAnswer, carry, reader } = await site()
      expect(await mayAnswer()).toBe(true)
      const half = IDS.slice(0, IDS.length / 2).join(', ')
      await carry('post', `indexes/${name}/documents/delete`, { filter: `listing IN [${half}]` })
      const brought = follower.catchUp(Infinity)
      await vi.waitFor(() => expect(slow.isRead).toBe(true), SOON)
      expect(await mayAnswer()).toBe(false)
      expect(reader.why()).toBe('no-index')
      slow.letGo()
      await brought
      expect(await mayAnswer()).toBe(true)
      expect((await follower.check()).same).toBe(true)
    })

    it('that was given other settings is left out likewise, and none of ours for whoever else writes', async () => {
      const { name, slow, follower, mayAnswer, carry, writer } = await site()
      await carry('patch', `indexes/${name}/settings`, { searchableAttributes: ['id'] })
      const brought = follower.catchUp(Infinity)
      await vi.waitFor(() => expect(slow.isRead).toBe(true), SOON)
      expect(await mayAnswer()).toBe(false)
      expect(await writer().applied()).toBe(-1)
      expect((await writer().health()).why).toMatch(/somebody else changed the index/)
      slow.letGo()
      await brought
      expect(await mayAnswer()).toBe(true)
    })

    it('that is sound goes on answering while it is built anew by hand', async () => {
      const { slow, follower, mayAnswer } = await site()
      const rebuilt = follower.rebuild()
      await vi.waitFor(() => expect(slow.isRead).toBe(true), SOON)
      expect(await mayAnswer()).toBe(true)
      slow.letGo()
      await rebuilt
      expect(await mayAnswer()).toBe(true)
    })

    it('that is merely behind goes on answering', async () => {
      const { slow, feed, follower, mayAnswer } = await site()
      feed.put(knownListing('judo'))
      const brought = follower.catchUp(Infinity)
      await vi.waitFor(() => expect(slow.isRead).toBe(true), SOON)
      expect(await mayAnswer()).toBe(true)
      slow.letGo()
      await brought
      expect(await mayAnswer()).toBe(true)
    })

    it('is rid of what a killed build left when somebody begins to follow, once nobody writes to it', async () => {
      const { name, feed, rules, carry, writer } = await site()
      const beside = async () => {
        const { results } = await indexOn(server).client.ask<{ results: { uid: string }[] }>(
          'get',
          'indexes?limit=1000',
          { ms: MS },
        )
        return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${name}-beside-`))
      }
      await carry('post', 'indexes', { uid: `${name}-beside-killed`, primaryKey: 'id' })
      const { write } = await makeKeys(indexOn(server).client, name)
      const begins = (quietMs: number) => {
        const { url } = server
        const times = { everyMs: 0, doubtMs: 0, quietMs }
        const again = meiliWriter(meiliClient({ url, key: write }), shapeOf(rules), times)
        return follow(feed, again, rules, PACE).catchUp(Infinity)
      }
      // It was written to a moment ago: somebody may be at it.
      await begins(600_000)
      expect(await beside()).toEqual([`${name}-beside-killed`])
      await begins(0)
      expect(await beside()).toEqual([])
      expect(await writer().applied()).toBe(IDS.length)
    })

    it('is built to its end though others begin to follow meanwhile', async () => {
      const { slow, feed, rules, follower, writer } = await site()
      const rebuilt = follower.rebuild()
      await vi.waitFor(() => expect(slow.isRead).toBe(true), SOON)
      await follow(feed, writer(), rules, PACE).catchUp(Infinity)
      slow.letGo()
      await rebuilt
      expect((await follower.check()).same).toBe(true)
    })
  },
)
