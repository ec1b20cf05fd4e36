/** What the page gives the map to start with: see components/search/MapFrame.astro. */
import type { LatLng, LatLngBoundsLiteral } from 'leaflet'

export type Point = {
  lat: number
  lng: number
  number: number
  slug: string
  name: string
  precision?: 'exact' | 'postcode' | 'area'
}
type Words = {
  here: string
  zoomIn: string
  zoomOut: string
  outline: string
  listings: string
  places: { one: string; two: string; other: string }
  near: string
  about: string
  /** "#": how many are on the map; "@": how many were found. `lost`: the line is down. */
  onMap: { all: string; some: string; lost: string }
}

export type Frame = {
  element: HTMLElement
  /** Address of the pins; null: the points given are all there is. */
  source: string | null
  /** Address of the results, for "Search this area". */
  page: string | null
  /** How many the whole list has. */
  total: number
  view: { lat: number; lng: number; zoom: number }
  /** Those of this page of the list. */
  points: Point[]
  around: { lat: number; lng: number; miles: number } | null
  /** West, south, east, north of the list, where it is of a part of the map. */
  sides: [number, number, number, number] | null
  /** Address of tiles, or of an archive of them (it ends in .pmtiles); null: the outline. */
  tiles: string | null
  /** Whose tiles they are, as plain words. */
  credit: string
  /** The last zoom there are tiles for. */
  closest: number
  words: Words
  /** "12 places near Sale"; the towns come with the base of the map. */
  nameOf: (count: number, at: LatLng) => string
}

const NO_WORDS: Words = {
  here: '',
  zoomIn: '+',
  zoomOut: '-',
  outline: '',
  listings: '/listing/',
  places: { one: '#', two: '#', other: '#' },
  near: '',
  about: '',
  onMap: { all: '', some: '', lost: '' },
}

export function readFrame(element: HTMLElement): Frame {
  const { source, page, total, view, points, around, box, tiles, credit, closest, words } = element.dataset
  const read = <T>(text: string | undefined, otherwise: T): T =>
    text === undefined ? otherwise : (JSON.parse(text) as T)
  const said = read(words, NO_WORDS)
  return {
    element,
    source: source ?? null,
    page: page ?? null,
    total: Number(total ?? 0),
    view: read(view, { lat: 54, lng: -3, zoom: 6 }),
    points: read(points, []),
    around: read(around, null),
    sides: read(box, null),
    tiles: tiles ?? null,
    credit: credit ?? '',
    closest: Number(closest ?? 19),
    words: said,
    nameOf: (count) => countOf(count, said),
  }
}

export function countOf(count: number, { places }: Words): string {
  return (count === 1 ? places.one : count === 2 ? places.two : places.other).replace('#', String(count))
}

export const boundsOf = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): LatLngBoundsLiteral => [
  [south, west],
  [north, east],
]
