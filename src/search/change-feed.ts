/** What changed in the store, as documents that an index holds. */
import type { SearchDocument } from './document.ts'
import { documentOf, type DocumentRules, type KnownListing } from './make-document.ts'

/** What is followed: the store is one. Listings that changed after a number, oldest change first. */
export interface ChangeFeed {
  lastChange(): Promise<number>
  changesSince(
    change: number,
    limit: number,
  ): Promise<{ known: KnownListing[]; removed: string[]; upTo: number; more: boolean }>
}

/** Listings read at a time where all are. */
const ALL_BATCH = 200

/** `hidden`: ids of those that nobody may find, such as drafts. */
export function documentsIn(
  known: readonly KnownListing[],
  rules: DocumentRules,
): { documents: SearchDocument[]; hidden: string[] } {
  const documents: SearchDocument[] = []
  const hidden: string[] = []
  for (const it of known) {
    const document = documentOf(it, rules)
    if (document) documents.push(document)
    else hidden.push(it.listing.id)
  }
  return { documents, hidden }
}

/** All that should be found, batch by batch. Throws where `still()` is false: another process began to write the index. */
export async function* everything(
  feed: Pick<ChangeFeed, 'changesSince'>,
  rules: DocumentRules,
  still = () => true,
): AsyncGenerator<SearchDocument[]> {
  for (let from = 0, more = true; more;) {
    const changes = await feed.changesSince(from, ALL_BATCH)
    if (!still()) throw new Error('another process began to write the index')
    yield documentsIn(changes.known, rules).documents
    more = changes.more
    from = changes.upTo
  }
}
