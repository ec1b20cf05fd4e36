import { describe, expect, test } from 'vitest'
import type { ToldAward } from '../../src/funding/award.ts'
import type { FundingEvent, FundingThresholds } from '../../src/funding/event.ts'
import { askAgain, fundingAt, fundingEnd, fundingOf, tellsOfFunding } from '../../src/funding/funding.ts'
import { grantSays, lastingAward, reachesFurther } from '../../src/funding/granted.ts'
import { insidersFunding, publicFunding } from '../../src/funding/said.ts'
import { texts } from '../../src/text/texts.ts'

const DAYS: FundingThresholds = { goes_on_days: 400, notice_days: 90, ask_days: 56 }
const says = (
  saying: FundingEvent['says'],
  until: string | null,
  saidAt = '2026-11-01T09:00:00.000Z',
): FundingEvent => ({ id: 'f', listing: 'l1', says: saying, until, saidAt, by: 'group', source: null })
const MARCH = '2027-03-31'
const at = (day: string) => new Date(`${day}T12:00:00Z`)

const UNKNOWN = 'Funded until 31 March. Whether it goes on is not known yet.'
const AFTER = 'This may change after March 2027.'
const OVER = 'It was funded until 31 March 2027. Nobody has said since whether it goes on.'
const SINCE = 'This may have changed after March 2027. Nobody has told us since.'

/** what, the event, now, what insiders read, what the public reads, the end that is asked about */
const AT: [string, FundingEvent | null, string, string | null, string | null, string | null][] = [
  ['nobody said', null, '2026-11-22', null, null, null],
  ['goes on', says('goes-on', null), '2026-11-22', 'Its funding goes on.', null, null],
  ['goes on, 400 days later', says('goes-on', null), '2027-12-06', 'Its funding goes on.', null, null],
  ['goes on, a day later', says('goes-on', null), '2027-12-07', null, null, null],
  [
    'goes on until, far off',
    says('goes-on', MARCH),
    '2026-12-30',
    'Its funding goes on until 31 March.',
    null,
    MARCH,
  ],
  [
    'goes on until: nothing says it goes on after that',
    says('goes-on', MARCH),
    '2026-12-31',
    'Its funding goes on until 31 March.',
    AFTER,
    MARCH,
  ],
  ['goes on until, the day after', says('goes-on', MARCH), '2027-04-01', OVER, SINCE, MARCH],
  ['not known yet, far off', says('unknown', MARCH), '2026-12-30', UNKNOWN, null, MARCH],
  ['not known yet, 90 days before', says('unknown', MARCH), '2026-12-31', UNKNOWN, AFTER, MARCH],
  ['not known yet, on the last day', says('unknown', MARCH), '2027-03-31', UNKNOWN, AFTER, MARCH],
  ['the day after the end', says('unknown', MARCH), '2027-04-01', OVER, SINCE, MARCH],
  ['ends', says('ends', MARCH), '2027-01-15', 'Its funding ends on 31 March.', AFTER, MARCH],
  [
    'ends early in a month',
    says('ends', '2027-04-05'),
    '2027-02-15',
    'Its funding ends on 5 April.',
    'This may change during April 2027.',
    '2027-04-05',
  ],
  ['ended', says('ends', MARCH), '2027-05-01', OVER, SINCE, MARCH],
  ['ended long ago', says('ends', MARCH), '2028-06-01', OVER, null, MARCH],
  [
    'no end known',
    says('unknown', null),
    '2026-11-22',
    'Whether its funding goes on is not known yet.',
    null,
    null,
  ],
  ['no end known, too long ago', says('unknown', null), '2028-01-01', null, null, null],
  [
    'dated ahead: never said',
    says('ends', MARCH, '2026-12-25T09:00:00.000Z'),
    '2026-11-22',
    null,
    null,
    null,
  ],
  ['dated at no time', says('ends', MARCH, 'soon'), '2026-11-22', null, null, null],
]
describe('funding at a time', () => {
  test.each(AT)('%s', (_, event, day, insiders, open, end) => {
    const now = at(day)
    const funding = fundingAt(event, now, DAYS)
    expect(insidersFunding(funding, now, texts('en'))?.main ?? null).toBe(insiders)
    expect(publicFunding(funding, now, DAYS, texts('en'))).toBe(open)
    expect(tellsOfFunding(funding, now, DAYS)).toBe(open !== null)
    expect(fundingEnd(funding)).toBe(end)
  })

  test('in Welsh', () => {
    const now = at('2027-01-15')
    const funding = fundingAt(says('unknown', MARCH), now, DAYS)
    expect(insidersFunding(funding, now, texts('cy'))?.main).toBe(
      'Wedi’i gyllido tan 31 Mawrth. Nid yw’n hysbys eto a fydd yn parhau.',
    )
    expect(publicFunding(funding, now, DAYS, texts('cy'))).toBe('Gall hyn newid ar ôl mis Mawrth 2027.')
  })
})

const award = (id: string, endsOn: string | null, over: Partial<ToldAward> = {}): ToldAward => ({
  id,
  source: 's1',
  title: 'Core costs',
  funder: 'Sale Trust',
  funderId: null,
  amountPence: 1_200_000,
  awardedOn: '2026-03-01',
  startsOn: '2026-04-01',
  endsOn,
  recipient: { name: 'Kettle Friends', ids: ['GB-CHC-1'], postcode: null },
  run: 'r1',
  gone: false,
  ...over,
})
const grant = (endsOn: string, awardedOn = '2026-03-01') =>
  grantSays(award('a', endsOn, { awardedOn }), 'l1', 'Grants of the town')

describe('grants', () => {
  test.each([
    ['the one that pays longest', [award('a', '2027-03-31'), award('b', '2027-09-30')], 'b'],
    ['of those whose end is known', [award('a', '2027-03-31'), award('b', null)], 'a'],
    [
      'one that its file no longer has was given all the same',
      [award('a', '2027-03-31'), award('b', '2028-03-31', { gone: true })],
      'b',
    ],
    ['not one that is yet to be given', [award('a', '2028-03-31', { awardedOn: '2026-12-01' })], null],
    ['none', [], null],
  ] as [string, ToldAward[], string | null][])('%s', (_, all, id) =>
    expect(lastingAward(all, '2026-11-22')?.id ?? null).toBe(id),
  )

  test('insiders read who gave it and who told of it; the public reads neither', () => {
    const now = at('2027-02-01')
    const funding = fundingAt(grant(MARCH), now, DAYS)
    expect(insidersFunding(funding, now, texts('en'))).toEqual({
      main: UNKNOWN,
      by: 'A grant of Sale Trust, told by Grants of the town.',
    })
    expect(publicFunding(funding, now, DAYS, texts('en'))).toBe(AFTER)
  })

  test('of two that sources tell, the one that reaches further', () => {
    expect(reachesFurther(grant('2027-01-31'), grant(MARCH))?.until).toBe(MARCH)
    expect(reachesFurther(grant(MARCH), grant('2027-01-31'))?.until).toBe(MARCH)
    expect(reachesFurther(null, grant(MARCH))?.until).toBe(MARCH)
  })
})

/** what, what a person said last, the end a grant tells (and when it was awarded), now, state and end of what counts */
const BOTH: [string, FundingEvent | null, FundingEvent | null, string, string, string | null][] = [
  ['only a grant', null, grant(MARCH), '2026-11-22', 'unknown', MARCH],
  ['a group’s "goes on" silences it', says('goes-on', null), grant(MARCH), '2027-03-01', 'goes-on', null],
  ['after the end as well', says('goes-on', null), grant(MARCH), '2027-05-01', 'goes-on', null],
  [
    '"goes on until" reaches further',
    says('goes-on', '2028-03-31'),
    grant(MARCH),
    '2027-03-01',
    'goes-on',
    '2028-03-31',
  ],
  [
    'unless the grant does',
    says('goes-on', MARCH),
    grant('2028-03-31'),
    '2027-03-01',
    'unknown',
    '2028-03-31',
  ],
  [
    '"ends" counts, said after the grant',
    says('ends', '2026-12-31'),
    grant(MARCH),
    '2026-12-01',
    'ends',
    '2026-12-31',
  ],
  [
    'a grant since then pays on',
    says('ends', '2026-12-31'),
    grant('2027-12-31', '2026-11-15'),
    '2026-12-01',
    'unknown',
    '2027-12-31',
  ],
  [
    '"do not know" has the end of the grant',
    says('unknown', null),
    grant(MARCH),
    '2026-12-01',
    'unknown',
    MARCH,
  ],
  [
    'said after that end, it has none',
    says('unknown', null, '2027-05-01T09:00:00.000Z'),
    grant(MARCH),
    '2027-05-02',
    'unknown',
    null,
  ],
  [
    '"goes on" has lapsed: a grant that ends later counts again',
    says('goes-on', null, '2025-01-01T09:00:00.000Z'),
    grant(MARCH),
    '2026-11-22',
    'unknown',
    MARCH,
  ],
  [
    'one that ended before it does not',
    says('goes-on', null, '2025-06-01T09:00:00.000Z'),
    grant('2025-03-31', '2024-03-01'),
    '2026-11-22',
    'none',
    null,
  ],
]
describe('what counts of a person’s word and a grant', () => {
  test.each(BOTH)('%s', (_, person, source, day, state, until) => {
    const { state: is, until: end } = fundingOf({ person, source }, at(day), DAYS)
    expect([is, end]).toEqual([state, until])
  })
})

/** what, the event, the day on which to ask again */
const AGAIN: [string, FundingEvent | null, string | null][] = [
  ['nobody said: with everything else', null, null],
  ['eight weeks before the end', says('unknown', MARCH), '2027-02-03'],
  ['the same where it ends', says('ends', MARCH), '2027-02-03'],
  [
    'said shortly before the end: not at once',
    says('unknown', MARCH, '2027-03-01T09:00:00.000Z'),
    '2027-03-29',
  ],
  ['said after the end', says('unknown', MARCH, '2027-05-01T09:00:00.000Z'), '2027-05-29'],
  ['no end known', says('unknown', null), '2027-01-30'],
  ['goes on: before it lapses', says('goes-on', null), '2027-10-11'],
  ['goes on until a day', says('goes-on', '2028-03-31'), '2028-02-04'],
  ['dated at no time', says('ends', MARCH, 'soon'), null],
]
describe('when to ask again', () => {
  test.each(AGAIN)('%s', (_, event, day) => expect(askAgain(event, DAYS)).toBe(day))
})
