/** What a question is likely about (sense.ts), in both engines: it finds, beside the words and never instead of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTaxonomy } from '../../src/listings/taxonomy.ts'
import { asked } from '../search/cases.ts'
import { ENGINES, isMissing, type UnderTest } from '../search/engines.ts'
import { documents, RULES, TAXONOMY } from '../search/listings.ts'
import { HOW_TO_HAVE_MEILISEARCH } from '../search/meilisearch-server.ts'

/** More than are looked at beside those found. */
const MANY = 2100
const said = (need: string, ...lines: string[]) => lines.map((words) => ({ need, words }))
const rules = {
  ...RULES,
  taxonomy: makeTaxonomy(TAXONOMY.lists, [
    ...said('loneliness', 'the phone never rings', 'nobody knocks', 'phone rings for others'),
    ...said('singing', 'humming in the bath', 'kettle'),
    ...said('food', 'empty shelves', 'kettle'),
    ...said('bills', 'red letters', 'kettle'),
    ...said('moving-more', 'out of puff', 'kettle'),
    ...said('hardship', 'holes in shoes', 'kettle'),
  ]),
}

function directory(many: number) {
  const [like] = documents()
  if (!like) throw new Error('no listing to go by')
  const plain = { ...like, known: '', group: '', place: '', body: '', needs: [], kinds: [], who: [] }
  const one = (id: string, more: Partial<typeof like>) => ({
    ...plain,
    id,
    slug: id,
    name: `Place ${id}`,
    ...more,
  })
  return [
    one('all', { body: 'zonal quartz violet rings' }),
    one('some', { body: 'zonal quartz violet' }),
    one('sings', { needs: ['singing'] }),
    ...Array.from({ length: many }, (_, n) => one(`lonely-${n}`, { needs: ['loneliness'] })),
  ]
}

if (isMissing) it.skip(HOW_TO_HAVE_MEILISEARCH, () => undefined)

describe.each(ENGINES)('$name', ({ open }) => {
  const opened: UnderTest[] = []
  const found = async (at: number, what: string) => {
    const { hits } = (await opened[at]?.engine.search(asked({ what, size: 5 }))) ?? { hits: [] }
    return hits.map(({ id }) => id)
  }
  beforeAll(async () => {
    for (const many of [3, MANY]) {
      const made = await open(rules)
      opened.push(made)
      await made.engine.rebuild(
        (async function* () {
          yield directory(many)
        })(),
        1,
      )
    }
  }, 120_000)
  afterAll(async () => {
    for (const { remove } of opened) await remove()
  })

  it('finds what a question is about where no word of it stands anywhere', async () => {
    expect((await found(0, 'nobody knocks')).toSorted()).toEqual(['lonely-0', 'lonely-1', 'lonely-2'])
    expect(await found(0, 'humming in the bath')).toEqual(['sings'])
  })
  it('finds nothing by what may be anything', async () => {
    expect(await found(0, 'kettle')).toEqual([])
  })
  it('puts what has the words before it', async () => {
    expect((await found(0, 'zonal quartz violet rings')).slice(0, 2)).toEqual(['all', 'some'])
  })
  it('never lets it crowd out what has most of the words', async () => {
    expect(await found(1, 'zonal quartz violet rings')).toEqual(['all', 'some'])
  })
})
