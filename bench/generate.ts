/**
 * Listings by the thousand, the same ones on every machine: invented words by a Zipf law among words of the field,
 * groups, towns on a grid of England, and everything else in shares that a real directory might have.
 */
import { listingFields, type ListingFields } from '../src/listings/listing.ts'
import { FIELD_NAMES } from '../src/listings/listing.ts'
import { WEEKDAYS } from '../src/listings/session.ts'
import { readTaxonomy } from '../src/app/read-taxonomy.ts'
import type { Statement } from '../src/listings/claims.ts'
import type { NewListing } from '../src/store/store.ts'

/** Words that listings are made of, roughly by how often they are used. */
export const FIELD_WORDS = (
  'group club walk tea coffee community support friendly weekly chair exercise choir music art food garden craft lunch ' +
  'advice carers dementia friends sewing dance football men women young parents toddler bereavement debt benefits housing ' +
  'yoga swimming bowls cricket knitting reading book library history language english computers digital phone befriending ' +
  'visiting transport minibus volunteering cooking kitchen bank pantry meal warm space hub drop cafe social wellbeing mental ' +
  'health anxiety depression recovery addiction alcohol drugs stroke diabetes parkinsons arthritis cancer heart lung sight ' +
  'hearing deaf wheelchair disability autism learning veterans refugees asylum faith church mosque temple culture heritage ' +
  'photography painting pottery woodwork repair bike cycling running gym boxing judo karate badminton tennis netball rugby ' +
  'allotment nature birds park canal river forest singing drama theatre film quiz games chess cards bingo puzzle lego ' +
  'homework tuition mentoring jobs skills interview employment training course class workshop session beginners advanced ' +
  'gentle seated outdoor indoor evening morning afternoon weekend monday friday free donation booking welcome everyone ' +
  'family children babies teenagers older retired lgbt students neighbours lonely isolated grief listening counselling ' +
  'therapy mindfulness relaxation sleep pain breathing stretch balance falls strength mobility memory reminiscence'
).split(' ')

/** Words that hold sentences together. */
const SMALL_WORDS = 'the and for with a to of in our we you your at on is are all this from by who'.split(' ')

/** Towns that the map of the demonstration knows, so that generated listings are found there too. */
const HOME: [string, string, number, number][] = [
  ['Sale', 'M33', 53.424, -2.322],
  ['Stretford', 'M32', 53.446, -2.308],
  ['Urmston', 'M41', 53.448, -2.354],
  ['Altrincham', 'WA14', 53.387, -2.349],
  ['Hale', 'WA15', 53.377, -2.332],
]

const INVENTED = 15_000
const TOWNS = 1200
const DAY = 86_400_000
export const BENCH_NOW = new Date('2026-11-22T10:00:00Z')

export type Random = () => number

/** Mulberry32: small, seeded, good enough for shares. */
export function seeded(seed: number): Random {
  let s = seed >>> 0
  return () => {
    s = (s + 0x6d2b79f5) | 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(list: readonly T[], random: Random): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** The earlier in the list, the likelier: about 1 / rank, flattened by `flat` (1: Zipf, 0: all alike). */
const zipf = <T>(list: readonly T[], random: Random, flat = 1): T =>
  pick(list.slice(0, Math.max(1, Math.ceil(list.length ** (1 - flat + flat * random())))), random)

const SYLLABLES =
  'ba ben bri cal car den dol el far fen gar gle hal hin is jor kel kin lan len lor mar mel min nor nev ol pen per quin ran ros sal ser tam ter ul van ver wes win yar zel'.split(
    ' ',
  )

/** Invented words, commonest first. */
const INVENTED_WORDS: readonly string[] = invent(INVENTED, seeded(7))

function invent(count: number, random: Random): string[] {
  const words = new Set<string>()
  while (words.size < count) {
    let word = ''
    for (let left = 2 + Math.floor(random() * 2.4); left > 0; left--) word += pick(SYLLABLES, random)
    words.add(word)
  }
  return [...words]
}

type Town = { name: string; outcode: string; lat: number; lng: number }
const TOWN_LIST: readonly Town[] = makeTowns(seeded(11))

function makeTowns(random: Random): Town[] {
  const towns = HOME.map(([name, outcode, lat, lng]) => ({ name, outcode, lat, lng }))
  for (let n = HOME.length; n < TOWNS; n++) {
    const word = INVENTED_WORDS[n * 7] ?? 'nowhere'
    const name =
      word.charAt(0).toUpperCase() + word.slice(1) + pick(['', 'ton', 'ham', ' Green', 'bury'], random)
    const outcode =
      pick(['M', 'LS', 'B', 'SO', 'NR', 'PE', 'CF', 'TR'], random) + (1 + Math.floor(random() * 60))
    towns.push({ name, outcode, lat: 50.6 + random() * 4.4, lng: -4.2 + random() * 5.2 })
  }
  return towns
}

const taxonomy = readTaxonomy()
const ids = (list: 'needs' | 'kinds' | 'audiences' | 'conditions' | 'access' | 'languages') =>
  taxonomy.lists[list].map(({ id }) => id)
const LISTS = {
  needs: ids('needs'),
  kinds: ids('kinds'),
  audiences: ids('audiences'),
  conditions: ids('conditions'),
  access: ids('access'),
  languages: ids('languages'),
}

const some = <T>(list: readonly T[], most: number, random: Random): T[] => [
  ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => zipf(list, random, 0.6))),
]
const maybe = <T>(share: number, random: Random, make: () => T): T | undefined =>
  random() < share ? make() : undefined

function sentence(length: number, random: Random): string {
  const words = Array.from({ length }, () => {
    const which = random()
    if (which < 0.35) return pick(SMALL_WORDS, random)
    return which < 0.6 ? zipf(FIELD_WORDS, random, 0.45) : zipf(INVENTED_WORDS, random, 0.8)
  })
  // Two words in a thousand are misspelt, as in real files.
  if (random() < 0.1) words[0] = misspelt(words[0] ?? '', random)
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** One letter put in, left out, changed or swapped, never the first. */
export function misspelt(word: string, random: Random): string {
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const letter = String.fromCharCode(97 + Math.floor(random() * 26))
  const [before, here, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ]
  const kinds = [
    `${before}${letter}${here}${next}${after}`,
    `${before}${next}${after}`,
    `${before}${letter}${next}${after}`,
    `${before}${next}${here}${after}`,
  ]
  return pick(kinds, random)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The fields of the n-th listing. */
export function generatedFields(n: number): ListingFields {
  const random = seeded(n * 2_654_435_761)
  const town = zipf(TOWN_LIST, random, 0.25)
  const owner = capital(zipf(INVENTED_WORDS, random, 0.5))
  const topic = [zipf(FIELD_WORDS, random, 0.3), zipf(FIELD_WORDS, random, 0.3)]
  const point = { lat: town.lat + (random() - 0.5) * 0.06, lng: town.lng + (random() - 0.5) * 0.09 }
  const inward = `${Math.floor(random() * 9) + 1}${pick(['AA', 'BD', 'HF', 'JL', 'QT'], random)}`
  const start = 9 + Math.floor(random() * 10)
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  return listingFields.parse({
    name: `${owner} ${topic.join(' ')} ${pick(['group', 'club', 'project', 'friends', 'centre'], random)}`,
    summary: sentence(10, random),
    description: Array.from({ length: 4 }, () => sentence(6 + Math.floor(random() * 10), random)).join(' '),
    needs: some(LISTS.needs, 3, random),
    kinds: some(LISTS.kinds, 2, random),
    audience: maybe(0.4, random, () => ({
      age_from: maybe(0.5, random, () => pick([5, 11, 16, 18, 50, 60, 65], random)),
      gender: maybe(0.2, random, () => pick(['women', 'men'], random)),
      communities: some(LISTS.audiences, 1, random),
      conditions: some(LISTS.conditions, 1, random),
    })),
    how: random() < 0.85 ? ['in-person'] : pick([['phone'], ['video', 'online'], ['home-visit']], random),
    cost: maybe(0.7, random, () => ({ kind: pick(['free', 'free', 'donation', 'paid'], random) })),
    access: some(LISTS.access, 3, random),
    languages: maybe(0.2, random, () => some(LISTS.languages, 2, random)) ?? [],
    join: maybe(0.6, random, () => ({ ways: [pick(['turn-up', 'book', 'self-refer', 'referral'], random)] })),
    places: [
      {
        name: `${capital(zipf(INVENTED_WORDS, random, 0.5))} ${pick(['Hall', 'Centre', 'Church', 'Library', 'House'], random)}`,
        town: town.name,
        postcode: `${town.outcode} ${inward}`,
        point,
        precision: 'postcode',
      },
    ],
    catchment: maybe(0.3, random, () =>
      pick(
        [{ kind: 'anyone' }, { kind: 'radius', miles: 5 }, { kind: 'postcodes', starts: [town.outcode] }],
        random,
      ),
    ),
    sessions:
      maybe(0.75, random, () => [
        { rule: { every: 'week', on: [pick(WEEKDAYS, random)] }, start: clock(start), end: clock(start + 2) },
      ]) ?? [],
    phone: { number: '0161 496 0000' },
    status: 'published',
  })
}

/** What the store knows of the n-th one besides its fields: when somebody confirmed it, and whether there is room. */
export function generatedEvents(n: number): {
  confirmedAt: number | null
  room: 'open' | 'waiting' | 'full' | null
} {
  const random = seeded(n * 40_503 + 1)
  return {
    confirmedAt: random() < 0.6 ? BENCH_NOW.getTime() - Math.floor(random() ** 2 * 900 * DAY) : null,
    room: random() < 0.3 ? pick(['open', 'open', 'waiting', 'full'] as const, random) : null,
  }
}

export const generatedId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Listings as the store takes them, in batches. */
export function* generateListings(count: number, batch: number): Generator<NewListing[]> {
  const at = BENCH_NOW.toISOString()
  for (let from = 0; from < count; from += batch)
    yield Array.from({ length: Math.min(batch, count - from) }, (_, i) => newListing(from + i, at))
}

function newListing(n: number, at: string): NewListing {
  const id = generatedId(n)
  const settled = generatedFields(n)
  const claims = FIELD_NAMES.flatMap((field) =>
    settled[field] === undefined ? [] : [[field, { value: settled[field], at, by: 'source', how: 'file' }]],
  )
  const statement: Statement = { listing: id, source: 'generated', fields: Object.fromEntries(claims) }
  return { id, slug: `listing-${n}`, group: null, statement, settled, author: 'source', at }
}
