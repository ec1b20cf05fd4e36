/** Places of the list that would lie on top of each other are drawn as one pin with all their numbers. */
import type { LatLng, Point } from 'leaflet'

export type Pin = { at: LatLng; id: string; slug: string; name: string; number: number | null }

/** Two pins nearer than this cannot be told apart or touched apart. Pixels: the width of a pin and a little air. */
const TOO_NEAR = 30

/** Groups in the order of their lowest number; places without a number stay alone. */
export function gathered(pins: readonly Pin[], toPixels: (at: LatLng) => Point): Pin[][] {
  const numbered = pins
    .filter(({ number }) => number !== null)
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const groups: { at: Point; pins: Pin[] }[] = []
  for (const pin of numbered) {
    const at = toPixels(pin.at)
    const near = groups.find((group) => group.at.distanceTo(at) < TOO_NEAR)
    if (near) near.pins.push(pin)
    else groups.push({ at, pins: [pin] })
  }
  const others = pins.filter(({ number }) => number === null).map((pin) => [pin])
  return [...groups.map((group) => group.pins), ...others]
}
