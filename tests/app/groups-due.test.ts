/** What a group is asked about. */
import { describe, expect, test } from 'vitest'
import { dueOf } from '../../src/app/groups/mine.ts'
import { readSite } from '../../src/app/site.ts'
import type { FundingEvent } from '../../src/funding/event.ts'
import type { Known } from '../../src/store/store.ts'
import { known, NOW } from '../fixtures.ts'

const house = { site: readSite(), now: () => NOW }
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString()
const confirmed = (days: number): Known['confirmation'] => ({
  id: 'c',
  listing: 'l',
  at: ago(days),
  by: 'group',
  source: null,
  how: 'form',
  revision: 1,
})
const full = (days: number): Known['capacity'] => ({
  id: 'r',
  listing: 'l',
  session: null,
  state: 'full',
  weeks: null,
  until: null,
  saidAt: ago(days),
  by: 'group',
})
const funding = (says: FundingEvent['says'], until: string | null, days = 30): FundingEvent => ({
  id: 'f',
  listing: 'l',
  says,
  until,
  saidAt: ago(days),
  by: 'group',
  source: null,
})

/** what, what is known, what the group is asked about */
const DUE: [string, Parameters<typeof known>[0], string[]][] = [
  ['never confirmed', {}, ['right']],
  ['confirmed last week', { confirmation: confirmed(7) }, []],
  ['confirmed a year ago', { confirmation: confirmed(365) }, ['right']],
  ['full, said 42 days ago', { confirmation: confirmed(7), capacity: full(42) }, []],
  ['full, said 43 days ago', { confirmation: confirmed(7), capacity: full(43) }, ['room']],
  [
    'funding ends in two months',
    { confirmation: confirmed(7), funding: funding('unknown', '2027-01-20') },
    [],
  ],
  [
    'funding ends in eight weeks',
    { confirmation: confirmed(7), funding: funding('unknown', '2027-01-17') },
    ['funding'],
  ],
  ['all three', { capacity: full(60), funding: funding('ends', '2026-11-30') }, ['right', 'room', 'funding']],
  ['a draft', { listing: { status: 'draft' } }, []],
  ['what has ended', { listing: { status: 'ended' } }, []],
]
describe('what a group is asked about', () => {
  test.each(DUE)('%s', (_, about, due) => expect(dueOf(house, known(about))).toEqual(due))
})
