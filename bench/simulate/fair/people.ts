/** Who searches for what, where and when; and what each of them would be glad of. The same for the same seed. */
import { readData } from '../../../src/app/read-data.ts'
import { homePlacesSchema } from '../../../src/places/home-places.ts'
import type { SearchDocument } from '../../../src/search/document.ts'
import { phrasesOf } from '../../../src/listings/taxonomy.ts'
import { metresBetween, METRES_PER_MILE } from '../../../src/places/geo.ts'
import type { LatLng } from '../../../src/listings/listing.ts'
import { dice, normal } from '../chance.ts'
import type { Directory } from './directory.ts'
import type { FairWorld } from './world.ts'

export type Searcher = {
  /** From 0, and the share of the day that is over. */
  day: number
  /** Typed; "" where a need was chosen from the list. */
  what: string
  need: string | null
  kind: string | null
  /** The need that was chosen from the list. */
  chosen: boolean
  /** Where they live; and the place they ask about: there, or the middle of their town or postcode district. */
  home: LatLng | null
  asked: LatLng | null
  /** From 0 to 1: which of the results is taken, and whether any is. */
  take: number
  go: number
}

const MILE = 1 / 69.1

function nearestOf(home: LatLng, places: readonly LatLng[]): LatLng {
  const [nearest = home] = places.toSorted((a, b) => metresBetween(home, a) - metresBetween(home, b))
  return { lat: nearest.lat, lng: nearest.lng }
}

/** One of several, by their weights; `at` from 0 up to 1. */
function drawn<T>(weighted: readonly { of: T; weight: number }[], at: number): T | undefined {
  let left = at * weighted.reduce((sum, { weight }) => sum + weight, 0)
  for (const { of, weight } of weighted) if ((left -= weight) < 0) return of
  return weighted.at(-1)?.of
}

export function searchers({ documents, rules }: Directory, world: FairWorld, seed: number): Searcher[] {
  const die = dice(seed)
  const having = (list: 'needs' | 'kinds') => {
    const counts = new Map<string, number>()
    for (const id of documents.flatMap((it) => it[list])) counts.set(id, (counts.get(id) ?? 0) + 1)
    const ranked = rules.taxonomy.lists[list]
      .map((of) => ({ of, count: counts.get(of.id) ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count || (a.of.id < b.of.id ? -1 : 1))
    return ranked.map(({ of, count }, i) => ({ of, weight: count ** world.counts / (i + 1) ** world.zipf }))
  }
  const [needs, kinds] = [having('needs'), having('kinds')]
  const { outcodes, places } = readData('data/places.json', homePlacesSchema)
  const named = [...outcodes, ...places.filter((it) => it.kind === 'town')]
  const doors = documents.flatMap(({ points }) => points)
  const one = (): Searcher => {
    const how = die()
    const byKind = how < world.by_kind
    const term = drawn(byKind ? kinds : needs, die())
    const chosen = !byKind && how < world.by_kind + world.by_need
    const phrases = term ? phrasesOf(term) : []
    const phrase = phrases[Math.floor(die() * phrases.length)] ?? ''
    const [placed, near] = [die() < world.with_place, doors[Math.floor(die() * doors.length)]]
    const [north, east] = [normal(die), normal(die)].map((it) => it * world.travel * MILE)
    const home = placed && near ? { lat: near.lat + (north ?? 0), lng: near.lng + (east ?? 0) * 1.7 } : null
    return {
      day: die() * world.days,
      what: chosen ? '' : phrase,
      need: byKind ? null : (term?.id ?? null),
      kind: byKind ? (term?.id ?? null) : null,
      chosen,
      home,
      asked: home === null ? null : die() < world.by_name ? nearestOf(home, named) : home,
      take: die(),
      go: die(),
    }
  }
  return Array.from({ length: world.searches }, one).sort((a, b) => a.day - b.day)
}

/** Miles at which a listing is worth half of one next door. */
const HALF_MILES = 3
/** Worth by standing: confirmed, due, unconfirmed, likely ended. */
const STANDINGS = [1, 0.9, 0.75, 0.25] as const

/** What the relevance suite calls "some miles off". */
const SOME_MILES = 2

/**
 * 2^grade - 1, graded as the questions of tests/relevance are: 3, it answers the need or is of the kind, and is near or
 * needs no visit; 2, the same some miles off; 1, it has only the words.
 */
export function gradeGain(person: Searcher, document: SearchDocument, metres: number | null): number {
  if (!isAbout(person, document)) return 1
  return person.home !== null && metres !== null && metres > SOME_MILES * METRES_PER_MILE ? 3 : 7
}

const isAbout = ({ need, kind }: Searcher, { needs, kinds }: SearchDocument): boolean =>
  (need !== null && needs.includes(need)) || (kind !== null && kinds.includes(kind))

/**
 * What a listing is worth to somebody, 0 to 7: what it is about, times its standing, times how far it is. What needs no visit counts as a mile away.
 */
export function worthTo(
  person: Searcher,
  document: SearchDocument,
  standing: number,
  metres: number | null,
): number {
  const miles = metres === null ? 1 : metres / METRES_PER_MILE
  const far = person.home === null ? 1 : 1 / (1 + miles / HALF_MILES)
  return (isAbout(person, document) ? 7 : 1) * (STANDINGS[standing] ?? 0) * far
}

export function metresTo(home: LatLng, { points }: SearchDocument): number | null {
  return points.length === 0 ? null : Math.min(...points.map((point) => metresBetween(home, point)))
}
