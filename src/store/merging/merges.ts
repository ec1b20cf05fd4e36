/** Merges that stand. */
import type { Statement } from '../../listings/claims.ts'
import type { Reading } from '../bulk.ts'
import { readClaims } from '../statement-text.ts'
import { headsByNumber, listingsOf } from '../known.ts'
import type { Merge } from './merging.ts'

/** Into one listing, by its own id, newest first. */
export async function mergesInto(reading: Reading, listing: string): Promise<Merge[]> {
  const rows = await reading.db
    .selectFrom('merge')
    .innerJoin('listing as kept', 'kept.no', 'merge.kept')
    .innerJoin('listing as gone', 'gone.no', 'merge.gone')
    .select([
      'gone.id as gone',
      'gone.no as no',
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
  const names = await namesOf(
    reading,
    rows.map(({ no }) => no),
  )
  return rows.map(({ gone, no, at, slugs, sources, gone_said, kept_said }) => ({
    gone,
    name: names.get(no) ?? '',
    at,
    slugs: JSON.parse(slugs),
    sources: JSON.parse(sources),
    goneSaid: said(gone, gone_said),
    keptSaid: said(listing, kept_said),
  }))
}

async function namesOf(reading: Reading, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const gone = await listingsOf(reading, await headsByNumber(reading, numbers))
  return new Map([...gone].map(([no, { name }]) => [no, name]))
}

function said(listing: string, text: string): Statement[] {
  const bySource: { [source: string]: string | null } = JSON.parse(text)
  return Object.entries(bySource).flatMap(([source, fields]) =>
    fields === null ? [] : [{ listing, source, fields: readClaims(fields) }],
  )
}
