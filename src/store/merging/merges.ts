/** Merges that stand. */
import type { Statement } from '../../listings/claims.ts'
import type { Reading } from '../bulk.ts'
import { readClaims } from '../statement-text.ts'
import type { Merge } from './merging.ts'

/** Into one listing, by its own id, newest first. */
export async function mergesInto({ db }: Reading, listing: string): Promise<Merge[]> {
  const rows = await db
    .selectFrom('merge')
    .innerJoin('listing as kept', 'kept.no', 'merge.kept')
    .innerJoin('listing as gone', 'gone.no', 'merge.gone')
    .select([
      'gone.id as gone',
      'merge.at',
      'merge.slugs',
      'merge.sources',
      'merge.gone_said',
      'merge.kept_said',
    ])
    .where('kept.id', '=', listing)
    .where('merge.parted_at', 'is', null)
    .orderBy('merge.at', 'desc')
    .execute()
  return rows.map(({ gone, at, slugs, sources, gone_said, kept_said }) => ({
    gone,
    at,
    slugs: JSON.parse(slugs),
    sources: JSON.parse(sources),
    goneSaid: said(gone, gone_said),
    keptSaid: said(listing, kept_said),
  }))
}

function said(listing: string, text: string): Statement[] {
  const bySource: { [source: string]: string | null } = JSON.parse(text)
  return Object.entries(bySource).flatMap(([source, fields]) =>
    fields === null ? [] : [{ listing, source, fields: readClaims(fields) }],
  )
}
