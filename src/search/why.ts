/** Why a listing is among what was found for a place: how far it is, how it comes to people, whom it is for. Pure. */
import { countryOf, type Country } from '../listings/countries.ts'
import type { Catchment, LatLng, Listing, Place } from '../listings/listing.ts'
import { shownPlaces } from '../listings/masked.ts'
import type { AreaNames, NamedArea } from '../places/area-names.ts'
import { metresBetween, METRES_PER_MILE } from '../places/geo.ts'
import { isUnplaced, servesOf, standOf, tokensHere, whoTokens, type Living, type Stand } from './serves.ts'

/** Names are those people know; `more`: how many are not named. */
export type Whom =
  | { is: 'areas'; names: string[]; more: number }
  | { is: 'wards'; names: string[] }
  | { is: 'wards-in'; count: number; district: string | null }
  | { is: 'some-areas' }
  | { is: 'postcodes'; names: string[]; more: number }
  | { is: 'miles'; miles: number }
  | { is: 'country'; country: Country }
  | { is: 'patients'; names: string[]; more: number }

export type Why =
  /** `about`: only the area it meets in is known. */
  | { is: 'near'; miles: number; about: boolean }
  | { is: 'way'; way: 'home' | 'phone' | 'online' }
  /** Nobody said where it meets. */
  | { is: 'unplaced' }
  /** Whom it is for: `here`, who was asked for is among them; `elsewhere`, surely not. */
  | { is: 'for'; whom: Whom; stand: Stand }

/** What is known of the place asked about; see EngineQuery. */
export type Asked = { near: (LatLng & Living) | null; practice: readonly string[]; areas: AreaNames }

/** More names than this are counted, not named: a card is read at a glance. */
const NAMED = 2

/** `metres`: as the engine measured, null where nobody has to go. `about`: the place's point is an area's. */
export function whyHere(
  listing: Pick<Listing, 'how' | 'catchment' | 'places'>,
  metres: number | null,
  about: boolean,
  asked: Asked | null,
): Why[] {
  const way = wayOf(listing)
  const how: Why[] =
    metres !== null
      ? [{ is: 'near', miles: metres / METRES_PER_MILE, about }]
      : way === null
        ? asked?.near && isUnplaced(listing)
          ? [{ is: 'unplaced' }]
          : []
        : [{ is: 'way', way }]
  const { catchment } = listing
  if (asked === null || catchment === undefined) return how
  const whom = whomOf(catchment, asked)
  if (whom === null) return how
  const { near, practice } = asked
  const away = near ? nearestMetres(listing.places, near) : Infinity
  const stand = standOf(servesOf(listing), away, near, practice)
  // What is for a district is found from all that may lie in it, and promised only to what surely does.
  const promised = stand === 'here' && catchment.kind === 'areas' && near?.sure === false ? 'unsaid' : stand
  return [...how, { is: 'for', whom, stand: promised }]
}

/** As everybody may know it: a place that is kept secret is measured from its area, never from its door. */
function nearestMetres(places: readonly Place[], from: LatLng): number {
  const points = shownPlaces(places, false).flatMap(({ point }) => (point ? [point] : []))
  return Math.min(Infinity, ...points.map((point) => metresBetween(from, point)))
}

/** How it comes to somebody who does not travel. */
function wayOf({ how }: Pick<Listing, 'how'>): 'home' | 'phone' | 'online' | null {
  if (how.includes('home-visit')) return 'home'
  if (how.includes('phone')) return 'phone'
  return how.includes('online') || how.includes('video') ? 'online' : null
}

/** null: for anybody, which nobody has to be told. */
function whomOf(catchment: Catchment, asked: Asked): Whom | null {
  switch (catchment.kind) {
    case 'anyone':
      return null
    case 'country': {
      const country = countryOf(catchment.code)
      return country === null ? null : { is: 'country', country }
    }
    case 'radius':
      return { is: 'miles', miles: catchment.miles }
    case 'postcodes':
      return {
        is: 'postcodes',
        ...someOf(
          mineFirst(catchment.starts, (start) => whoTokens({ kind: 'postcodes', starts: [start] }), asked),
        ),
      }
    case 'practices':
      return {
        is: 'patients',
        ...someOf(
          mineFirst(
            catchment.names,
            (name) => whoTokens({ kind: 'practices', codes: [], names: [name] }),
            asked,
          ),
        ),
      }
    case 'areas':
      return areasOf(catchment, asked)
  }
}

const someOf = (names: readonly string[]) => ({
  names: names.slice(0, names.length === NAMED ? NAMED : 1),
  more: names.length === NAMED ? 0 : Math.max(0, names.length - 1),
})

/** What the person asked for is in is named before the rest. */
function mineFirst<T>(all: readonly T[], tokensOf: (one: T) => string[], { near, practice }: Asked): T[] {
  const here = new Set(near ? tokensHere(near, practice) : practice)
  const isMine = (one: T) => tokensOf(one).some((token) => here.has(token))
  return [...all].sort((a, b) => Number(isMine(b)) - Number(isMine(a)))
}

function areasOf({ codes, names }: Extract<Catchment, { kind: 'areas' }>, asked: Asked): Whom {
  const known = codes.map((code) => asked.areas.of(code))
  const wards = known.filter((area): area is NamedArea => area?.kind === 'ward')
  if (wards.length === codes.length && wards.length > 0) return wardsOf(wards, asked)
  const called = codes.map((code, i) => {
    const name = known[i]?.name ?? (names.length === codes.length ? names[i] : undefined)
    return name === undefined ? null : { code, name }
  })
  const told = called.filter((it) => it !== null)
  if (told.length === codes.length) {
    const first = mineFirst(told, ({ code }) => whoTokens({ kind: 'areas', codes: [code], names: [] }), asked)
    return { is: 'areas', ...someOf(first.map(({ name }) => name)) }
  }
  return names.length > 0 ? { is: 'areas', ...someOf(names) } : { is: 'some-areas' }
}

/** All wards of a district are the district. */
function wardsOf(wards: readonly NamedArea[], { areas }: Asked): Whom {
  const districts = new Set(wards.map(({ district }) => district))
  const [district = null] = districts
  const one = districts.size === 1 ? district : null
  if (one !== null && wards.length > 1 && wards.length === areas.wardsOf(one))
    return { is: 'areas', names: [one], more: 0 }
  if (wards.length <= NAMED) return { is: 'wards', names: wards.map(({ name }) => name) }
  return { is: 'wards-in', count: wards.length, district: one }
}
