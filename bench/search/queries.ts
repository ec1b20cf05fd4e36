/** Questions for the measurement, the same ones for every engine, made from the generated listings with a seed. */
import type { EngineQuery } from '../../src/search/engine.ts'
import { EVERYTHING, FACETS, type Facet, type Query } from '../../src/search/query.ts'
import { ANYBODY } from '../../src/search/serves.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { wordsOf } from '../../src/search/words.ts'
import { BENCH_NOW, misspelt, pick, seeded, type Random } from '../generate.ts'

/** Facets that are counted where the measurement says "five". */
const FIVE: readonly Facet[] = ['need', 'kind', 'how', 'cost', 'access']
const METRES = 5000
/** A word of a question is in at most this share of the listings: nobody asks for "and". */
const COMMONEST = 0.17

/** Words that lead to one listing, which is known. */
export type KnownItem = { id: string; what: string }

const plain = (over: Partial<EngineQuery>): EngineQuery => ({
  ...EVERYTHING,
  near: null,
  practice: [],
  withinMetres: null,
  now: BENCH_NOW.getTime(),
  checkedDays: 183,
  facets: [],
  fair: null,
  ...over,
})

/** In how many documents each word stands. */
export function frequencies(documents: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name, place, body } of documents)
    for (const word of new Set(wordsOf(`${name} ${place} ${body}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

export function makeQueries(documents: readonly SearchDocument[], counts: Map<string, number>, each: number) {
  const random = seeded(99)
  const common = Math.max(5, documents.length * COMMONEST)
  const rare = Math.max(2, documents.length / 400)
  const usable = (document: SearchDocument) =>
    wordsOf(document.body.split('\n').slice(0, 2).join(' ')).filter((word) => {
      const n = counts.get(word) ?? 0
      return word.length > 3 && n >= rare && n <= common
    })
  const two = (slip: boolean): string => {
    for (;;) {
      const words = [...new Set(usable(pick(documents, random)))]
      if (words.length < 2) continue
      const chosen = [pick(words, random), pick(words, random)]
      if (chosen[0] !== chosen[1])
        return chosen.map((word) => (slip ? misspelt(word, random) : word)).join(' ')
    }
  }
  const times = <T>(make: () => T): T[] => Array.from({ length: each }, make)
  const textual = (over: Partial<EngineQuery>, slip = false) => {
    const what = two(slip)
    return plain({ what, ...over })
  }
  return {
    'two words': times(() => textual({})),
    'typo in each word': times(() => textual({}, true)),
    'text + 3 filters + 5 facets': times(() =>
      textual({ filters: filters(documents, random), facets: FIVE }),
    ),
    'near with facets': times(() =>
      plain({ near: where(documents, random), withinMetres: METRES, facets: FIVE }),
    ),
    'near with all facets': times(() =>
      plain({ near: where(documents, random), withinMetres: METRES, facets: FACETS }),
    ),
    '3 filters by freshness': times(() => plain({ filters: filters(documents, random), sort: 'checked' })),
    'map box': times(() => plain({ bbox: box(documents, random) })),
    'map box with text': times(() => textual({ bbox: box(documents, random, 0.6) })),
    'everything with facets': times(() => plain({ page: 1 + Math.floor(random() * 10), facets: FIVE })),
    'everything with all facets': times(() => plain({ page: 1 + Math.floor(random() * 10), facets: FACETS })),
  }
}

export function makePrefixes(documents: readonly SearchDocument[], each: number): string[] {
  const random = seeded(5)
  return Array.from({ length: each }, () => {
    const words = wordsOf(pick(documents, random).name)
    return pick(words, random).slice(0, 2 + Math.floor(random() * 4))
  })
}

/** Two or three words that stand in few listings; `slips`: how many of them are misspelt. */
export function knownItems(
  documents: readonly SearchDocument[],
  counts: Map<string, number>,
  each: number,
  slips: 0 | 1 | 3,
): KnownItem[] {
  const random = seeded(17)
  const items: KnownItem[] = []
  while (items.length < each) {
    const document = pick(documents, random)
    const words = [...new Set(wordsOf(`${document.name} ${document.body.split('\n').slice(0, 2).join(' ')}`))]
    const telling = words
      .filter((word) => word.length > 4)
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
      .slice(0, 2 + Math.floor(random() * 2))
    if (telling.length < 2) continue
    const what = telling.map((word, i) => (i < slips ? misspelt(word, random) : word)).join(' ')
    items.push({ id: document.id, what })
  }
  return items
}

function filters(documents: readonly SearchDocument[], random: Random): Query['filters'] {
  const like = pick(documents, random)
  return {
    ...EVERYTHING.filters,
    need: like.needs.slice(0, 2),
    how: like.how.slice(0, 1),
    cost: like.cost.length > 0 ? like.cost : ['free'],
  }
}

function where(documents: readonly SearchDocument[], random: Random): NonNullable<EngineQuery['near']> {
  const { points, place } = pick(documents, random)
  const [point = { lat: 53, lng: -2 }] = points
  return { lat: point.lat, lng: point.lng, ...ANYBODY, postcode: place.split('\n')[2] ?? null }
}

function box(documents: readonly SearchDocument[], random: Random, wide = 0.12): EngineQuery['bbox'] {
  const { lat, lng } = where(documents, random)
  return [lng - wide, lat - wide * 0.6, lng + wide, lat + wide * 0.6]
}
