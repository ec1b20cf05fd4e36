/** Listings most like one, of those that have room; where none says it has room, the most like it. Of equals the nearest. */
import { METRES_PER_MILE } from '../places/geo.ts'
import { FACETS, type Facet } from '../search/query.ts'
import type { EngineQuery } from '../search/engine.ts'
import { ANYBODY } from '../search/serves.ts'
import type { Listing } from '../listings/listing.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { texts } from '../text/texts.ts'
import { isPublic } from './find/find.ts'
import { trust } from './find/result.ts'
import type { House } from './house.ts'
import { inLanguage } from './in-language.ts'
import type { Similar } from './views.ts'

const MOST = 4
/** The nearest that share anything: among them the most alike are looked for. */
const LOOKED_AT = 40

function askLike(house: House, { listing }: Known, room: boolean): EngineQuery {
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, [] as string[]])) as Record<
    Facet,
    string[]
  >
  if (listing.needs.length > 0) filters.need = listing.needs
  else filters.kind = listing.kinds
  if (room) filters.room = ['1']
  const point = listing.places.find((it) => it.point)?.point
  return {
    what: '',
    age: null,
    term: [],
    filters,
    sort: point ? 'near' : 'checked',
    page: 1,
    size: LOOKED_AT,
    bbox: null,
    near: point ? { ...point, ...ANYBODY } : null,
    practice: [],
    withinMetres: null,
    now: house.now().getTime(),
    checkedDays: house.site.freshness.confirmed_days,
    facets: [],
    fair: null,
  }
}

/** How many needs and kinds two listings share; a kind says more of what an afternoon is like than a need. */
export function likeness(one: Listing, other: Listing): number {
  const shared = (a: string[], b: string[]) => a.filter((id) => b.includes(id)).length
  return shared(one.needs, other.needs) + 2 * shared(one.kinds, other.kinds)
}

export type Near = { known: Known; metres: number | null }

export async function nearOnes(house: House, known: Known, room: boolean): Promise<Near[]> {
  const { hits } = await house.engine.search(askLike(house, known, room))
  const metres = new Map(hits.map((hit) => [hit.id, hit.metres]))
  const ids = hits.map((hit) => hit.id).filter((id) => id !== known.listing.id)
  return (await house.listings(ids)).filter(isPublic).map((it) => ({
    known: it,
    metres: metres.get(it.listing.id) ?? null,
  }))
}

export async function similarTo(house: House, known: Known, lang: Lang): Promise<Similar[]> {
  const { listing } = known
  if (listing.needs.length + listing.kinds.length === 0) return []
  const withRoom = await nearOnes(house, known, true)
  const near = withRoom.length > 0 ? withRoom : await nearOnes(house, known, false)
  const far = Number.POSITIVE_INFINITY
  const alike = near
    .map((it) => ({ ...it, likeness: likeness(listing, it.known.listing) }))
    .sort((a, b) => b.likeness - a.likeness || (a.metres ?? far) - (b.metres ?? far))
  return alike.slice(0, MOST).map((it) => similarOf(house, it, lang))
}

function similarOf(house: House, { known, metres }: Near, lang: Lang): Similar {
  const { listing } = inLanguage(known, lang)
  const { capacity, capacitySaid } = trust(house, known, house.now(), texts(lang))
  const [place] = listing.places
  const miles = metres === null ? null : metres / METRES_PER_MILE
  return {
    slug: listing.slug,
    name: listing.name,
    place: place?.town ?? place?.name ?? null,
    miles,
    capacity,
    capacitySaid,
  }
}
