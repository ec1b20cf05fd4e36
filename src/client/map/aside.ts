/** Pins that stand for many keep clear of those of the list: a number that lies under another helps nobody. */

/** Middle and half of the sides. Pixels. */
export type Box = { x: number; y: number; wide: number; high: number }

/** How far aside such a pin may be drawn, tried in this order. It stands for places all round it. Pixels. */
const STEPS = [12, 20, 28, 36, 44, 52]
/** Ways it may go, a twelfth of a turn apart; the first is to the right. */
const WAYS = 12

/** Where each is to be drawn, in their order; one that has no room near it stays. Those that are clear never move. */
export function asideOf(labels: readonly Box[], gathered: readonly Box[]): { x: number; y: number }[] {
  const clear = gathered.filter((one) => isClear(one, labels))
  const taken = [...labels, ...clear]
  return gathered.map((one) => {
    if (clear.includes(one)) return one
    const moved = spotsRound(one).find((spot) => isClear(spot, taken)) ?? one
    taken.push(moved)
    return moved
  })
}

function spotsRound(one: Box): Box[] {
  return STEPS.flatMap((step) =>
    Array.from({ length: WAYS }, (_, way) => {
      const turn = (2 * Math.PI * way) / WAYS
      return { ...one, x: one.x + step * Math.cos(turn), y: one.y + step * Math.sin(turn) }
    }),
  )
}

const isClear = (one: Box, others: readonly Box[]) =>
  others.every(
    (other) =>
      Math.abs(one.x - other.x) >= one.wide + other.wide ||
      Math.abs(one.y - other.y) >= one.high + other.high,
  )
