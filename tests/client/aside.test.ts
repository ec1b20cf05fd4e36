/** Pins that stand for many are drawn clear of the numbers of the list, and no farther off than needed. */
import { expect, test } from 'vitest'
import { asideOf, type Box } from '../../src/client/map/aside.ts'

const label = (x: number, y: number): Box => ({ x, y, wide: 14, high: 14 })
const round = (x: number, y: number): Box => ({ x, y, wide: 21, high: 21 })

const meet = (one: Box, other: Box) =>
  Math.abs(one.x - other.x) < one.wide + other.wide && Math.abs(one.y - other.y) < one.high + other.high

const TABLE: [says: string, labels: Box[], gathered: Box[], farthest: number][] = [
  ['nothing is near', [label(0, 0)], [round(100, 0)], 0],
  ['they touch and do not meet', [label(0, 0)], [round(35, 0)], 0],
  ['in one spot', [label(0, 0)], [round(0, 0)], 36],
  ['a little aside', [label(0, 0)], [round(25, 0)], 12],
  ['between two', [label(0, 0), label(50, 0)], [round(25, 0)], 44],
  ['two of them in one spot', [label(0, 0)], [round(0, 0), round(3, 0)], 52],
]

test.each(TABLE)('%s', (_, labels, gathered, farthest) => {
  const drawn = asideOf(labels, gathered).map((spot, i) => ({ ...round(0, 0), ...gathered[i], ...spot }))
  for (const [i, one] of drawn.entries()) {
    const from = gathered[i] ?? one
    expect(Math.hypot(one.x - from.x, one.y - from.y)).toBeLessThanOrEqual(farthest + 1e-9)
    for (const other of [...labels, ...drawn.slice(0, i)]) expect(meet(one, other)).toBe(false)
  }
})

test('one that has no room near it stays where it is', () => {
  const all = Array.from({ length: 400 }, (_, i) => label((i % 20) * 10 - 100, Math.floor(i / 20) * 10 - 100))
  expect(asideOf(all, [round(0, 0)])).toEqual([round(0, 0)])
})
