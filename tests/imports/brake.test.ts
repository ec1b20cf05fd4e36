/** When a run stops and asks. */
import { expect, test } from 'vitest'
import { brake, type Toll } from '../../src/imports/brake.ts'

const LIMITS = { lossShare: 0.2, refuseShare: 0.05 }

const CASES: [what: string, toll: Toll, stops: RegExp | null][] = [
  ['nothing happened', { had: 0, lost: 0, read: 0, refused: 0 }, null],
  ['a fifth gone, and no more', { had: 100, lost: 20, read: 80, refused: 0 }, null],
  ['a fifth and one', { had: 100, lost: 21, read: 79, refused: 0 }, /^21 of the 100 listings .* 20 in 100/],
  ['the whole of a small source', { had: 2, lost: 2, read: 0, refused: 0 }, /^2 of the 2/],
  ['thousands', { had: 9700, lost: 5000, read: 4700, refused: 0 }, /^5,000 of the 9,700/],
  ['one bad row', { had: 0, lost: 0, read: 1, refused: 1 }, null],
  ['every row of a tiny file', { had: 0, lost: 0, read: 19, refused: 19 }, null],
  ['one bad row in twenty', { had: 0, lost: 0, read: 20, refused: 1 }, null],
  ['two bad rows in twenty', { had: 0, lost: 0, read: 20, refused: 2 }, /^2 of the 20 records .* 5 in 100/],
  ['just five in a hundred', { had: 0, lost: 0, read: 100, refused: 5 }, null],
  ['six in a hundred', { had: 0, lost: 0, read: 100, refused: 6 }, /^6 of the 100 records/],
  [
    'both: what is lost is told first',
    { had: 50, lost: 25, read: 50, refused: 25 },
    /^25 of the 50 listings/,
  ],
]

test.each(CASES)('%s', (_, toll, stops) => {
  const why = brake(toll, LIMITS)
  if (stops === null) expect(why).toBeNull()
  else {
    expect(why).toMatch(stops)
    expect(why).toContain('--accept-loss')
  }
})
