/** The map drawn from an archive of our own (PMTiles): fetched only where a deployment has one. */
import * as L from 'leaflet'
import { leafletLayer } from 'protomaps-leaflet'

/** A layer that follows the scheme and the language of the page. `closest`: the last zoom the archive holds. */
export function archiveLayer(url: string, closest: number): L.Layer {
  // The library draws on the Leaflet that stands here, as if it had come by a script of its own.
  Object.assign(globalThis, { L })
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const flavor = dark ? 'dark' : 'light'
  const { lang } = document.documentElement
  return leafletLayer({ url, flavor, lang, maxDataZoom: closest, attribution: '' }) as unknown as L.Layer
}
