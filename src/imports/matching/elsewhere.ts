/** Rows of a batch against listings that others told of: which are one with them, and which the desk should compare. */
import type { ListingFields, Place } from '../../listings/listing.ts'
import type { Organisation } from '../../listings/organisation.ts'
import { targetDay } from '../../desk/target.ts'
import type { ImportTransaction } from '../../store/import-store.ts'
import type { NewMatter } from '../../store/matters/matter.ts'
import { complain, type Draft } from '../mapping/draft.ts'
import { alikeTo, sideOfListing, type Alike } from './alike.ts'
import type { Side } from './compare.ts'
import { match, type Asked, type Match } from './match.ts'
import { matchId } from './match-id.ts'
import { sideOf, sideOfStatements, withoutShared } from './side.ts'
import type { Matching } from './weights.ts'

type Row = {
  draft: Draft
  places: Place[]
  known: { listing: string } | undefined
}
export type Listings = Awaited<ReturnType<ImportTransaction['listings']>>
type World = {
  /** Those that rows are known as; others that rows may be are added. */
  listings: Listings
  groups: (draft: Draft) => Organisation | null
  how: { source: string; matching: Matching }
}

export type Elsewhere = {
  /** Id of the listing that a row surely is; null: it is a new one. `taken`: each listing takes one row of a source. */
  sameAs: (row: Row, taken: ReadonlySet<string>) => string | null
  /** Said of every row, once it is known which listing it is: what it was found to be like is to be compared with that. */
  placed: (row: Row, listing: string) => void
  asked: { listing: string; like: Asked }[]
}

/** Rows that this source told before are looked at only where they changed in what they would be found by. */
export async function elsewhere(
  tx: ImportTransaction,
  rows: readonly Row[],
  { listings, groups, how }: World,
): Promise<Elsewhere> {
  const { source, matching } = how
  const asking = rows.flatMap((row) => {
    const side = sideOfRow(row, groups)
    return row.known && !changedIn(row.known.listing, side, listings, source) ? [] : [{ row, side }]
  })
  const alike = await alikeTo(tx, asking, source, matching)
  const ids = new Set(asking.flatMap(({ row }) => [...alike.of(row), ...alike.own(row)]))
  const more = [...ids].filter((id) => !listings.has(id))
  for (const [id, known] of more.length > 0 ? await tx.listings(more) : []) listings.set(id, known)
  const apart = await toldApart(
    tx,
    asking.map(({ row }) => row),
    alike,
  )
  const sides = new Map(asking.map(({ row, side }) => [row, withoutShared(side, alike.shared)]))

  const asked: Elsewhere['asked'] = []
  const waiting = new Map<Row, Asked[]>()
  const find = (row: Row, side: Side, taken: ReadonlySet<string>): Match => {
    const all = alike.of(row).flatMap((listing) => {
      const statements = listings.get(listing)?.statements ?? []
      const told = statements.some((it) => it.source === source)
      if (taken.has(listing) || told || listing === row.known?.listing || apart.has(row, listing)) return []
      return [{ listing, side: sideOfListing(statements, alike.orgIds(listing), alike) }]
    })
    return match(side, all, matching)
  }
  return {
    asked,
    sameAs(row, taken) {
      const side = sides.get(row)
      if (side === undefined) return null
      const found = find(row, side, taken)
      if (found.is === 'same') return found.listing
      if (found.is === 'ask') {
        waiting.set(row, found.listings)
        const { draft } = row
        complain(
          draft,
          'name',
          String(draft.fields.name),
          MAY_BE,
          'added; the desk is asked to compare the two',
        )
      }
      return null
    },
    placed(row, listing) {
      const side = sides.get(row)
      if (row.known && side) {
        const found = find(row, side, new Set())
        if (found.is === 'same')
          asked.push({ listing, like: { listing: found.listing, compared: found.compared } })
        if (found.is === 'ask') for (const like of found.listings) asked.push({ listing, like })
      }
      for (const like of waiting.get(row) ?? []) asked.push({ listing, like })
    },
  }
}

const MAY_BE = 'may be a listing that is here already'

function sideOfRow({ draft, places }: Row, groups: (draft: Draft) => Organisation | null): Side {
  const { name, phone, website } = draft.fields as Partial<ListingFields>
  const orgIds = groups(draft)?.org_ids ?? draft.group.org_ids ?? []
  return sideOf({ name: String(name), places, ...(phone && { phone }), ...(website && { website }) }, orgIds)
}

/** True where the source's new words would find other listings than its old ones. */
function changedIn(listing: string, side: Side, listings: Listings, source: string): boolean {
  const mine = listings.get(listing)?.statements.filter((it) => it.source === source) ?? []
  // What it said was taken back, and what was asked of it too.
  if (mine.length === 0) return true
  const before = sideOfStatements(mine, [])
  return (['names', 'postcodes', 'phones', 'hosts'] as const).some((key) =>
    side[key].some((one) => !before[key].includes(one)),
  )
}

/** Where this source told of one alike before, and the desk said that one is not the listing found. */
async function toldApart(
  tx: ImportTransaction,
  rows: readonly Row[],
  alike: Alike,
): Promise<{ has: (row: Row, listing: string) => boolean }> {
  const pairs = (row: Row, listing: string) => alike.own(row).map((own) => matchId(own, listing))
  const ids = rows.flatMap((row) => alike.of(row).flatMap((listing) => pairs(row, listing)))
  const apart = ids.length > 0 ? await tx.toldApart(ids) : new Set<string>()
  return { has: (row, listing) => apart.size > 0 && pairs(row, listing).some((id) => apart.has(id)) }
}

/** The desk compares them; its answer is remembered by the id of the matter. */
export async function openAsked(tx: ImportTransaction, { asked }: Elsewhere, at: string): Promise<void> {
  const targetOn = targetDay('match', new Date(at))
  const matters = asked.map(({ listing, like }): NewMatter => {
    const { score, why, against } = like.compared
    return {
      id: matchId(listing, like.listing),
      kind: 'match',
      listing,
      group: null,
      person: null,
      openedAt: at,
      targetOn,
      about: { a: like.listing, b: listing, score, why, against },
    }
  })
  if (matters.length > 0) await tx.openMatters(matters)
}
