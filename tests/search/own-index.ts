/** Indexes of a test's own: a server that MEILI_URL names has somebody's site on it, and other tests at the same time. */
import { randomBytes } from 'node:crypto'
import type { DocumentRules } from '../../src/search/make-document.ts'
import { MeiliError, meiliClient, type Server } from '../../src/search/meilisearch/client.ts'
import { besideOf } from '../../src/search/meilisearch/beside.ts'
import { carried } from '../../src/search/meilisearch/tasks.ts'

const MS = 30_000
/** As many as one answer tells of. */
const LIMIT = 1000

/** A new name, "fingerpost-test-0123abcd": no site's, and of no index that is built beside a site's. */
export const ownIndex = (): string => `fingerpost-test-${randomBytes(4).toString('hex')}`

/** The same rules for an index of this name. */
export const withIndex = (rules: DocumentRules, index: string): DocumentRules => ({
  ...rules,
  site: { ...rules.site, search: { ...rules.site.search, index } },
})

/** Takes away an index, what a rebuild left beside it, and the keys made for it. Well where there is none of them. */
export async function removeIndex(server: Server, index: string): Promise<void> {
  const client = meiliClient(server)
  const all = async <T>(what: 'indexes' | 'keys') =>
    (await client.ask<{ results: T[] }>('get', `${what}?limit=${LIMIT}`, { ms: MS })).results
  for (const { uid } of await all<{ uid: string }>('indexes'))
    if (uid === index || uid.startsWith(besideOf(index))) await carried(client, 'delete', `indexes/${uid}`)
  const keys = await all<{ uid: string; indexes: string[] }>('keys').catch((error: unknown) => {
    // Who may not see keys has made none.
    if (error instanceof MeiliError && error.kind === 'key') return []
    throw error
  })
  for (const { uid, indexes } of keys)
    if (indexes.includes(index)) await client.ask('delete', `keys/${uid}`, { ms: MS })
}
