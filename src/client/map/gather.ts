/** Places that would lie on top of each other are drawn as one pin: those of the list with all their numbers. */
import type { LatLng, Point } from 'leaflet'

/** `about`: only the area is known, not the place. */
export type Pin = { at: LatLng; slug: string; name: string; number: number | null; about: boolean }
export type Cluster = { at: LatLng; count: number; expand_zoom: number; name: string; ids?: string[] }
export type Group = { at: LatLng; pins: [Pin, ...Pin[]]; numbered: boolean }

/** Two pins nearer than this cannot be told or touched apart; the rest of the places may gather more freely. Pixels. */
const TOO_NEAR = { numbered: 30, others: 48 }
/** Metres: one building. */
const SPOT = 20

/** Pins of the list first, in the order of their numbers; each group stands where its first pin stands. */
export function gathered(pins: readonly Pin[], toPixels: (at: LatLng) => Point): Group[] {
  const numbered = pins.filter(({ number }) => number !== null)
  const others = pins.filter(({ number }) => number === null)
  numbered.sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  return [
    ...grouped(numbered, toPixels, TOO_NEAR.numbered).map((group) => ({ ...group, numbered: true })),
    ...grouped(others, toPixels, TOO_NEAR.others).map((group) => ({ ...group, numbered: false })),
  ]
}

function grouped(
  pins: readonly Pin[],
  toPixels: (at: LatLng) => Point,
  near: number,
): Omit<Group, 'numbered'>[] {
  const groups: { middle: Point; at: LatLng; pins: [Pin, ...Pin[]] }[] = []
  for (const pin of pins) {
    const middle = toPixels(pin.at)
    const group = groups.find((one) => one.middle.distanceTo(middle) < near)
    if (group) group.pins.push(pin)
    else groups.push({ middle, at: pin.at, pins: [pin] })
  }
  return groups
}

export function inOneSpot([first, ...rest]: readonly [Pin, ...Pin[]]): boolean {
  return rest.every(({ at }) => at.distanceTo(first.at) < SPOT)
}
