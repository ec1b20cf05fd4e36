/** The history of a listing. */
import type { Author } from '../listings/claims.ts'
import { changes } from '../listings/changes.ts'
import { listingFields, type FieldName, type ListingFields } from '../listings/listing.ts'
import { withDefaults } from './fields-text.ts'
import type { Reading } from './bulk.ts'
import { headsById, knownOf } from './known.ts'
import type { Revision } from './store.ts'

/**
 * Newest first. The first revision is not written out, because most listings are imported and never change: it is what
 * stands now with each later change taken back.
 */
export async function revisions(reading: Reading, listing: string): Promise<Revision[]> {
  const heads = await headsById(reading, [listing])
  const [head] = heads
  const [known] = await knownOf(reading, heads)
  if (head === undefined || known === undefined) return []
  const rows = await reading.db
    .selectFrom('revision')
    .select(['revision', 'at', 'author', 'source', 'run', 'changes'])
    .where('listing', '=', head.no)
    .where('revision', '<=', head.revision)
    .orderBy('revision', 'desc')
    .execute()
  const fields: { [field: string]: unknown } = {}
  for (const name of Object.keys(listingFields.shape)) fields[name] = known.listing[name as FieldName]
  return rows.map(({ revision, at, author, source, run, changes: text }) => {
    const list: Revision['changes'] = revision === 1 ? created(fields) : JSON.parse(text)
    for (const { field, from } of list) fields[field] = from ?? undefined
    return { listing, revision, at, author: author as Author, source, run, changes: list }
  })
}

/** Everything the first revision said, as changes from an empty listing. */
function created(fields: { [field: string]: unknown }): Revision['changes'] {
  return changes(withDefaults({ name: undefined }), fields as ListingFields)
}
