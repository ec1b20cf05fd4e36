/** The map of one listing: its places, never more exactly than is known. Nothing on it can be chosen. */
import * as L from 'leaflet'
import { circle } from './base.ts'
import type { Frame } from './frame.ts'

/** How wide "about" is drawn. Miles. */
export const ABOUT = { postcode: 0.05, area: 0.6 }

export function drawStill(map: L.Map, { points, element }: Frame): void {
  element.setAttribute('tabindex', '-1')
  for (const { lat, lng, number, precision = 'area' } of points) {
    if (precision !== 'exact') circle({ lat, lng }, ABOUT[precision]).addTo(map)
    if (precision === 'area') continue
    const html = document.createElement('b')
    html.textContent = points.length > 1 ? String(number) : ''
    const icon = L.divIcon({ className: `pin${points.length > 1 ? '' : ' dot'}`, html, iconSize: [44, 44] })
    L.marker([lat, lng], { icon, interactive: false, keyboard: false }).addTo(map)
  }
}
