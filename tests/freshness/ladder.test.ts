import { expect, test } from 'vitest'
import { rungOf, type LadderState, type Reach, type Rung } from '../../src/freshness/ladder.ts'

const RULES = {
  waits: { asked: 21, again: 21, 'somebody-else': 21, 'link-workers': 28, desk: 91 },
  blocked_days: 42,
}
const TWO: Reach = { people: 2, canRing: true }
const ONE: Reach = { people: 1, canRing: true }
const NOBODY: Reach = { people: 0, canRing: true }
const SILENT: Reach = { people: 0, canRing: false }
const on = (rung: Rung, day: string): LadderState => ({ rung, askedAt: `${day}T09:00:00.000Z` })

/** what, last step, last confirmation, who there is, now, what is due */
const STEPS: [string, LadderState | null, string | null, Reach, string, Rung | null][] = [
  ['never asked', null, null, ONE, '2026-06-01', 'asked'],
  ['nobody to write to', null, null, NOBODY, '2026-06-01', 'link-workers'],
  ['nobody to write to, no number', null, null, SILENT, '2026-06-01', 'desk'],
  ['asked today', on('asked', '2026-06-01'), null, ONE, '2026-06-01', null],
  ['asked 20 days ago', on('asked', '2026-06-01'), null, ONE, '2026-06-21', null],
  ['asked 21 days ago', on('asked', '2026-06-01'), null, ONE, '2026-06-22', 'again'],
  ['still due a week later', on('asked', '2026-06-01'), null, ONE, '2026-06-29', 'again'],
  ['answered since', on('asked', '2026-06-01'), '2026-06-03', ONE, '2026-06-29', 'asked'],
  ['confirmed before it was asked', on('asked', '2026-06-01'), '2026-05-03', ONE, '2026-06-29', 'again'],
  ['asked twice, two people', on('again', '2026-06-01'), null, TWO, '2026-06-29', 'somebody-else'],
  ['asked twice, one person', on('again', '2026-06-01'), null, ONE, '2026-06-29', 'link-workers'],
  ['asked once, the letter came back', on('asked', '2026-06-01'), null, NOBODY, '2026-06-29', 'link-workers'],
  ['rung', on('link-workers', '2026-06-01'), null, ONE, '2026-06-29', 'desk'],
  ['the desk looked', on('desk', '2026-06-01'), null, ONE, '2026-08-30', null],
  ['the desk looked long ago', on('desk', '2026-06-01'), null, ONE, '2026-08-31', 'asked'],
  ['nobody had time to ring', on('again', '2026-06-01'), null, ONE, '2026-08-10', 'asked'],
  ['the clock went back a day', on('asked', '2026-06-01'), null, ONE, '2026-05-31', null],
  ['the clock had been a year ahead', on('asked', '2027-06-01'), null, ONE, '2026-06-01', 'again'],
]

test.for(STEPS)('%s', ([, last, confirmed, reach, day, due]) => {
  const confirmedAt = confirmed === null ? null : `${confirmed}T12:00:00.000Z`
  expect(rungOf(last, confirmedAt, reach, new Date(`${day}T10:00:00.000Z`), RULES)).toBe(due)
})
