/** Prints of what an index of Meilisearch really holds: read back whole, also what no question is shown. */
import { printOf } from '../document-print.ts'
import type { MeiliClient } from './client.ts'
import { META_ID } from './meta.ts'
import { again, CALL_MS } from './tasks.ts'

/** Whole documents read at a time: some megabytes. */
const PAGE = 200

type Held = { id: string; listing?: unknown; gone?: unknown }
type Page = { results: Held[]; total: number }

/** By listing; a document that says of no listing that it is its stands under its own id, as questions might find it. */
export async function printsIn(client: MeiliClient, index: string): Promise<Map<string, string>> {
  const prints = new Map<string, string[]>()
  for (let offset = 0; ; offset += PAGE) {
    const body = { offset, limit: PAGE }
    const { results, total } = await again(() =>
      client.ask<Page>('post', `indexes/${index}/documents/fetch`, { ms: CALL_MS, body }),
    )
    gather(prints, results.filter(isFound))
    if (offset + PAGE >= total) return joined(prints)
  }
}

/** What `printsIn` would give if these were all it holds. */
export function printsOfPlaces(documents: readonly Held[]): Map<string, string> {
  const prints = new Map<string, string[]>()
  gather(prints, documents)
  return joined(prints)
}

/** Neither the one that says how far the index is, nor what took the place of a removed one. */
const isFound = ({ id, ...rest }: Held): boolean =>
  id !== META_ID && !(rest.gone === true && Object.keys(rest).length === 1)

function gather(prints: Map<string, string[]>, documents: readonly Held[]): void {
  for (const document of documents) {
    const { id, listing } = document
    const name = typeof listing === 'string' ? listing : id
    const some = prints.get(name) ?? []
    prints.set(name, some)
    some.push(printOf(document))
  }
}

/** Of all places of a listing: one more or one less is another print. */
const joined = (prints: ReadonlyMap<string, string[]>): Map<string, string> =>
  new Map([...prints].map(([listing, some]) => [listing, printOf(some.sort())]))
