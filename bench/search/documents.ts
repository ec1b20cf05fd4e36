/** The generated directory as listings the store would know, and as documents. */
import { readSite } from '../../src/app/site.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { documentOf, type DocumentRules, type KnownListing } from '../../src/search/make-document.ts'
import { BENCH_NOW, generatedEvents, generatedFields, generatedId } from '../generate.ts'

const DAY = 86_400_000

export const RULES: DocumentRules = { taxonomy: readTaxonomy(), site: readSite() }

export function generatedKnown(n: number): KnownListing {
  const { confirmedAt, room } = generatedEvents(n)
  const id = generatedId(n)
  const at = BENCH_NOW.toISOString()
  const by = 'group' as const
  return {
    listing: {
      ...generatedFields(n),
      id,
      slug: `listing-${n}`,
      revision: 1,
      change: n + 1,
      group: { id: `g${n % 40_000}`, name: generatedFields(n % 40_000).name },
      editedAt: at,
      importedAt: null,
    },
    confirmation:
      confirmedAt === null
        ? null
        : {
            id: `c${n}`,
            listing: id,
            at: new Date(confirmedAt).toISOString(),
            by,
            source: null,
            how: 'form',
            revision: 1,
          },
    capacities: [],
    capacity: room && {
      id: `r${n}`,
      listing: id,
      session: null,
      state: room,
      weeks: null,
      until: null,
      saidAt: new Date(BENCH_NOW.getTime() - (n % 40) * DAY).toISOString(),
      by,
    },
    signals: [],
  }
}

function* inBatches<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}

export async function* documentsOf(known: readonly KnownListing[]): AsyncGenerator<SearchDocument[]> {
  for (const batch of inBatches(known, 500)) yield batch.flatMap((it) => documentOf(it, RULES) ?? [])
}
