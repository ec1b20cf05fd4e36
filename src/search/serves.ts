/**
 * Whom a listing is for by where they live, as tokens that any index can hold, and what that says of one place. Pure,
 * and the same for every engine and for the words on a card.
 *
 * | listing | says | a place |
 * |---|---|---|
 * | for wards, districts, postcodes, practices or so many miles round it | here: found there, however far it meets | elsewhere: found only where it meets near, and after what is open |
 * | for anybody, or a country | found wherever it needs no visit | a meeting 200 miles away is no answer: found only near |
 * | nothing | open to all | found where it meets; without a visit, everywhere |
 * | nothing, and not where it meets either | unknown | found in the deployment's own area, after what meets near: it is a directory of what is there |
 *
 * What is not known is never held against a place: somebody is left out only where nothing of theirs can be in.
 */
import { fullPostcode, outcodeOf, sectorOf } from '../places/postcode.ts'
import { foldName } from '../places/place-name.ts'
import { METRES_PER_MILE } from '../places/geo.ts'
import { countryOf, type Country } from '../listings/countries.ts'
import type { Catchment, Listing } from '../listings/listing.ts'

export type Serves = {
  /** It needs no visit: telephone, video, online, at home. */
  remote: boolean
  /**
   * "all"; "country:E" (first letter of GSS codes); "area:E08000009"; "postcode:M33 2", and "some:M33" for what lies
   * within M33; "practice:p91016", "practice:elm surgery"; "own": the deployment's own area, where nothing is known.
   */
  who: string[]
  /** Miles round its points instead; null: not by distance. */
  miles: number | null
}

/** Where somebody lives, as far as they said. */
export type Living = {
  /** GSS codes of the ward and district it surely lies in. */
  areaCodes: readonly string[]
  /** More of them that a part of it may lie in: a town or an outcode is wider than its middle. */
  perhaps: readonly string[]
  /** Areas whose outline is known: of these it lies in no others than those above. */
  outlines: ReadonlySet<string>
  /** As far as it was given: "M33 2AA", "M33 2", "M33". */
  postcode: string | null
  /** False where the codes are only those of its middle, near a border: then they find, and nothing is promised. */
  sure: boolean
  /** It is an area itself: all of it lies in these codes and in no others of their kind. */
  whole: boolean
  /** Metres by which the door may be away from the point; 0: not at all, and the codes above are all there are. */
  slack: number
  /** It lies in the deployment's own area. */
  own: boolean
}

/** Somebody of whom nothing is known but, maybe, a point. */
export const ANYBODY: Living = {
  areaCodes: [],
  perhaps: [],
  outlines: new Set(),
  postcode: null,
  sure: true,
  whole: false,
  slack: 0,
  own: false,
}

/** `here`: it says so. `elsewhere`: it says others, and surely not them. `unsaid`: neither. */
export type Stand = 'here' | 'elsewhere' | 'unsaid'

/** Ways to use it without going anywhere; by the first three from anywhere, where nobody said from where. */
const FROM_ANYWHERE: readonly string[] = ['phone', 'video', 'online']
const REMOTE: readonly string[] = [...FROM_ANYWHERE, 'home-visit']
/** Nothing is known but that it stands in this directory. */
const OWN = 'own'
/** First letters of GSS codes; the others are all of them. */
const LETTERS: { [C in Country]?: string } = { EN: 'E', WA: 'W', SC: 'S', NI: 'N' }

export const needsNoVisit = (how: readonly string[]): boolean => how.some((way) => REMOTE.includes(way))

/** True where nobody said where it meets, or nobody knows where that is. */
export const isUnplaced = ({ places }: Pick<Listing, 'places'>): boolean =>
  !places.some(({ point }) => point !== undefined)

export function servesOf(listing: Pick<Listing, 'how' | 'catchment' | 'places'>): Serves | null {
  const { how, catchment } = listing
  const remote = needsNoVisit(how)
  if (catchment?.kind === 'radius') return { remote, who: [], miles: catchment.miles }
  const fromAnywhere = how.length > 0 && how.every((way) => FROM_ANYWHERE.includes(way))
  const said = catchment ? whoTokens(catchment) : fromAnywhere ? ['all'] : []
  const isEverywhere = remote && said.includes('all')
  const isOpen = catchment === undefined || catchment.kind === 'anyone'
  const who = isOpen && !isEverywhere && isUnplaced(listing) ? [OWN] : said
  return who.length === 0 ? null : { remote, who, miles: null }
}

/** Tokens of a catchment; none where nothing is understood of it. */
export function whoTokens(catchment: Exclude<Catchment, { kind: 'radius' }>): string[] {
  switch (catchment.kind) {
    case 'anyone':
      return ['all']
    case 'country':
      return [countryToken(catchment.code)].filter((it) => it !== null)
    case 'areas':
      return catchment.codes.map((code) => countryToken(code) ?? `area:${code}`)
    case 'postcodes':
      return [...new Set(catchment.starts.flatMap(startTokens))]
    case 'practices':
      return practiceTokens([...catchment.codes, ...catchment.names])
  }
}

function countryToken(code: string): string | null {
  const country = countryOf(code)
  const letter = country && LETTERS[country]
  return country && (letter ? `country:${letter}` : 'all')
}

/** Codes and names of practices, one token each, however they are written. */
export const practiceTokens = (named: readonly string[]): string[] => [
  ...new Set(named.map((it) => `practice:${foldName(it)}`)),
]

/** "m332" and "M33-2" are "M33 2"; what is no beginning of a postcode stays as it is, in capitals. */
function startTokens(start: string): string[] {
  const tidy = fullPostcode(start) ?? sectorOf(start) ?? outcodeOf(start) ?? start.toUpperCase().trim()
  const wider = [sectorOf(tidy), outcodeOf(tidy)].filter((it) => it !== null && it !== tidy)
  return [`postcode:${tidy}`, ...wider.map((it) => `some:${it}`)]
}

/** Tokens of which a listing that is for people there has one. `practice`: tokens of theirs. `living` null: not known. */
export function tokensHere(living: Living | null, practice: readonly string[]): string[] {
  if (living === null) return ['all', ...practice]
  return [
    'all',
    ...countriesOf(living, []).map((letter) => `country:${letter}`),
    ...living.areaCodes.map((code) => `area:${code}`),
    ...postcodeTokens(living.postcode),
    ...practice,
    ...(living.own ? [OWN] : []),
  ]
}

/** Whether a token takes part in finding a listing that has to be visited: those of whole countries do not. */
export const isNarrow = (token: string): boolean => token !== 'all' && !token.startsWith('country:')

/** The tokens by which a listing is found from afar. */
export const foundBy = ({ remote, who }: Serves): string[] => (remote ? who : who.filter(isNarrow))

/** "M33 2AB" begins with M, M33, M33 2 and itself; "W1A" counts as W1 too. Who lives in "M33" may live in "M33 2". */
function postcodeTokens(postcode: string | null): string[] {
  const outcode = postcode === null ? null : outcodeOf(postcode)
  if (postcode === null || outcode === null) return []
  const full = fullPostcode(postcode)
  const sector = sectorOf(postcode)
  const area = /^[A-Z]+/.exec(outcode)?.[0]
  const starts = [area, outcode.replace(/(?<=\d)[A-Z]$/, ''), outcode, sector, full]
  const tokens = starts
    .filter((start) => start !== null && start !== undefined)
    .map((start) => `postcode:${start}`)
  return [...new Set([...tokens, ...(full === null ? [`some:${sector ?? outcode}`] : [])])]
}

/** Postcode areas that lie in Wales, Scotland or Northern Ireland, in two countries, or in none of the four. */
const POSTCODE_COUNTRIES: Record<string, string> = {
  ...all('CF SA LL LD NP', 'W'),
  ...all('AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE', 'S'),
  ...all('BT', 'N'),
  ...all('CH SY HR', 'EW'),
  ...all('TD CA', 'ES'),
  ...all('GY JE IM', ''),
}
function all(areas: string, letters: string): Record<string, string> {
  return Object.fromEntries(areas.split(' ').map((area) => [area, letters]))
}

/** First letters of the countries it lies in or may; by its codes, else by its postcode. Empty: not known. */
function countriesOf({ areaCodes, postcode }: Living, perhaps: readonly string[]): string[] {
  const letters = new Set([...areaCodes, ...perhaps].map((code) => code.charAt(0)))
  if (letters.size > 0) return [...letters]
  const area = /^[A-Z]+/.exec((postcode && outcodeOf(postcode)) ?? '')?.[0]
  return area === undefined ? [] : [...(POSTCODE_COUNTRIES[area] ?? 'E')]
}

/** Says of a token whether people there are surely not meant by it. */
export function leavesOut(living: Living, practice: readonly string[]): (token: string) => boolean {
  const here = new Set([
    ...tokensHere(living, practice),
    ...living.perhaps.map((code) => `area:${code}`),
    ...countriesOf(living, living.perhaps).map((letter) => `country:${letter}`),
  ])
  const known = {
    country: countriesOf(living, living.perhaps).length > 0,
    postcode: postcodeTokens(living.postcode).length > 0,
    practice: practice.length > 0,
  }
  // "E05" is a ward, "E08" a district: whose ward is known lies in no other.
  const levels = new Set(
    living.slack === 0 || living.whole ? living.areaCodes.map((code) => code.slice(0, 3)) : [],
  )
  return (token) => {
    if (here.has(token)) return false
    const [kind = '', code = ''] = token.split(/:(.*)/s)
    if (kind === 'area') return living.outlines.has(code) || levels.has(code.slice(0, 3))
    if (kind === 'some') return known.postcode
    return kind === 'country' || kind === 'postcode' || kind === 'practice' ? known[kind] : false
  }
}

/** Metres round its points within which it serves, and beyond which it surely does not. */
export const radiusMetres = (miles: number, slack: number): { serves: number; ends: number } => ({
  serves: miles * METRES_PER_MILE,
  ends: miles * METRES_PER_MILE + slack,
})

/** `metres`: from there to its nearest point, Infinity where it has none. */
export function standOf(
  serves: Serves | null,
  metres: number,
  living: Living | null,
  practice: readonly string[],
): Stand {
  if (serves === null) return 'unsaid'
  if (serves.miles !== null) {
    const radius = radiusMetres(serves.miles, living?.slack ?? 0)
    if (metres <= radius.serves) return 'here'
    return Number.isFinite(metres) && metres > radius.ends ? 'elsewhere' : 'unsaid'
  }
  const here = new Set(tokensHere(living, practice))
  if (serves.who.some((token) => here.has(token))) return 'here'
  return serves.who.every(leavesOut(living ?? ANYBODY, practice)) ? 'elsewhere' : 'unsaid'
}

/** True where it is found however far away it is. */
export const isReached = (serves: Serves | null, stand: Stand): boolean =>
  stand === 'here' && serves !== null && (serves.remote || serves.miles !== null || serves.who.some(isNarrow))
