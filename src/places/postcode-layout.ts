/** Which column of a postcode table holds what: known layouts by their headers, and Code-Point Open, which has none. */
import { parsePostcode } from './postcode.ts'

export type PostcodeLayout = {
  kind: 'onspd' | 'code-point-open' | 'postcodes'
  /** False where the first line is a row already. */
  header: boolean
  postcode: number
  degrees: { lat: number; lng: number } | null
  /** National Grid metres. */
  grid: { east: number; north: number } | null
  /** Column with the month a postcode was ended; empty while it lives. */
  ended: number | null
  town: number | null
  areas: { kind: 'ward' | 'district'; code: number; name: number | null }[]
}

/** Headers in small letters without punctuation; the first that is there is taken. ONSPD, NSPL, council files, own ones. */
const HEADERS = {
  postcode: [
    /^pcds$/,
    /^postcode$/,
    /^pcd2$/,
    /^pcd8$/,
    /^pcd7?$/,
    /^(outcode|postcodedistrict|postalcode)$/,
  ],
  lat: [/^lat(itude)?$/],
  lng: [/^(long|lng|lon|longitude)$/],
  east: [/^(os)?east1m$/, /^eastings?$/],
  north: [/^(os)?nrth1m$/, /^north1m$/, /^northings?$/],
  ended: [/^doterm$/],
  town: [/^(town|posttown)$/],
  ward: [/^(os)?ward(code|cd)?$/, /^wd\d\dcd$/, /^adminwardcode$/],
  wardName: [/^wardname$/, /^wd\d\dnm$/],
  district: [/^(os)?laua$/, /^la(d)?code$/, /^lad\d\dcd$/, /^admindistrictcode$/],
  districtName: [/^la(d)?name$/, /^lad\d\dnm$/],
} as const

/** Code-Point Open: postcode, quality, eastings, northings, country, two health codes, county, district, ward. */
const CODE_POINT_OPEN: PostcodeLayout = {
  kind: 'code-point-open',
  header: false,
  postcode: 0,
  degrees: null,
  grid: { east: 2, north: 3 },
  ended: null,
  town: null,
  areas: [
    { kind: 'ward', code: 9, name: null },
    { kind: 'district', code: 8, name: null },
  ],
}
const CODE_POINT_COLUMNS = 10

/** The layout of a table by its first line, or what is missing for it to be one. */
export function layoutOf(
  first: readonly string[],
): PostcodeLayout | { missing: 'header' | 'postcode' | 'point' } {
  const begins = parsePostcode(first[0] ?? '').is === 'full'
  if (begins && first.length === CODE_POINT_COLUMNS && /^\d+$/.test(first[2] ?? '')) return CODE_POINT_OPEN
  if (begins) return { missing: 'header' }
  const headers = first.map((cell) => cell.toLowerCase().replace(/[^a-z\d]/g, ''))
  const find = (which: keyof typeof HEADERS): number | null => {
    for (const pattern of HEADERS[which]) {
      const at = headers.findIndex((header) => pattern.test(header))
      if (at >= 0) return at
    }
    return null
  }
  const [postcode, lat, lng, east, north] = [
    find('postcode'),
    find('lat'),
    find('lng'),
    find('east'),
    find('north'),
  ]
  if (postcode === null) return { missing: 'postcode' }
  const degrees = lat !== null && lng !== null ? { lat, lng } : null
  const grid = east !== null && north !== null ? { east, north } : null
  if (!degrees && !grid) return { missing: 'point' }
  const ended = find('ended')
  const [ward, district] = [find('ward'), find('district')]
  const areas: PostcodeLayout['areas'] = []
  if (ward !== null) areas.push({ kind: 'ward', code: ward, name: find('wardName') })
  if (district !== null) areas.push({ kind: 'district', code: district, name: find('districtName') })
  const kind = ended === null ? 'postcodes' : 'onspd'
  return { kind, header: true, postcode, degrees, grid, ended, town: find('town'), areas }
}
