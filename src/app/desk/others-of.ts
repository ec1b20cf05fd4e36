/** The other of two listings that may be one: two matters of one name are told apart in a queue. */
import { KINDS } from '../../desk/kinds.ts'
import { hides } from '../../listings/masked.ts'
import type { Listing } from '../../listings/listing.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { House } from '../house.ts'

/** Id of a matter → "Mustard Tree, M4 6AF". Only of matches whose other listing is there. */
export async function othersOf({ store }: House, matters: readonly Matter[]): Promise<Map<string, string>> {
  const pairs = matters.flatMap(({ id, kind, listing, about }) => {
    const read = kind === 'match' ? KINDS.match.about.safeParse(about) : null
    if (!read?.success) return []
    const { a, b } = read.data
    return [{ id, other: a === listing ? b : a }]
  })
  const found = await store.listings([...new Set(pairs.map(({ other }) => other))])
  const named = new Map(found.map(({ listing }) => [listing.id, nameOf(listing)]))
  return new Map(
    pairs.flatMap(({ id, other }) => {
      const name = named.get(other)
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}

/** A secret place is not named beside it. */
function nameOf({ name, places }: Listing): string {
  const [place] = hides(places) ? [] : places
  return place?.postcode === undefined ? name : `${name}, ${place.postcode}`
}
