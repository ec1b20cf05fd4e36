/** What the page gives the map to start with: see components/search/MapFrame.astro. */
import type { LatLngBoundsLiteral } from 'leaflet'

export type Point = {
  lat: number
  lng: number
  number: number
  slug: string
  name: string
  precision?: 'exact' | 'postcode' | 'area'
}

export type Frame = {
  element: HTMLElement
  /** Address of the pins; null: the points given are all there is. */
  source: string | null
  /** Address of the results, for "Search this area". */
  page: string | null
  view: { lat: number; lng: number; zoom: number }
  points: Point[]
  around: { lat: number; lng: number; miles: number } | null
  box: LatLngBoundsLiteral | null
  tiles: string | null
  still: boolean
  words: { here: string; zoomIn: string; zoomOut: string; outline: string; listings: string }
}

export function readFrame(element: HTMLElement): Frame {
  const { source, page, view, points, around, box, tiles, words } = element.dataset
  const read = <T>(text: string | undefined, otherwise: T): T =>
    text === undefined ? otherwise : (JSON.parse(text) as T)
  const sides = read<[number, number, number, number] | null>(box, null)
  return {
    element,
    source: source ?? null,
    page: page ?? null,
    view: read(view, { lat: 54, lng: -3, zoom: 6 }),
    points: read(points, []),
    around: read(around, null),
    box: sides && [
      [sides[1], sides[0]],
      [sides[3], sides[2]],
    ],
    tiles: tiles ?? null,
    still: source === undefined,
    words: read(words, { here: '', zoomIn: '', zoomOut: '', outline: '', listings: '/listing/' }),
  }
}
