/** "Search this area": offered once somebody has moved the map; nothing else changes by itself. */
import type { Map as LeafletMap } from 'leaflet'
import type { Frame } from './frame.ts'

export function offerArea(map: LeafletMap, element: HTMLElement, { page, words }: Frame): void {
  if (page === null) return
  const link = document.createElement('a')
  link.className = 'button'
  link.textContent = words.here
  const bar = document.createElement('div')
  bar.className = 'bar'
  bar.hidden = true
  bar.append(link)
  element.parentElement?.append(bar)
  const moved = () => {
    const bounds = map.getBounds()
    const url = new URL(page, location.href)
    const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    url.searchParams.set('bbox', sides.map((side) => side.toFixed(4)).join(','))
    link.href = url.href
    bar.hidden = false
  }
  map.on('moveend', moved)
}
