/** A directory to simulate over: its documents, the group of each listing, and the words people ask by. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../../src/app/demo/load.ts'
import { readTaxonomy } from '../../../src/app/read-taxonomy.ts'
import { readRanks, readSources } from '../../../src/app/read-sources.ts'
import { readSite } from '../../../src/app/site.ts'
import type { SearchDocument } from '../../../src/search/document.ts'
import { documentOf, type DocumentRules } from '../../../src/search/make-document.ts'
import { openStore } from '../../../src/store/open.ts'
import type { Known, Store } from '../../../src/store/store.ts'

export type Directory = {
  name: string
  rules: DocumentRules
  documents: SearchDocument[]
  /** Listing → its group; a listing without one is a group by itself. */
  groups: Map<string, string>
}

/** Listings read from the store in one go. */
const BATCH = 500

/**
 * `idOf`: what a listing is called here, where its id is another in every import; the shuffle of equals goes by it, and
 * the same seed has to tell the same.
 */
export async function directoryOf(
  name: string,
  store: Store,
  idOf: (known: Known) => string = ({ listing }) => listing.id,
): Promise<Directory> {
  const rules: DocumentRules = { taxonomy: readTaxonomy(), site: readSite() }
  const documents: SearchDocument[] = []
  const groups = new Map<string, string>()
  for (let from = 0, more = true; more;) {
    const changes = await store.changesSince(from, BATCH)
    for (const known of changes.known) {
      const document = documentOf(known, rules)
      if (document === null) continue
      const id = idOf(known)
      documents.push({ ...document, id })
      groups.set(id, known.listing.group?.id ?? id)
    }
    more = changes.more
    from = changes.upTo
  }
  documents.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { name, rules, documents, groups }
}

/** The invented groups, as old as they are on `now`. */
export async function demoDirectory(now: Date): Promise<Directory> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-fair-'))
  const store = await openStore(join(folder, 'store.sqlite'))
  try {
    await loadDemo(store, readRanks(readSources()), now)
    return await directoryOf('the demonstration directory', store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
