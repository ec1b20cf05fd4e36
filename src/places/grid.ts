/** National Grid metres to degrees. Apart from geo.ts, so that the browser need not carry proj4. */
import proj4 from 'proj4'
import { checkPoint } from './geo.ts'
import type { LatLng } from '../listings/listing.ts'

/**
 * OSGB36 with the seven-parameter shift: within 4 m at Ordnance Survey's test point. Without the shift, points lie
 * about 100 m off.
 */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m'
const converter = proj4(NATIONAL_GRID, 'WGS84')

/** WGS84 of an easting and a northing in metres; null where that lies outside the United Kingdom. */
export function fromGrid(easting: number, northing: number): LatLng | null {
  if (!Number.isFinite(easting) || !Number.isFinite(northing)) return null
  if (easting === 0 && northing === 0) return null
  const [lng = NaN, lat = NaN] = converter.forward([easting, northing])
  const check = checkPoint(lat, lng)
  return check.is === 'ok' ? check.point : null
}
