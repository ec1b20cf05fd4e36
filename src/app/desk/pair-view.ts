/** Two listings that may be one, side by side, in words and on a map. */
import { openPair, type Half, type Pair } from '../../desk/match/pair.ts'
import { isPeoples } from '../../desk/match/together.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import { FIELD_NAMES, type FieldName, type LatLng, type Place } from '../../listings/listing.ts'
import { hides } from '../../listings/masked.ts'
import { saysSame } from '../../listings/says-same.ts'
import { settle } from '../../listings/settle.ts'
import { labelOf } from '../../listings/taxonomy.ts'
import { boxAround, metresBetween, type Box } from '../../places/geo.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Source } from '../../store/store.ts'
import type { Text } from '../../text/en.ts'
import { listOf } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import type { Lang } from '../../text/format.ts'
import type { Workshop } from '../../upkeep/workshop.ts'

type Cell = { lines: string[]; by: string | null }
export type PairView =
  | { is: 'one' | 'gone'; words: string }
  | {
      is: 'two'
      halves: {
        number: number
        id: string
        name: string
        slug: string
        draft: boolean
        /** Who tells of it: "Community hubs, Charity register". */
        told: string
        keep: string
        kept: boolean
      }[]
      /** Fields of which at least one says something; those that differ first, then those that one `alone` speaks of. */
      rows: { field: FieldName; name: string; differs: boolean; alone: 1 | 2 | null; cells: [Cell, Cell] }[]
      place: string
      /** Places of both, numbered as the two are; null: at least one cannot be shown. */
      places: (Place & { number: number })[] | null
      /** What the map shows: both, with room round them. */
      box: Box | null
      agrees: string[]
      differs: string[]
    }

/** null: the matter is of another kind. */
export async function pairView(
  house: Workshop,
  who: SignedIn | null,
  matter: Matter,
  lang: Lang,
): Promise<PairView | null | 'refused'> {
  if (matter.kind !== 'match') return null
  const text = texts(lang)
  const pair = await openPair(who, matter, house)
  if (pair.is === 'refused') return 'refused'
  if (pair.is === 'one') return { is: 'one', words: text.desk.matches.one }
  if (pair.is === 'unknown') return { is: 'gone', words: text.desk.matches.gone }
  return twoOf(house, pair, await house.store.sources(), { text, lang })
}

type Two = Extract<Pair, { is: 'two' }>

function twoOf(
  house: Workshop,
  { a, b, kept, about }: Two,
  sources: readonly Source[],
  { text, lang }: { text: Text; lang: Lang },
): PairView {
  const t = text.desk.matches
  const labels: LabelOf = (list, id) => labelOf(house.taxonomy, list, id, lang)
  const shown = [a, b].map((half) => cellsOf(house, half, sources, text, labels))
  const [left = new Map<FieldName, Cell>(), right = new Map<FieldName, Cell>()] = shown
  // Kept secret since they were compared: where it is not is no more to be said than where it is.
  const secret = [a, b].some(({ known }) => hides(known.listing.places))
  const maySay = (why: string): boolean => !secret || !OF_PLACE.includes(why)
  const nobody: Cell = { lines: [], by: null }
  const rows = FIELD_NAMES.filter((field) => field !== 'status').flatMap((field) => {
    const cells: [Cell, Cell] = [left.get(field) ?? nobody, right.get(field) ?? nobody]
    if (cells.every(({ lines }) => lines.length === 0)) return []
    const said = cells.map(({ lines }) => lines.length > 0)
    const alone = said[1] === false ? (1 as const) : said[0] === false ? (2 as const) : null
    const [one, other] = [a.known.listing[field], b.known.listing[field]]
    return [
      {
        field,
        name: text.pages.listing.fields[field],
        differs: alone === null && !saysSame(field, one, other) && !sameLines(cells),
        alone,
        cells,
      },
    ]
  })
  // After those that differ: what one alone says.
  rows.sort((x, y) => Number(y.alone !== null) - Number(x.alone !== null))
  const halves = [a, b].map((half, at) => ({
    ...halfOf(half, at + 1, half === kept, text),
    told: toldBy(at === 0 ? left : right, text),
  }))
  return {
    is: 'two',
    halves,
    rows: [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)],
    ...placesOf(a, b, text),
    agrees: about.why.filter(maySay).flatMap((why) => t.whys[why] ?? []),
    differs: about.against.filter(maySay).flatMap((why) => t.against[why] ?? []),
  }
}

const OF_PLACE: readonly string[] = ['place', 'other_place']

/** Two points of one address are the same words: their distance is said with the map. */
const sameLines = ([a, b]: [Cell, Cell]): boolean => a.lines.join('\n') === b.lines.join('\n')

function halfOf({ known, statements }: Half, number: number, kept: boolean, { desk }: Text) {
  const { id, name, slug, status } = known.listing
  const people = statements.filter(({ source }) => isPeoples(source)).length
  const keep = people > 0 ? desk.matches.keepPeople(people) : ''
  return { number, id, name, slug, draft: status === 'draft', keep, kept }
}

/** Words that were only worked out tell of nothing. */
function toldBy(cells: ReadonlyMap<FieldName, Cell>, text: Text): string {
  const { suggested } = text.pages.listing.authors
  const names = [...cells.values()].flatMap(({ by }) => (by === null || by === suggested ? [] : [by]))
  return listOf([...new Set(names)], text)
}

function cellsOf(
  house: Workshop,
  { known, statements }: Half,
  sources: readonly Source[],
  text: Text,
  labels: LabelOf,
): Map<FieldName, Cell> {
  const settled = settle(statements, house.ranks)
  const provenance = settled.is === 'settled' ? settled.provenance : {}
  const nameOf = (source: string) => sources.find(({ id }) => id === source)?.name ?? source
  return new Map(
    FIELD_NAMES.map((field) => {
      const said = provenance[field]
      const named = said !== undefined && (said.by === 'source' || said.by === 'register')
      const { authors } = text.pages.listing
      const by = said === undefined ? null : named ? nameOf(said.source) : authors[said.by]
      return [field, { lines: fieldSaid(field, known.listing[field], text, labels) ?? [], by }] as const
    }),
  )
}

/** Metres. Nearer than this two pins lie on each other anyhow. */
const LEAST_SHOWN = 60
const middle = (a: LatLng, b: LatLng): LatLng => ({ lat: (a.lat + b.lat) / 2, lng: (a.lng + b.lng) / 2 })

/** A place that is kept secret is on no map, and its distance from another is not said either. */
function placesOf(
  a: Half,
  b: Half,
  { desk }: Text,
): Pick<Extract<PairView, { is: 'two' }>, 'place' | 'places' | 'box'> {
  const t = desk.matches
  const both = [a, b].map(({ known }) => known.listing.places)
  if (both.some(hides)) return { place: t.placeSecret, places: null, box: null }
  const [one, other] = both.map((places) => places.find(({ point }) => point !== undefined))
  const postcodes = both.map((places) => places[0]?.postcode)
  const same = postcodes[0] !== undefined && postcodes[0] === postcodes[1]
  if (!one?.point || !other?.point)
    return { place: same ? t.samePostcode : t.placeUnknown, places: null, box: null }
  const metres = Math.round(metresBetween(one.point, other.point))
  const far = metres < 1000 ? t.apart(metres) : t.kilometres(Math.round(metres / 100) / 10)
  return {
    place: same ? `${t.samePostcode}. ${far}` : far,
    box: boxAround(middle(one.point, other.point), Math.max(metres, LEAST_SHOWN) * 0.75),
    places: [
      { ...one, number: 1 },
      { ...other, number: 2 },
    ],
  }
}
