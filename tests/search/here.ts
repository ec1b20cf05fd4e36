/** Listings either side of the border of squares.ts, and what is asked of them from both: for every engine. Miles are from MIDDLE. */
import type { Catchment, LatLng, Listing } from '../../src/listings/listing.ts'
import { areasAt } from '../../src/places/areas.ts'
import { boxAround } from '../../src/places/geo.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { documentOf } from '../../src/search/make-document.ts'
import { ANYBODY, practiceTokens, type Living } from '../../src/search/serves.ts'
import { fields, known } from '../fixtures.ts'
import type { Ask } from './cases.ts'
import { RULES } from './listings.ts'
import { at, SQUARES, squareAreas } from './squares.ts'

const WESTING = 'E08000001'
const EASTING = 'E08000002'
const areas = (...codes: string[]): Catchment => ({ kind: 'areas', codes, names: [] })
const starts = (...them: string[]): Catchment => ({ kind: 'postcodes', starts: them })
const elm: Catchment = { kind: 'practices', codes: ['P91016'], names: ['Elm Surgery'] }
const wales: Catchment = { kind: 'country', code: 'GB-WLS' }
const MEETS: Listing['how'] = ['in-person']
const RINGS: Listing['how'] = ['phone']

/** id → how, where it meets (miles east and north), whom it is for. */
const HERE: { [id: string]: [Listing['how'], [number, number] | null, Catchment?] } = {
  open: [MEETS, [-0.3, 1]],
  'open-over-border': [MEETS, [1.2, 1]],
  'anyone-over-border': [MEETS, [1.6, 1], { kind: 'anyone' }],
  westing: [MEETS, [-0.6, 1], areas(WESTING)],
  'westing-far': [MEETS, [-6, 1], areas(WESTING)],
  'both-far': [MEETS, [6.5, 1], areas(EASTING, WESTING)],
  easting: [MEETS, [1.4, 1], areas(EASTING)],
  'easting-wards': [MEETS, [1.1, 1], areas(...SQUARES.east)],
  'mill-ward-far': [MEETS, [-5.5, 3], areas('E05000003')],
  'brook-ward': [MEETS, [0.8, 1], areas('E05000001')],
  'brook-ward-far': [MEETS, [-5.5, 1], areas('E05000001')],
  'anyone-far': [MEETS, [-6, 1], { kind: 'anyone' }],
  'england-far': [MEETS, [-6, 1], { kind: 'country', code: 'GB-ENG' }],
  wales: [MEETS, [0.5, 1], wales],
  'm33-far': [MEETS, [-7, 1], starts('M33')],
  'radius-far': [MEETS, [-7.2, 1], { kind: 'radius', miles: 10 }],
  'radius-short': [MEETS, [3, 1], { kind: 'radius', miles: 2 }],
  elm: [MEETS, [2, 1], elm],
  'elm-far': [MEETS, [-6.3, 1], elm],
  'm33-visits': [['home-visit'], null, starts('M33')],
  'm41-visits': [['home-visit'], null, starts('M41')],
  'westing-visits': [['home-visit', 'phone'], [-4, 1], areas(WESTING)],
  'easting-line': [RINGS, null, areas(EASTING)],
  'england-line': [RINGS, null, { kind: 'country', code: 'GB-ENG' }],
  'wales-line': [RINGS, null, wales],
  'anyone-line': [RINGS, null, { kind: 'anyone' }],
  'silent-line': [['online'], [-40, 0]],
  'nowhere-said': [MEETS, null],
  'nowhere-visits': [['home-visit'], null],
}

export const documentAt = (
  id: string,
  how: Listing['how'],
  point: LatLng | null,
  catchment?: Catchment,
): SearchDocument => {
  const places = point ? [{ town: 'Sale', point, precision: 'exact' as const }] : []
  const made = documentOf(
    known({ listing: { ...fields({ name: id, how, places, catchment }), id, slug: id, group: null } }),
    RULES,
  )
  if (!made) throw new Error('these listings are published')
  return made
}

export const hereDocuments = (): SearchDocument[] =>
  Object.entries(HERE).map(([id, [how, point, catchment]]) =>
    documentAt(id, how, point && at(...point), catchment),
  )

const outlines = new Set(squareAreas().map(({ code }) => code))

/** A door, all of it known. */
export function door(milesEast: number, milesNorth: number, postcode: string | null): LatLng & Living {
  const point = at(milesEast, milesNorth)
  const areaCodes = areasAt(point, squareAreas()).map(({ code }) => code)
  return { ...ANYBODY, ...point, areaCodes, outlines, postcode }
}

/** A town: its district is known by its middle, and that it may reach 5 km over any border. */
export function town(milesEast: number, milesNorth: number): LatLng & Living {
  const middle = door(milesEast, milesNorth, null)
  const [west, south, east, north] = boxAround(middle, 5000)
  const perhaps = squareAreas()
    .filter(({ box }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south)
    .map(({ code }) => code)
  return {
    ...middle,
    areaCodes: middle.areaCodes.filter((code) => code.startsWith('E08')),
    perhaps,
    slack: 5000,
  }
}

const WEST = { near: door(0, 1, 'M33 2AA'), miles: 5 }
const EAST = { near: door(2, 1, 'M21 9AA'), miles: 5 }

/** All that is found, in this order. */
export const HERE_CASES: { says: string; ask: Ask; ids: string }[] = [
  {
    says: 'nearest first on either side; then what says it is for people there; those left out a mile farther',
    ask: WEST,
    ids: 'open westing anyone-line england-line m33-visits silent-line westing-visits open-over-border wales anyone-over-border brook-ward elm easting-wards easting radius-short mill-ward-far westing-far both-far m33-far radius-far',
  },
  {
    says: 'from the other side the same doors are as open, and others leave out',
    ask: EAST,
    ids: 'elm anyone-over-border easting open-over-border easting-wards anyone-line easting-line england-line radius-short silent-line brook-ward open wales westing both-far radius-far',
  },
  {
    says: 'sorted by distance, distance decides',
    ask: { ...WEST, sort: 'near' },
    ids: 'open wales westing brook-ward anyone-line england-line m33-visits silent-line westing-visits easting-wards open-over-border easting anyone-over-border elm radius-short mill-ward-far westing-far both-far m33-far radius-far',
  },
  {
    says: 'the distance asked for does not hide what is for people there',
    ask: { ...WEST, miles: 0.4 },
    ids: 'open westing anyone-line england-line m33-visits silent-line westing-visits mill-ward-far westing-far both-far m33-far radius-far',
  },
  {
    says: 'in the deployment’s own area what does not say where it meets is found too, after what meets near',
    ask: { near: { ...WEST.near, own: true }, miles: 0.4 },
    ids: 'open westing anyone-line england-line m33-visits nowhere-visits silent-line westing-visits mill-ward-far westing-far both-far m33-far radius-far nowhere-said',
  },
  {
    says: 'a town on the border: neither district leaves it out; a ward that it does not touch does, and so does Wales',
    ask: { near: town(0, 1), miles: 2 },
    ids: 'open westing anyone-line england-line silent-line westing-visits easting-wards open-over-border easting wales anyone-over-border brook-ward elm westing-far both-far radius-far',
  },
  {
    says: 'a town far from the border: the other district leaves it out, what meets nearer or not',
    ask: { near: town(-4, 1), miles: 6 },
    ids: 'westing-visits anyone-line england-line silent-line anyone-far england-far westing-far elm-far brook-ward-far mill-ward-far m33-far radius-far westing open open-over-border wales anyone-over-border brook-ward elm easting-wards easting both-far',
  },
  {
    says: 'a postcode district, and nothing else known',
    ask: { near: { ...at(0, 1), ...ANYBODY, postcode: 'M33', slack: 5000 }, miles: 1 },
    ids: 'open westing brook-ward anyone-line england-line m33-visits silent-line wales m33-far radius-far',
  },
  {
    says: 'only a place on the map: nothing is held against it',
    ask: { near: { ...at(0, 1), ...ANYBODY }, miles: 1 },
    ids: 'open wales westing brook-ward anyone-line silent-line radius-far',
  },
  {
    says: 'patients: what serves them first, wherever it is; then what serves everybody without a visit',
    ask: { practice: practiceTokens(['Elm  surgery']) },
    ids: 'elm elm-far anyone-line silent-line',
  },
  {
    says: 'the code of the practice is the practice',
    ask: { practice: practiceTokens(['p91016']) },
    ids: 'elm elm-far anyone-line silent-line',
  },
  {
    says: 'a practice and a place: both find',
    ask: { ...WEST, miles: 0.4, practice: practiceTokens(['Elm Surgery']) },
    ids: 'open westing anyone-line england-line m33-visits silent-line westing-visits elm mill-ward-far westing-far elm-far both-far m33-far radius-far',
  },
  {
    says: 'a practice that nothing is for',
    ask: { practice: practiceTokens(['Oak Surgery']) },
    ids: 'anyone-line silent-line',
  },
  {
    says: 'Wales, by its codes',
    ask: { near: { ...at(0, 1), ...ANYBODY, areaCodes: ['W06000015'] }, miles: 0.55 },
    ids: 'open wales anyone-line silent-line wales-line radius-far',
  },
  {
    says: 'what has one of two words follows',
    ask: { ...WEST, what: 'westing far' },
    ids: 'westing-far westing westing-visits mill-ward-far both-far m33-far radius-far',
  },
]
