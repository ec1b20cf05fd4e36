/** Middles of sectors, outcodes, wards and towns, gathered while postcodes go by: a few numbers each, whatever the size. */
import { metresBetween } from './geo.ts'
import type { LatLng } from '../listings/listing.ts'

type Sum = { lat: number; lng: number; count: number }
export type Middle<T> = { about: T; point: LatLng; count: number }

/** Running means by key. */
export function middles<T>() {
  const sums = new Map<string, Sum & { about: T }>()
  return {
    /** `about` is asked once a key. */
    add(key: string, about: () => T, { lat, lng }: LatLng): void {
      const sum = sums.get(key) ?? { about: about(), lat: 0, lng: 0, count: 0 }
      sum.lat += lat
      sum.lng += lng
      sum.count += 1
      sums.set(key, sum)
    },
    all: (): [key: string, Middle<T>][] =>
      [...sums].map(([key, { about, lat, lng, count }]) => [
        key,
        { about, count, point: { lat: toMetre(lat / count), lng: toMetre(lng / count) } },
      ]),
  }
}

/** Five decimals are a metre: a mean is no finer than that. */
const toMetre = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Outcodes of one town name nearer than this to its middle so far are one town; others are namesakes. Metres. */
const ONE_TOWN = 15_000

/** Towns by name, where "Norton" near Stockton and "Norton" near Sheffield stay two. */
export function towns() {
  const byName = new Map<string, Sum[]>()
  return {
    add(name: string, point: LatLng): void {
      const known = byName.get(name) ?? []
      const near = known.find((sum) => metresBetween(middle(sum), point) <= ONE_TOWN)
      if (near) {
        near.lat += point.lat
        near.lng += point.lng
        near.count += 1
      } else known.push({ ...point, count: 1 })
      byName.set(name, known)
    },
    all: (): Middle<string>[] =>
      [...byName].flatMap(([name, sums]) =>
        sums.map((sum) => ({ about: name, point: middle(sum), count: sum.count })),
      ),
  }
}

const middle = ({ lat, lng, count }: Sum): LatLng => ({
  lat: toMetre(lat / count),
  lng: toMetre(lng / count),
})
