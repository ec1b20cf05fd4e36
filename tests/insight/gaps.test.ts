/** No figure that is shown, alone or beside others, tells what a hidden one is. */
import { describe, expect, test } from 'vitest'
import { atLeast, gapRows, totalAtLeast } from '../../src/insight/gaps.ts'

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, 5],
  [9, 5],
  [10, 10],
  [14, 10],
])('%i is shown as at least %i', (count, shown) => {
  expect(atLeast(count)).toBe(shown)
})

/** Every list of so many parts from 0 to `most`. */
function* lists(parts: number, most: number): Generator<number[]> {
  if (parts === 0) return void (yield [])
  for (const rest of lists(parts - 1, most)) for (let n = 0; n <= most; n++) yield [...rest, n]
}

describe('every table of so many parts with a total: what could a hidden part be, going by all that is shown?', () => {
  // 0 to 9 is all there is to try: 0 to 4 are shown alike, 5 to 9 alike, and more only moves the total by tens.
  test.each([1, 2, 3, 4, 5])('%i parts: at least three of the values 0 to 4', (parts) => {
    const could = new Map<string, Set<number>[]>()
    for (const counts of lists(parts, 9)) {
      const shown = [...counts.map(atLeast), totalAtLeast(counts)].join(' ')
      const sets = could.get(shown) ?? counts.map(() => new Set<number>())
      counts.forEach((count, i) => sets[i]?.add(count))
      could.set(shown, sets)
    }
    const hidden = (set: Set<number>) => Math.min(...set) < 5
    const pinned = [...could].filter(([, sets]) => sets.some((set) => hidden(set) && set.size < 3))
    expect(pinned.map(([shown]) => shown)).toEqual([])
  })
})

test('a total is never more than there was, and within ten of it', () => {
  for (const counts of lists(4, 8)) {
    const sum = counts.reduce((all, it) => all + it, 0)
    const total = totalAtLeast(counts)
    expect(total <= sum && sum - total < 10 && total % 5 === 0, `${counts}`).toBe(true)
  }
})

const WHYS = ['none', 'full'] as const
const sum = (id: string, why: 'none' | 'full', count: number) => ({ id, why, count })

test('lines of fewer than five are left out, the most needed comes first', () => {
  const sums = [
    sum('debt', 'none', 7),
    sum('food', 'none', 3),
    sum('food', 'full', 14),
    sum('bees', 'full', 4),
  ]
  expect(gapRows(sums, WHYS)).toEqual([
    { id: 'food', whys: { none: 0, full: 10 }, together: 15 },
    { id: 'debt', whys: { none: 5, full: 0 }, together: 5 },
  ])
})

test('of fixed lines all are there, so that one that is missing tells nothing', () => {
  expect(gapRows([sum('b', 'none', 3)], WHYS, ['a', 'b'])).toEqual([
    { id: 'a', whys: { none: 0, full: 0 }, together: 0 },
    { id: 'b', whys: { none: 0, full: 0 }, together: 0 },
  ])
})
