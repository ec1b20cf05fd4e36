/** What lies under the pins: the country, the wards or districts of the place, names of towns; tiles where there are some. */
import * as L from 'leaflet'
import { METRES_PER_MILE } from '../../places/geo.ts'
import type { Feature, FeatureCollection } from 'geojson'
import { countOf, type Frame } from './frame.ts'

/** Room a name takes on the map: two names nearer than this would run into each other. Pixels. */
const NAME_ROOM = { across: 90, down: 26 }
/** A group of places is named after a town at most so far from it. Metres. */
const NEAR_TOWN = 6000

export async function drawBase(map: L.Map, frame: Frame): Promise<void> {
  const { tiles, around } = frame
  if (tiles !== null) await tileLayer(map, tiles, frame)
  const [outline, areas] = await Promise.all([read('/map/outline.json'), read('/map/areas.json')])
  if (tiles === null) shapes(outline, 'land').addTo(map)
  shapes(areas, tiles === null ? 'ward' : 'ward line').addTo(map)
  if (around) circle(around, around.miles).addTo(map)
  if (tiles === null) names(map, areas)
  nameByTowns(frame, areas)
}

/** An archive of our own is drawn here, piece by piece; anything else is an address of pictures. */
async function tileLayer(map: L.Map, tiles: string, { credit, closest }: Frame): Promise<void> {
  const { archiveLayer } = tiles.endsWith('.pmtiles') ? await import('./archive.ts') : { archiveLayer: null }
  const layer = archiveLayer?.(tiles, closest) ?? L.tileLayer(tiles, { maxNativeZoom: closest })
  layer.addTo(map)
  map.attributionControl.addAttribution(credit)
}

async function read(address: string): Promise<FeatureCollection> {
  const answer = await fetch(address)
  if (!answer.ok) return { type: 'FeatureCollection', features: [] }
  return (await answer.json()) as FeatureCollection
}

const isShape = ({ geometry }: Feature) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Colours come from the style sheet, so that they follow the scheme. */
function shapes(from: FeatureCollection, className: string): L.GeoJSON {
  const drawn: FeatureCollection = { ...from, features: from.features.filter(isShape) }
  return L.geoJSON(drawn, { style: { className, stroke: false, fill: false }, interactive: false })
}

export function circle(at: { lat: number; lng: number }, miles: number): L.Circle {
  return L.circle(at, {
    radius: miles * METRES_PER_MILE,
    className: 'around',
    stroke: false,
    fill: false,
    interactive: false,
  })
}

/** Names are put where there is room, the most weighty first, and put anew after each zoom. */
function names(map: L.Map, { features }: FeatureCollection): void {
  const towns = features.filter(({ geometry }) => geometry.type === 'Point')
  const layer = L.layerGroup().addTo(map)
  const put = () => {
    layer.clearLayers()
    const taken: L.Point[] = []
    for (const { geometry, properties } of towns) {
      if (geometry.type !== 'Point') continue
      const [lng = 0, lat = 0] = geometry.coordinates
      const at = map.latLngToLayerPoint([lat, lng])
      const crowded = taken.some(
        (other) => Math.abs(other.x - at.x) < NAME_ROOM.across && Math.abs(other.y - at.y) < NAME_ROOM.down,
      )
      if (crowded) continue
      taken.push(at)
      layer.addLayer(nameAt([lat, lng], String(properties?.name ?? '')))
    }
  }
  put()
  map.on('zoomend', put)
}

function nameAt(at: L.LatLngTuple, name: string): L.Marker {
  const html = document.createElement('span')
  html.textContent = name
  // A list of towns says nothing to who cannot see where they lie; groups and the list name theirs.
  html.ariaHidden = 'true'
  const icon = L.divIcon({ className: 'named', html, iconSize: undefined })
  return L.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 })
}

/** Groups of places are named after the nearest town from now on. */
function nameByTowns(frame: Frame, { features }: FeatureCollection): void {
  const towns = features.flatMap(({ geometry, properties }) =>
    geometry.type === 'Point'
      ? [
          {
            at: L.latLng(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0),
            name: String(properties?.name),
          },
        ]
      : [],
  )
  frame.nameOf = (count, at) => {
    const near = towns.toSorted((a, b) => at.distanceTo(a.at) - at.distanceTo(b.at))[0]
    const said = countOf(count, frame.words)
    return near === undefined || at.distanceTo(near.at) > NEAR_TOWN
      ? said
      : `${said} ${frame.words.near} ${near.name}`
  }
}
