/** One batch of rows against what is known: what each row is, and what has to be written for it. */
import type { Statement } from '../listings/claims.ts'
import { settle, type Ranks } from '../listings/settle.ts'
import type { ListingFields, Place } from '../listings/listing.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { ImportTransaction, KnownRow, RowWrite } from '../store/import-store.ts'
import type { Draft } from './mapping/draft.ts'
import { identityOf } from './matching/identity.ts'
import { elsewhere, openAsked, type Elsewhere, type Listings } from './matching/elsewhere.ts'
import { slugChoices } from './matching/slug.ts'
import type { Matching } from './matching/weights.ts'
import { groupsFor } from './groups.ts'
import type { Written } from './noting.ts'
import { claimsOf, sameClaims, type Saying, type SourceAuthor } from './statement.ts'
import type { Suggester } from '../listings/suggest.ts'

export type Planner = {
  source: string
  at: string
  /** As whom it speaks: a register is believed less than a list. */
  author: SourceAuthor
  /** This source never said anything: no row of it can be known. */
  firstEver: boolean
  /** The directory is empty: nothing in it can be the same. */
  alone: boolean
  ranks: Ranks
  matching: Matching
  suggest: Suggester | null
  newId: () => string
}

/** A row that may have to be written: new to this source, or saying something else than before. */
export type Doubtful = {
  key: string
  hash: string
  /** As it is compared across sources: see matching/identity.ts. */
  name: string
  draft: Draft
  places: Place[]
  known: KnownRow | undefined
}

export type Planned =
  | { is: 'write'; row: RowWrite; draft: Draft; before: Written['before'] }
  /** Another hash, but the same values: nothing to write. */
  | { is: 'same'; key: string; draft: Draft; settled: ListingFields; listing: string; revision: number }

export async function planBatch(
  tx: ImportTransaction,
  rows: readonly Doubtful[],
  how: Planner,
): Promise<Planned[]> {
  const listings = await knownOf(tx, rows)
  const groups = await groupsFor(tx, rows, how.newId)
  const looked = how.alone ? null : await elsewhere(tx, rows, { listings, groups, how })
  const taken = new Set<string>()
  const planned = rows.map((row) => planRow(row, { looked, listings, groups, taken }, how))
  await giveSlugs(tx, planned)
  if (looked) await openAsked(tx, looked, how.at)
  return planned
}

type World = {
  /** null: there is nothing that a row could be. */
  looked: Elsewhere | null
  listings: Listings
  groups: (draft: Draft) => Organisation | null
  /** Listings that a row of this batch has been matched with: each takes one row of a source. */
  taken: Set<string>
}

function planRow(row: Doubtful, world: World, how: Planner): Planned {
  const { key, hash, draft, places, known } = row
  const id = known?.listing ?? world.looked?.sameAs(row, world.taken) ?? null
  const before = id === null ? undefined : world.listings.get(id)
  const listing = before && id !== null ? id : how.newId()
  if (before) world.taken.add(listing)
  world.looked?.placed(row, listing)
  const { author, suggest } = how
  const saying: Saying = { draft, places, at: how.at, suggest, author }
  const mine = before?.statements.find(({ source }) => source === how.source)
  const statement: Statement = { listing, source: how.source, fields: claimsOf(saying, mine?.fields) }
  const others = before?.statements.filter(({ source }) => source !== how.source) ?? []
  const settled = settle([...others, statement], how.ranks)
  // A row without a name never comes so far.
  if (settled.is === 'nameless') throw new Error(`Row ${draft.row} has no name.`)
  const group = world.groups(draft)
  const sameGroup = group === null || group.name === before?.listing.group?.name
  if (before && mine && sameGroup && sameClaims(mine.fields, statement.fields))
    return { is: 'same', key, draft, settled: settled.fields, listing, revision: before.listing.revision }
  const write = {
    key,
    hash,
    statement,
    settled: settled.fields,
    identity: identityOf(ownFields(statement), row.name),
    group,
  }
  if (before)
    return { is: 'write', draft, before, row: { ...write, is: 'known', revision: before.listing.revision } }
  return { is: 'write', draft, before: null, row: { ...write, is: 'new', slug: '' } }
}

/** By what this source's own words say, not by what other sources made of the listing. */
function ownFields({ fields }: Statement): ListingFields {
  const { name, places, phone, website } = fields
  return {
    name: name?.value ?? '',
    places: places?.value ?? [],
    phone: phone?.value ?? undefined,
    website: website?.value ?? undefined,
  } as ListingFields
}

async function knownOf(tx: ImportTransaction, rows: readonly Doubtful[]): Promise<Listings> {
  const ids = rows.flatMap(({ known }) => (known ? [known.listing] : []))
  return ids.length > 0 ? await tx.listings(ids) : new Map()
}

/** New listings get the first address of their choices that nobody has. */
async function giveSlugs(tx: ImportTransaction, planned: readonly Planned[]): Promise<void> {
  const fresh = planned.flatMap((one) => (one.is === 'write' && one.row.is === 'new' ? [one.row] : []))
  const used = new Set<string>()
  let left = fresh.map((row) => ({
    row,
    choices: slugChoices(row.settled.name, row.statement.listing, row.settled.places[0]?.postcode),
  }))
  // Nearly every name is free: the second choice is asked for only where it is needed.
  for (let choice = 0; left.length > 0; choice++) {
    const taken = await tx.slugsTaken(left.map(({ choices }) => choices[choice]?.() ?? ''))
    left = left.filter(({ row, choices }) => {
      const slug = choices[choice]?.() ?? ''
      if (choice < choices.length - 1 && (taken.has(slug) || used.has(slug))) return true
      used.add(slug)
      row.slug = slug
      return false
    })
  }
}
