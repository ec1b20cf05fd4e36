/** Listings for the same needs that have room, nearest first; where none says it has room, the nearest like it. */
import { FACETS, type Facet } from '../search/query.ts'
import type { EngineQuery } from '../search/engine.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { texts } from '../text/texts.ts'
import { trust } from './find/result.ts'
import type { House } from './house.ts'
import { inLanguage } from './in-language.ts'
import type { Similar } from './views.ts'

const MOST = 4
const METRES_A_MILE = 1609.344

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
    size: MOST + 1,
    bbox: null,
    near: point ? { ...point, areaCodes: [], postcode: null } : null,
    withinMetres: null,
    now: house.now().getTime(),
    checkedDays: house.site.freshness.confirmed_days,
    facets: [],
  }
}

export async function similarTo(house: House, known: Known, lang: Lang): Promise<Similar[]> {
  if (known.listing.needs.length + known.listing.kinds.length === 0) return []
  const others = async (room: boolean) =>
    (await house.engine.search(askLike(house, known, room))).hits
      .filter((hit) => hit.id !== known.listing.id)
      .slice(0, MOST)
  const withRoom = await others(true)
  const hits = withRoom.length > 0 ? withRoom : await others(false)
  const listings = new Map(
    (await house.store.listings(hits.map((it) => it.id))).map((it) => [it.listing.id, it]),
  )
  return hits.flatMap((hit) => {
    const other = listings.get(hit.id)
    if (other === undefined) return []
    const { listing } = inLanguage(other, lang)
    const { capacity, capacitySaid } = trust(house, other, house.now(), texts(lang))
    return [
      {
        slug: listing.slug,
        name: listing.name,
        place: listing.places[0]?.town ?? listing.places[0]?.name ?? null,
        miles: hit.metres === null ? null : hit.metres / METRES_A_MILE,
        capacity,
        capacitySaid,
      },
    ]
  })
}
