/** Which index keeps up with the store. */
import { describe, expect, it } from 'vitest'
import { keepsUp, seenAlso, type KeepsUp, type Seen } from '../../src/search/up-to-date.ts'

/** "10@0 12@4": the store was seen at change 10 in second 0, at 12 in second 4. */
const store = (story: string): Seen =>
  story
    .split(' ')
    .filter((it) => it !== '')
    .reduce<Seen>((seen, line) => {
      const [last, second] = line.split('@').map(Number)
      return seenAlso(seen, (second ?? 0) * 1000, last ?? 0)
    }, [])

const CASES: [applied: number, story: string, second: number, keeps: KeepsUp, note: string][] = [
  [10, '', 0, 'unknown', 'the store was not seen yet'],
  [10, '10@0', 0, 'yes', 'level'],
  [9, '10@0', 0, 'behind', 'when we began it was behind: for how long is not known'],
  [10, '10@0 12@4', 4, 'yes', 'the change is new'],
  [10, '10@0 12@4', 8.9, 'yes', 'and may still take a moment'],
  [10, '10@0 12@4', 9, 'behind', 'five seconds are long enough'],
  [11, '10@0 12@4', 9, 'behind', 'half way'],
  [12, '10@0 12@4', 9, 'yes', 'it came after'],
  [12, '10@0 12@4 13@5 14@6 15@7', 9.5, 'yes', 'an import: behind by three, each of them new'],
  [-1, '10@0', 0, 'no-index', 'empty, or of other settings'],
  [11, '10@0', 0, 'ahead', 'of another store'],
  [12, '10@0 12@4 5@6', 6, 'ahead', 'the store came from a backup'],
  [5, '10@0 12@4 5@6', 6, 'yes', 'and the index was built anew'],
  [4, '10@0 12@4 5@6', 6, 'behind', 'or is behind that one'],
]

describe('an index keeps up with the store', () => {
  it.each(CASES)('at %i, the store %j, second %d: %s (%s)', (applied, story, second, keeps) => {
    expect(keepsUp(applied, store(story), second * 1000)).toBe(keeps)
  })

  it('and what was seen long ago is forgotten', () => {
    let seen: Seen = []
    for (let i = 0; i < 10_000; i++) seen = seenAlso(seen, i * 500, i)
    expect(seen.length).toBeLessThan(15)
  })
})
