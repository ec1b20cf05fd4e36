/** A pin is a button with a name: by finger, mouse and key alike. */
import * as L from 'leaflet'
import type { Frame } from './frame.ts'

/** Pixels: large enough to touch, whatever is seen of it. */
const SIZE: L.PointTuple = [44, 44]
/** Pins of the list stand before the others. Leaflet's own order goes by latitude, in pixels. */
const ABOVE = 2000
/** Half the side of the box round one spot. Degrees, about 30 m. */
const SPOT = 0.0004

export function face(text: string, className: string): L.DivIcon {
  const html = document.createElement('b')
  html.textContent = text
  return L.divIcon({ className, html, iconSize: SIZE })
}

type About = { at: L.LatLng; icon: L.DivIcon; name: string; key: string; numbers: number[] }

export function button({ at, icon, name, key, numbers }: About, act: () => void): L.Marker {
  const marker = L.marker(at, {
    icon,
    title: name,
    riseOnHover: true,
    zIndexOffset: numbers.length > 0 ? ABOVE : 0,
  })
  marker.on('click', act)
  marker.on('add', () => {
    const element = marker.getElement()
    if (!element) return
    element.setAttribute('aria-label', name)
    element.dataset.key = key
    element.dataset.numbers = numbers.join(' ')
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      event.stopPropagation()
      act()
    })
  })
  return marker
}

/** The list of what is in one spot. */
export function pathTo({ page }: Frame, { lat, lng }: L.LatLng): string {
  const url = new URL(page ?? '', location.href)
  const sides = [lng - SPOT, lat - SPOT, lng + SPOT, lat + SPOT]
  url.searchParams.set('bbox', sides.map((side) => side.toFixed(5)).join(','))
  return url.href
}
