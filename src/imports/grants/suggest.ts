/** Recipients whose number nobody here has: those here that may be the same are put before the desk. */
import { hash } from 'node:crypto'
import type { ImportTransaction } from '../../store/import-store.ts'
import type { NewMatter } from '../../store/matters/matter.ts'
import type { NamedGroup } from '../../store/awards/sides.ts'
import { nameKey } from '../matching/identity.ts'
import { mayBe, type Recipient, type Side } from './recipients.ts'

export type Suggesting = { source: string; openedAt: string; targetOn: string }
export type Suggested = { matter: NewMatter; recipient: Recipient }

/** Names asked for at a time. */
const BATCH = 1_000

/** `running`: groups that run something. One matter for each recipient and each that it may be. The answer is remembered by its id, whatever it was. */
export async function suggestions(
  tx: ImportTransaction,
  recipients: readonly Recipient[],
  running: readonly NamedGroup[],
  about: Suggesting,
): Promise<Suggested[]> {
  const asked = recipients.filter(({ ids }) => ids.length > 0)
  if (asked.length === 0) return []
  const byName = Map.groupBy(asked, ({ name }) => nameKey(name))
  const groups = Map.groupBy(running, ({ name }) => nameKey(name))
  const found: Suggested[] = []
  const keys = [...byName.keys()]
  for (let from = 0; from < keys.length; from += BATCH) {
    const some = keys.slice(from, from + BATCH)
    const sides = await sidesNamed(tx, some, groups)
    for (const key of some)
      for (const recipient of byName.get(key) ?? [])
        for (const side of mayBe(recipient, sides.get(key) ?? []))
          found.push({ matter: matterOf(recipient, side, about), recipient })
  }
  return found
}

/** Groups called so, groups that run a listing called so, and listings called so that nobody runs. */
async function sidesNamed(
  tx: ImportTransaction,
  keys: readonly string[],
  groups: Map<string, NamedGroup[]>,
): Promise<Map<string, Side[]>> {
  const named = await tx.sides.listingsNamed(keys)
  const all = new Map<string, { key: string; group: NamedGroup | null; listing: string | null }>()
  const add = (key: string, group: NamedGroup | null, listing: string | null): void =>
    void all.set(JSON.stringify([key, group?.id ?? listing]), { key, group, listing })
  for (const key of keys) for (const group of groups.get(key) ?? []) add(key, group, null)
  for (const { key, group, listing } of named) add(key, group, group === null ? listing : null)
  const runs = await tx.sides.listingsOf([...all.values()].flatMap(({ group }) => group?.id ?? []))
  const idsOf = ({ group, listing }: { group: NamedGroup | null; listing: string | null }): string[] =>
    group === null ? (listing === null ? [] : [listing]) : (runs.get(group.id) ?? [])
  const known = await tx.listings([...new Set([...all.values()].flatMap(idsOf))])
  const sides = new Map<string, Side[]>()
  for (const one of all.values()) {
    const listings = idsOf(one).flatMap((id) => {
      const listing = known.get(id)?.listing
      if (listing === undefined) return []
      const postcodes = [...new Set(listing.places.flatMap(({ postcode }) => postcode ?? []))]
      return [{ id, name: listing.name, postcodes }]
    })
    if (listings.length > 0)
      sides.set(one.key, [...(sides.get(one.key) ?? []), { group: one.group, listings }])
  }
  return sides
}

/** Listings named in one matter. */
const MOST_LISTINGS = 8

function matterOf(recipient: Recipient, { group, listings }: Side, about: Suggesting): NewMatter {
  const { ids, name, postcode, grants, funders, pence, endsOn } = recipient
  const [first] = listings
  return {
    id: `same-group:${group?.id ?? first?.id ?? ''}:${inAddress(ids[0] ?? '')}`,
    kind: 'same-group',
    listing: first?.id ?? null,
    group: group?.id ?? null,
    person: null,
    openedAt: about.openedAt,
    targetOn: about.targetOn,
    about: {
      group,
      listings: listings.slice(0, MOST_LISTINGS),
      org: { id: ids[0] ?? '', ids, name, postcode },
      told: about.source,
      why: 'grants',
      grants: { count: grants, funders, pence, endsOn },
    },
  }
}

/** A number as it can stand in the address of a page; a funder's own may hold anything. */
const inAddress = (id: string): string =>
  /^[\w-]+$/.test(id) ? id : hash('sha1', id, 'base64url').slice(0, 16)
