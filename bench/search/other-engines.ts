/** MiniSearch and Orama on the same documents, asked the same things. Both get our stop words and the same three tries. */
import { create, insertMultiple, search as oramaSearch, type AnyOrama } from '@orama/orama'
import MiniSearch from 'minisearch'
import type { EngineAnswer, EngineQuery } from '../../src/search/engine.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { add, count, emptyBits, rowsOf, setBit, type Bits } from '../../src/search/embedded/bits.ts'
import { makeClocked } from '../../src/search/embedded/clocked.ts'
import { noColumns, putRow } from '../../src/search/embedded/columns.ts'
import { facetCounts } from '../../src/search/embedded/counts.ts'
import { chosenSets, narrowed } from '../../src/search/embedded/filters.ts'
import { contentOf } from '../../src/search/phrases.ts'
import { wordsOf } from '../../src/search/words.ts'

/** Asked one question: ids of the page, and the counts. */
export type Beside = {
  name: string
  ask(query: EngineQuery): Promise<{ ids: string[]; total: number; facets: EngineAnswer['facets'] }>
}

/** Fewer hits than this, and near spellings are tried; then any of the words. */
const SHORT = 10
const slips = (word: string) => (word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0)

/** It has neither filters over several values nor counts: our own columns are lent to it. */
export function miniSearch(documents: readonly SearchDocument[]): Beside {
  const index = new MiniSearch<{ id: number; name: string; group: string; place: string; body: string }>({
    fields: ['name', 'group', 'place', 'body'],
    tokenize: wordsOf,
    processTerm: (word) => word,
  })
  const columns = noColumns(documents.length + 1)
  documents.forEach((document, i) => putRow(columns, i + 1, document))
  index.addAll(documents.map(({ name, group, place, body }, i) => ({ id: i + 1, name, group, place, body })))
  const clocked = makeClocked(columns, { confirmed: 183, due: 365 })
  const boost = { name: 6, group: 3, place: 2 }
  const text = (what: string) => {
    const query = contentOf(wordsOf(what)).join(' ')
    const exact = index.search(query, { combineWith: 'AND', boost })
    if (exact.length >= SHORT) return exact
    const near = index.search(query, { combineWith: 'AND', fuzzy: slips, boost })
    return near.length > 0 ? near : index.search(query, { combineWith: 'OR', boost })
  }
  return {
    name: 'MiniSearch',
    async ask(query) {
      const hits = query.what === '' ? null : text(query.what)
      const base: Bits = emptyBits(columns.room)
      if (hits) for (const { id } of hits) setBit(base, Number(id))
      else add(base, columns.live)
      const sets = chosenSets(columns, clocked, query)
      const all = narrowed(base, sets, null)
      const ranked = hits
        ? hits.map(({ id }) => Number(id)).filter((row) => ((all[row >>> 5] ?? 0) >>> (row & 31)) & 1)
        : [...rowsOf(all)]
      const ids = ranked.slice(0, query.size).map((row) => documents[row - 1]?.id ?? '')
      return { ids, total: count(all), facets: facetCounts(columns, clocked, query, base, sets, all) }
    },
  }
}

/** Its AND holds within one property only: all words are put into one, with the name beside it to weigh more. */
export async function orama(documents: readonly SearchDocument[]): Promise<Beside> {
  const index: AnyOrama = create({
    schema: {
      name: 'string',
      text: 'string',
      need: 'enum[]',
      kind: 'enum[]',
      how: 'enum[]',
      cost: 'enum[]',
      access: 'enum[]',
      point: 'geopoint',
    } as const,
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (raw: string) => wordsOf(raw),
      },
    },
  })
  await insertMultiple(
    index,
    documents.map(({ id, name, group, place, body, needs, kinds, how, cost, access, points: [point] }) => ({
      id,
      name,
      text: `${name} ${group} ${place} ${body}`,
      need: needs,
      kind: kinds,
      how,
      cost,
      access,
      ...(point && { point: { lat: point.lat, lon: point.lng } }),
    })),
    500,
  )
  return {
    name: 'Orama',
    async ask({ what, filters, facets, size }) {
      const where = {
        ...Object.fromEntries(
          (['need', 'kind', 'how', 'cost', 'access'] as const)
            .filter((facet) => filters[facet].length > 0)
            .map((facet) => [facet, { containsAny: filters[facet] }]),
        ),
      }
      const term = contentOf(wordsOf(what)).join(' ')
      const ask = (over: object) =>
        oramaSearch(index, {
          term,
          properties: ['name', 'text'],
          boost: { name: 3 },
          limit: size,
          where,
          facets: Object.fromEntries(facets.map((facet) => [facet, {}])),
          ...over,
        })
      let found = await ask({ threshold: 0 })
      if (term !== '' && found.count < SHORT) {
        const near = await ask({ threshold: 0, tolerance: 1 })
        found = near.count > 0 ? near : await ask({ threshold: 1 })
      }
      return { ids: found.hits.map(({ id }) => id), total: found.count, facets: {} }
    },
  }
}
