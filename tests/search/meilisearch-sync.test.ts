/** An index of a real Meilisearch follows the store, whatever happens to either. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf } from '../../src/search/make-document.ts'
import { makeKeys, tooMuch } from '../../src/search/meilisearch/keys.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import { follow, type Follower } from '../../src/search/sync.ts'
import { makeFeed, type FeedUnderTest } from './feed.ts'
import { IDS, knownListing, RULES } from './listings.ts'
import { indexOn, type IndexUnderTest } from './meilisearch-index.ts'
import { removeIndex } from './own-index.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

const PACE = { batch: 10, longest: Infinity }
/** Those of the fixture that are found: one is a draft, one has ended. */
const LISTINGS = 39

const named = (id: string, name: string) => {
  const known = knownListing(id)
  return { ...known, listing: { ...known.listing, name } }
}
const ended = (id: string) => {
  const known = knownListing(id)
  return { ...known, listing: { ...known.listing, status: 'ended' as const } }
}

describe.skipIf(!hasMeilisearch())(
  hasMeilisearch() ? 'an index of Meilisearch' : HOW_TO_HAVE_MEILISEARCH,
  { timeout: 120_000 },
  () => {
    let server: MeilisearchServer
    beforeAll(async () => {
      server = await startMeilisearch()
    }, 120_000)
    const made: string[] = []
    afterAll(async () => {
      for (const index of made) await removeIndex(server, index)
      await server.stop()
    })
    const newIndex = (): IndexUnderTest => {
      const it = indexOn(server)
      made.push(it.index)
      return it
    }

    const followed = async (): Promise<IndexUnderTest & { feed: FeedUnderTest; follower: Follower }> => {
      const feed = makeFeed()
      feed.put(...IDS.map(knownListing))
      const it = newIndex()
      const follower = follow(feed, it.writer, RULES, PACE)
      await follower.catchUp(Infinity)
      return { ...it, feed, follower }
    }

    it('is built where there is none, and holds all of the store', async () => {
      const { writer, follower, found } = await followed()
      expect(await found()).toHaveLength(LISTINGS)
      expect(await writer.applied()).toBe(IDS.length)
      expect(await follower.check()).toMatchObject({ expected: 39, indexed: 39, why: null, same: true })
    })

    it('finds what was added or changed, and no longer what was removed, ended or taken back to draft', async () => {
      const { feed, follower, found, documents } = await followed()
      const secret = knownListing('secret')
      feed.put(named('judo', 'Karate Juniors'), ended('chess'))
      feed.put({ ...secret, listing: { ...secret.listing, status: 'published' } })
      feed.remove('knit')
      await follower.catchUp(Infinity)
      expect(await found('judo')).not.toContain('judo')
      expect(await found('karate')).toEqual(['judo'])
      expect(await found()).toContain('secret')
      for (const id of ['chess', 'knit']) expect(await found()).not.toContain(id)
      expect((await documents()).filter(({ listing }) => listing === 'knit')).toEqual([])
      expect((await follower.check()).same).toBe(true)
      feed.put(named('knit', 'Crochet'))
      await follower.catchUp(Infinity)
      expect(await found('crochet')).toEqual(['knit'])
      expect((await follower.check()).same).toBe(true)
    })

    it('writes a batch and how far it has come in one task', async () => {
      const { feed, follower, client, index } = await followed()
      const tasks = async () =>
        (await client.ask<{ total: number }>('get', `tasks?indexUids=${index}&limit=1`, { ms: 5000 })).total
      const before = await tasks()
      feed.put(...IDS.slice(0, 8).map((id) => named(id, `Again ${id}`)))
      await follower.catchUp(Infinity)
      expect((await tasks()) - before).toBe(1)
    })

    it('forgets a place that a listing no longer has', async () => {
      const { writer, documents, shape } = await followed()
      const document = documentOf(knownListing('judo'), RULES)
      if (document === null) throw new Error('judo is to be found')
      const [point = { lat: 53, lng: -2, area: false }] = document.points
      const places = async () =>
        (await documents()).flatMap(({ id, listing }) => (listing === 'judo' ? [id] : [])).sort()
      await writer.apply([{ ...document, points: [point, point, point] }], [], 1000)
      expect(await places()).toEqual(['0-judo', '1-judo', '2-judo'])
      await writer.apply([{ ...document, points: [point] }], [], 1001)
      expect(await places()).toEqual(['0-judo'])
      expect(await writer.applied()).toBe(1001)
      expect(shape.places({ ...document, points: [] })).toHaveLength(1)
    })

    it('is built again when the store has gone back, as after a restored backup', async () => {
      const { again, found } = await followed()
      const restored = makeFeed()
      restored.put(knownListing('tea'))
      await follow(restored, again(), RULES, PACE).catchUp(Infinity)
      expect(await found()).toEqual(['tea'])
    })

    const damages: [string, (it: IndexUnderTest) => Promise<void>][] = [
      ['is gone', ({ carry, index }) => carry('delete', `indexes/${index}`)],
      ['is emptied', ({ carry, index }) => carry('delete', `indexes/${index}/documents`)],
      [
        'lost some of its listings',
        ({ carry, index }) =>
          carry('post', `indexes/${index}/documents/delete`, { filter: 'listing IN [judo, tea, chess]' }),
      ],
      [
        'was given more documents',
        ({ carry, index }) => carry('post', `indexes/${index}/documents`, [{ id: 'x', listing: 'x' }]),
      ],
      [
        'was given other settings',
        ({ carry, index }) => carry('patch', `indexes/${index}/settings`, { searchableAttributes: ['id'] }),
      ],
      ['lost its settings', ({ carry, index }) => carry('delete', `indexes/${index}/settings`)],
      [
        "is somebody else's",
        async ({ carry, index }) => {
          await carry('delete', `indexes/${index}`)
          await carry('post', `indexes/${index}/documents?primaryKey=isbn`, [{ isbn: 1, title: 'A book' }])
        },
      ],
      [
        'says a number that the store has not reached',
        ({ carry, index }) => carry('put', `indexes/${index}/documents`, [{ id: 'meta', applied: 999_999 }]),
      ],
    ]
    it.each(damages)('is built again when it %s', async (_, damage) => {
      const it = await followed()
      expect((await it.follower.check()).same).toBe(true)
      await damage(it)
      // Believed when it is still so a moment later: another process might be in the middle of a batch.
      for (let looks = 0; looks < 50 && (await it.writer.applied()) === IDS.length; looks++)
        await new Promise((resolve) => setTimeout(resolve, 20))
      await it.follower.catchUp(Infinity)
      expect(await it.found()).toHaveLength(LISTINGS)
      expect((await it.follower.check()).same).toBe(true)
      expect(await it.writer.applied()).toBe(IDS.length)
    })

    it('is built again when it was made with other rules', async () => {
      const { again, feed } = await followed()
      const other = again({ about: 'other rules' })
      expect(await other.applied()).toBe(-1)
      expect((await other.health()).why).toMatch(/other settings/)
      await follow(feed, other, RULES, PACE).catchUp(Infinity)
      expect(await other.applied()).toBe(IDS.length)
    })

    it('stands as it was when Meilisearch cannot do a task, and whoever asked is told in a sentence', async () => {
      const { again, feed, found } = await followed()
      const wrong = again({ places: ({ id }) => [{ id: `no such id: ${id}`, listing: id }] })
      feed.put(named('judo', 'Karate Juniors'))
      const follower = follow(feed, wrong, RULES, PACE)
      await expect(follower.catchUp(Infinity)).rejects.toThrow(
        /^Meilisearch at \S+ could not do task \d+: Document identifier .* is invalid/,
      )
      await expect(follower.rebuild()).rejects.toThrow(/could not do task/)
      expect(await found('judo')).toEqual(['judo'])
      expect(await again().applied()).toBe(IDS.length)
    })

    it('fails no question while it is built anew, and leaves nothing beside it', async () => {
      const { client, index, follower, found, carry } = await followed()
      await carry('post', 'indexes', { uid: `${index}-beside-killed`, primaryKey: 'id' })
      const answers: (number | string)[] = []
      let asking = true
      const asked = (async () => {
        while (asking) {
          answers.push(await found().then((ids) => ids.length, String))
          await new Promise((resolve) => setTimeout(resolve, 2))
        }
      })()
      await follower.rebuild()
      await follower.rebuild()
      asking = false
      await asked
      expect(answers.length).toBeGreaterThan(20)
      expect([...new Set(answers)]).toEqual([LISTINGS])
      const { results } = await client.ask<{ results: { uid: string }[] }>('get', 'indexes?limit=1000', {
        ms: 5000,
      })
      expect(results.map(({ uid }) => uid).filter((uid) => uid.startsWith(index))).toEqual([index])
    })

    it('is followed by two at once, even without turns, and comes out the same', async () => {
      const { feed, follower, again, found } = await followed()
      const other = follow(feed, again(), RULES, PACE)
      for (let round = 0; round < 5; round++) {
        const some = IDS.slice(round, round + 20)
        feed.put(...some.map((id) => named(id, `Round ${round} ${id}`)))
        feed.remove('tea')
        await Promise.all([follower.catchUp(Infinity), other.catchUp(Infinity)])
        feed.put(knownListing('tea'))
        await Promise.all([follower.catchUp(Infinity), other.catchUp(Infinity)])
      }
      expect((await follower.check()).same).toBe(true)
      expect(await found('tea')).toContain('tea')
    })

    it('is written with a key that can make no other, and asked with one that can do nothing else', async () => {
      const it = newIndex()
      const keys = await makeKeys(it.client, it.index)
      expect(await makeKeys(it.client, it.index)).toEqual(keys)
      const client = (key: string) => meiliClient({ url: server.url, key })
      const feed = makeFeed()
      feed.put(...IDS.map(knownListing))
      const writer = meiliWriter(client(keys.write), it.shape)
      const follower = follow(feed, writer, RULES, PACE)
      await follower.catchUp(Infinity)
      await follower.rebuild()
      feed.remove('tea')
      await follower.catchUp(Infinity)
      expect((await follower.check()).same).toBe(true)
      expect(await tooMuch(client(keys.search), 'search', it.index)).toEqual([])
      expect(await tooMuch(client(keys.write), 'write', it.index)).toEqual([])
      // What finds too much where there is too much:
      expect((await tooMuch(client(server.key), 'search', it.index)).length).toBeGreaterThan(5)
      await it.client.ask('delete', `keys/${keys.write}`, { ms: 5000 })
      feed.put(named('judo', 'Karate Juniors'))
      await expect(follower.catchUp(Infinity)).rejects.toMatchObject({ kind: 'key' })
      expect(await makeKeys(it.client, it.index)).toEqual(keys)
      await follower.catchUp(Infinity)
      expect(await it.found('karate')).toEqual(['judo'])
    })
  },
)
