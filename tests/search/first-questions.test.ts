/** The first questions put to an index, several at once: how far listings serve is learnt from the answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from './cases.ts'
import { meilisearch, type UnderTest } from './engines.ts'
import { documents, MIDDLE } from './listings.ts'
import { HOW_TO_HAVE_MEILISEARCH, hasMeilisearch } from './meilisearch-server.ts'

describe.skipIf(!hasMeilisearch())(
  hasMeilisearch() ? 'the first questions of all' : HOW_TO_HAVE_MEILISEARCH,
  { timeout: 120_000 },
  () => {
    let under: UnderTest
    beforeAll(async () => {
      under = await meilisearch()
      const all = documents()
      await under.engine.rebuild(
        (async function* () {
          yield all
        })(),
        all.length,
      )
    }, 120_000)
    afterAll(() => under.remove())

    it('find what serves from farther away, each of them', async () => {
      // A mile and a half from those who come to people within two.
      const question = asked({ near: MIDDLE, miles: 0.1, facets: [] })
      const found = async () => (await under.engine.search(question)).hits.map(({ id }) => id)
      const first = await Promise.all(Array.from({ length: 6 }, found))
      const later = await found()
      expect(later).toContain('helpers')
      expect(first).toEqual(first.map(() => later))
    })
  },
)
