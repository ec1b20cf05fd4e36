/** What `npm run sync -- --check` sees of an index of a real Meilisearch: whatever of it is other than it was written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { follow, type Follower } from '../../src/search/sync.ts'
import { seeded } from '../crash/seeded.ts'
import { makeFeed } from './feed.ts'
import { IDS, knownListing, RULES } from './listings.ts'
import { indexOn, type IndexUnderTest } from './meilisearch-index.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

const PACE = { batch: 10, longest: Infinity }

describe.skipIf(!hasMeilisearch())(
  hasMeilisearch() ? 'an index of Meilisearch' : HOW_TO_HAVE_MEILISEARCH,
  { timeout: 120_000 },
  () => {
    let server: MeilisearchServer
    beforeAll(async () => {
      server = await startMeilisearch()
    }, 120_000)
    afterAll(() => server.stop())

    const followed = async (): Promise<IndexUnderTest & { follower: Follower }> => {
      const feed = makeFeed()
      feed.put(...IDS.map(knownListing))
      const it = indexOn(server)
      const follower = follow(feed, it.writer, RULES, PACE)
      await follower.catchUp(Infinity)
      return { ...it, follower }
    }

    const differences: [string, object, (it: IndexUnderTest) => Promise<void>][] = [
      [
        'missing',
        { missing: ['judo'], leftOver: [], different: [] },
        ({ carry, index }) =>
          carry('post', `indexes/${index}/documents/delete`, { filter: 'listing = judo' }),
      ],
      [
        'left over',
        { missing: [], leftOver: ['stray'], different: [] },
        ({ carry, index }) =>
          carry('post', `indexes/${index}/documents`, [{ id: '0-stray', listing: 'stray', name: 'Stray' }]),
      ],
      [
        'left over, though it says of no listing that it is its',
        { missing: [], leftOver: ['found-by-all'], different: [] },
        ({ carry, index }) =>
          carry('post', `indexes/${index}/documents`, [{ id: 'found-by-all', first: true, name: 'Stray' }]),
      ],
      [
        'different, by its name alone',
        { missing: [], leftOver: [], different: ['judo'] },
        ({ carry, index }) => carry('put', `indexes/${index}/documents`, [{ id: '0-judo', name: 'Karate' }]),
      ],
      [
        'different, by where it is',
        { missing: [], leftOver: [], different: ['judo'] },
        ({ carry, index }) =>
          carry('put', `indexes/${index}/documents`, [{ id: '0-judo', _geo: { lat: 50, lng: -1 } }]),
      ],
      [
        'different, as it says something more',
        { missing: [], leftOver: [], different: ['judo'] },
        ({ carry, index }) => carry('put', `indexes/${index}/documents`, [{ id: '0-judo', extra: null }]),
      ],
      [
        'different, as it has a place more',
        { missing: [], leftOver: [], different: ['judo'] },
        ({ carry, index, documents }) =>
          documents().then((all) => {
            const { id: _, ...judo } = all.find(({ listing }) => listing === 'judo') ?? {}
            return carry('post', `indexes/${index}/documents`, [{ ...judo, id: '1-judo' }])
          }),
      ],
    ]
    it.each(differences)('is compared with the store, and says what is %s', async (_, expected, damage) => {
      const it = await followed()
      await damage(it)
      expect(await it.follower.check()).toMatchObject({ ...expected, same: false })
      await it.follower.rebuild()
      expect((await it.follower.check()).same).toBe(true)
    })

    it('is compared by all that a site writes, attribute by attribute, shown to questions or not', async () => {
      const { index, again, carry, documents } = indexOn(server)
      const feed = makeFeed()
      feed.put(...IDS.map(knownListing))
      const strange = knownListing('knit')
      // Half a letter, letters that others read otherwise, an id that Meilisearch does not take, numbers of all lengths.
      const listing = { ...strange.listing, id: 'knit/2 é', description: 'a\ud800b a\u19c8b \u03c2 1e21' }
      const random = seeded(1)
      const places = Array.from({ length: 300 }, () => ({
        ...{ town: 'Sale', postcode: 'M33 4BB', precision: 'postcode' as const },
        point: { lat: 50 + random() * 9, lng: random() * 8 - 6 },
      }))
      feed.put({ ...strange, listing: { ...listing, places } })
      const follower = follow(feed, again({ ...shapeOf(RULES), index }), RULES, PACE)
      await follower.catchUp(Infinity)
      expect(await follower.check()).toMatchObject({ different: [], missing: [], leftOver: [], same: true })
      const some = (await documents()).filter((it) => it.id.startsWith('0-') && !it.id.includes('_'))
      const names = [...new Set(some.flatMap((it) => Object.keys(it)))].filter(
        (it) => !/^(id|listing)$/.test(it),
      )
      expect(names).toEqual(expect.arrayContaining(['needs', 'means', 'body', 'idKey', '_geo']))
      for (let at = 0; at < names.length; at += some.length) {
        const changed = names.slice(at, at + some.length).map((name, i) => ({
          ...{ id: some[i]?.id ?? '', [name]: name === '_geo' ? { lat: 50, lng: -1 } : 7 },
        }))
        await carry('put', `indexes/${index}/documents`, changed)
        const { different } = await follower.check()
        expect(different.sort()).toEqual(changed.map(({ id }) => id.slice(2)).sort())
        await follower.rebuild()
      }
    })
  },
)
