/** Places that would lie on top of each other are drawn as one pin: those of the list with all their numbers. */
import type { LatLng, Point } from 'leaflet'

/** `about`: only the area is known, not the place. */
export type Pin = { at: LatLng; slug: string; name: string; number: number | null; about: boolean }
export type Cluster = { at: LatLng; count: number; expand_zoom: number; name: string; ids?: string[] }
export type Group = { at: LatLng; pins: [Pin, ...Pin[]]; numbered: boolean }

/** Two pins nearer than this cannot be told or touched apart; the rest of the places may gather more freely. Pixels. */
const TOO_NEAR = { numbered: 30, others: 48 }
/** How a pin of the list is drawn (map.css): so wide with nothing in it, so much wider a letter, so high. Pixels. */
const LABEL = { bare: 14, letter: 7.5, high: 28 }
/** Numbers that stand on one pin; of more, the first two and dots. */
const MOST_NUMBERS = 3
/** Metres: one building. */
const SPOT = 20

/** Pins of the list first, in the order of their numbers; each group stands where its first pin stands. */
export function gathered(pins: readonly Pin[], toPixels: (at: LatLng) => Point): Group[] {
  const numbered = pins.filter(({ number }) => number !== null)
  const others = pins.filter(({ number }) => number === null)
  numbered.sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  return [
    ...apart(grouped(numbered, toPixels, TOO_NEAR.numbered)).map((group) => ({ ...group, numbered: true })),
    ...grouped(others, toPixels, TOO_NEAR.others).map((group) => ({ ...group, numbered: false })),
  ]
}

/** What stands on a pin of the list: the numbers of its places. */
export function labelOf(pins: readonly Pin[]): string {
  const numbers = numbersOf(pins)
  return numbers.length > MOST_NUMBERS ? `${numbers.slice(0, 2).join(', ')} …` : numbers.join(', ')
}

export const numbersOf = (pins: readonly Pin[]): number[] => [
  ...new Set(pins.map(({ number }) => number ?? 0)),
]

type Placed = { middle: Point; at: LatLng; pins: [Pin, ...Pin[]] }

/** No pin hides the numbers of another: those whose labels would meet become one, until none do. */
function apart(groups: readonly Placed[]): Placed[] {
  const left: Placed[] = []
  for (const group of groups) {
    const met = left.findIndex((one) => meet(one, group))
    const one = left[met]
    if (!one) {
      left.push(group)
      continue
    }
    left[met] = { ...one, pins: [...one.pins, ...group.pins] }
    return apart([...left, ...groups.slice(groups.indexOf(group) + 1)])
  }
  return left
}

function meet(one: Placed, other: Placed): boolean {
  const wide = (widthOf(one) + widthOf(other)) / 2
  const { x, y } = one.middle.subtract(other.middle)
  return Math.abs(x) < wide && Math.abs(y) < LABEL.high
}

/** Of a pin of the list, as it is drawn. Pixels. */
export const sizeOf = (group: Pick<Group, 'pins'>) => ({ wide: widthOf(group) / 2, high: LABEL.high / 2 })

const widthOf = ({ pins }: Pick<Group, 'pins'>): number =>
  Math.max(LABEL.high, LABEL.bare + LABEL.letter * labelOf(pins).length)

function grouped(pins: readonly Pin[], toPixels: (at: LatLng) => Point, near: number): Placed[] {
  const groups: Placed[] = []
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
