/** The gazetteer's tables: see places/gazetteer.ts for what they hold. */
import { sql } from 'kysely'
import type { AreaRow, GazetteerTables, OutcodeRow, PlaceNameRow, PostcodeRow } from '../places/gazetteer.ts'
import { foldName } from '../places/place-name.ts'
import { among, insertMany, setAll, type Columns } from './bulk.ts'
import type { Database, Writing } from './database.ts'
import { bare } from './plain-text.ts'
import { practices } from './practices.ts'
import type { Tables } from './tables.ts'

/** Sorts after every name that begins as the text before it. */
const LAST = '\u{10ffff}'

const POSTCODE: Columns<'postcode'> = [
  ['postcode', 'text'],
  ['lat', 'double precision'],
  ['lng', 'double precision'],
  ['area_codes', 'text'],
  ['learned', 'integer'],
]
const OUTCODE: Columns<'outcode'> = [
  ['outcode', 'text'],
  ['lat', 'double precision'],
  ['lng', 'double precision'],
  ['town', 'text'],
]
const AREA: Columns<'area'> = [
  ['code', 'text'],
  ['name', 'text'],
  ['kind', 'text'],
  ['lat', 'double precision'],
  ['lng', 'double precision'],
  ['west', 'double precision'],
  ['south', 'double precision'],
  ['east', 'double precision'],
  ['north', 'double precision'],
  ['outline', 'text'],
]
const PLACE_NAME: Columns<'place_name'> = [
  ['folded', 'text'],
  ['kind', 'text'],
  ['name', 'text'],
  ['lat', 'double precision'],
  ['lng', 'double precision'],
  ['weight', 'double precision'],
]
const over = (columns: readonly (readonly [string, string])[], key: readonly string[]) =>
  `(${key.join(', ')}) do update set ${setAll(
    columns.map(([name]) => name).filter((name) => !key.includes(name)),
  )}`

/** PostgreSQL refuses to write one row twice in a statement: of rows with one key the last is kept. */
function lastOf<R>(rows: readonly R[], key: (row: R) => string): R[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()]
}

function putPostcodes(tx: Writing, rows: readonly PostcodeRow[], learned: 0 | 1): Promise<void> {
  const values = lastOf(rows, (row) => row.postcode).map(
    ({ postcode, lat, lng, areaCodes }) => [bare(postcode), lat, lng, areaCodes.join(' '), learned] as const,
  )
  const known = over(POSTCODE, ['postcode'])
  return insertMany(tx, 'postcode', POSTCODE, values, learned ? `${known} where postcode.learned = 1` : known)
}

function putOutcodes(tx: Writing, rows: readonly OutcodeRow[]): Promise<void> {
  const values = lastOf(rows, (row) => row.outcode).map(
    ({ outcode, lat, lng, town }) => [bare(outcode), lat, lng, town] as const,
  )
  return insertMany(tx, 'outcode', OUTCODE, values, over(OUTCODE, ['outcode']))
}

function putAreas(tx: Writing, rows: readonly AreaRow[]): Promise<void> {
  const values = lastOf(rows, (row) => row.code).map(
    ({ code, name, kind, lat, lng, box, outline }) =>
      [bare(code), bare(name), kind, lat, lng, ...box, bare(outline)] as const,
  )
  return insertMany(tx, 'area', AREA, values, over(AREA, ['code']))
}

function putPlaceNames(tx: Writing, rows: readonly PlaceNameRow[]): Promise<void> {
  const key = ({ name, kind, lat, lng }: PlaceNameRow) => `${foldName(bare(name))} ${kind} ${lat} ${lng}`
  const values = lastOf(rows, key).map(
    ({ name, kind, lat, lng, weight }) => [foldName(bare(name)), kind, bare(name), lat, lng, weight] as const,
  )
  return insertMany(tx, 'place_name', PLACE_NAME, values, over(PLACE_NAME, ['folded', 'kind', 'lat', 'lng']))
}

const area = ({ west, south, east, north, kind, ...rest }: Tables['area']): AreaRow => ({
  ...rest,
  kind: kind as AreaRow['kind'],
  box: [west, south, east, north],
})

type NameRow = Omit<PlaceNameRow, 'kind'> & { kind: string }
const placeName = ({ name, lat, lng, kind, weight }: NameRow): PlaceNameRow => ({
  name,
  lat,
  lng,
  kind: kind as PlaceNameRow['kind'],
  weight,
})

export function gazetteerTables({ read: db, dialect, write }: Database): GazetteerTables {
  const names = () =>
    db
      .selectFrom('place_name')
      .select(['name', 'lat', 'lng', 'kind', 'weight'])
      .orderBy('weight', 'desc')
      .orderBy('folded')
  return {
    async postcodes(postcodes) {
      const { rows } = await sql<{ postcode: string; lat: number; lng: number; area_codes: string }>`
        select postcode, lat, lng, area_codes from postcode
        where ${among(dialect, sql.ref('postcode'), postcodes)}`.execute(db)
      const codes = (text: string) => (text === '' ? [] : text.split(' '))
      return new Map(
        rows.map(({ postcode, lat, lng, area_codes }) => [
          postcode,
          { postcode, lat, lng, areaCodes: codes(area_codes) },
        ]),
      )
    },
    async outcodes(outcodes) {
      const { rows } = await sql<OutcodeRow>`
        select outcode, lat, lng, town from outcode
        where ${among(dialect, sql.ref('outcode'), outcodes)}`.execute(db)
      return new Map(rows.map(({ outcode, lat, lng, town }) => [outcode, { outcode, lat, lng, town }]))
    },
    async named(name) {
      const rows = await names()
        .where('folded', '=', foldName(bare(name)))
        .execute()
      return rows.map(placeName)
    },
    async beginning(prefix, limit) {
      const start = foldName(bare(prefix))
      if (start === '') return []
      const rows = await names()
        .where('folded', '>=', start)
        .where('folded', '<', start + LAST)
        .limit(limit)
        .execute()
      return rows.map(placeName)
    },
    async towns(limit) {
      return (await names().where('kind', '=', 'town').limit(limit).execute()).map(placeName)
    },
    practices: () => practices({ db, dialect }),
    async areas() {
      return (await db.selectFrom('area').selectAll().orderBy('code').execute()).map(area)
    },
    async areasAround({ lat, lng }) {
      const rows = await db
        .selectFrom('area')
        .selectAll()
        .where('south', '<=', lat)
        .where('north', '>=', lat)
        .where('west', '<=', lng)
        .where('east', '>=', lng)
        .orderBy('code')
        .execute()
      return rows.map(area)
    },
    putPostcodes: (rows) => write((tx) => putPostcodes(tx, rows, 0)),
    learn: (rows) => write((tx) => putPostcodes(tx, rows, 1)),
    putOutcodes: (rows) => write((tx) => putOutcodes(tx, rows)),
    putAreas: (rows) => write((tx) => putAreas(tx, rows)),
    putPlaceNames: (rows) => write((tx) => putPlaceNames(tx, rows)),
    async counts() {
      const { rows } = await sql<{ postcodes: number; outcodes: number; areas: number; names: number }>`
        select (select count(*) from postcode) as postcodes, (select count(*) from outcode) as outcodes,
          (select count(*) from area) as areas, (select count(*) from place_name) as names`.execute(db)
      return { ...(rows[0] ?? { postcodes: 0, outcodes: 0, areas: 0, names: 0 }) }
    },
  }
}
