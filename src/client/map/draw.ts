/** The map: outline, wards, names of towns, pins. It asks its own server only, and moves nothing but itself. */
import * as L from 'leaflet'
import { METRES_PER_MILE } from '../../places/geo.ts'
import { drawBase } from './base.ts'
import { drawPins } from './pins.ts'
import { boundsOf, readFrame, type Frame } from './frame.ts'
import { drawStill } from './still.ts'
import { offerArea } from './area.ts'
import { liveCards } from './cards.ts'

/** Britain and Ireland with some sea: nobody gets lost in the Pacific. */
const HOME_WATERS: L.LatLngBoundsLiteral = [
  [48, -14],
  [62.5, 5],
]
/** Closest and farthest zoom, and how near a single place is shown. */
const ZOOM = { min: 5, max: 18, one: 14 }

// Leaflet's own is a data: image, which our content security policy refuses.
L.Util.emptyImageUrl = '/empty.svg'

export async function drawMap(element: HTMLElement): Promise<void> {
  const frame = readFrame(element)
  const map = makeMap(element, frame)
  show(map, frame)
  const base = drawBase(map, frame)
  if (frame.source === null) {
    drawStill(map, frame)
    await base
  } else {
    const pins = drawPins(map, frame)
    offerArea(map, element, frame)
    liveCards(pins)
    await Promise.all([base, pins.refresh()])
    // Once more, with the names of towns that came meanwhile.
    await pins.refresh(true)
  }
  element.dataset.ready = 'true'
}

function makeMap(element: HTMLElement, { words, tiles }: Frame): L.Map {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(element, {
    zoomControl: false,
    scrollWheelZoom: false,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    maxBounds: HOME_WATERS,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
  })
  map.attributionControl.setPrefix(false)
  if (tiles === null) map.attributionControl.addAttribution(words.outline)
  L.control
    .zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut })
    .addTo(map)
  // A wheel over the map scrolls the page, until somebody works with the map.
  map.on('focus', () => map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())
  return map
}

function show(map: L.Map, { sides, points, around, view, source }: Frame): void {
  const calm = { animate: false, padding: [36, 36] as L.PointTuple, maxZoom: ZOOM.one }
  if (sides) return void map.fitBounds(boundsOf(sides), { animate: false })
  if (points.length > 0) {
    const bounds = L.latLngBounds(points.map(({ lat, lng }) => [lat, lng]))
    if (around) bounds.extend([around.lat, around.lng])
    return void map.fitBounds(bounds, { ...calm, maxZoom: source === null ? ZOOM.one : ZOOM.one - 1 })
  }
  if (around) return void map.fitBounds(L.latLng(around).toBounds(2 * around.miles * METRES_PER_MILE), calm)
  map.setView([view.lat, view.lng], view.zoom, { animate: false })
}
