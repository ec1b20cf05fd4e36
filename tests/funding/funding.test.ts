import { describe, expect, test } from 'vitest'
import type { FundingEvent, FundingThresholds } from '../../src/funding/event.ts'
import { askAgain, fundingAt, fundingEnd, fundingSaid, tellsOfFunding } from '../../src/funding/funding.ts'
import { texts } from '../../src/text/texts.ts'

const DAYS: FundingThresholds = { goes_on_days: 400, notice_days: 90, ask_days: 56 }
const says = (saying: FundingEvent['says'], until: string | null, saidAt = '2026-11-01T09:00:00.000Z') => ({
  id: 'f',
  listing: 'l1',
  says: saying,
  until,
  saidAt,
  by: 'group' as const,
  source: null,
})
const MARCH = '2027-03-31'

/** what, the event, now, the sentence, whether the public page tells of it, the end that is asked about */
const AT: [string, FundingEvent | null, string, string | null, boolean, string | null][] = [
  ['nobody said', null, '2026-11-22', null, false, null],
  ['goes on', says('goes-on', null), '2026-11-22', 'Its funding goes on.', false, null],
  ['goes on, 400 days later', says('goes-on', null), '2027-12-06', 'Its funding goes on.', false, null],
  ['goes on, a day later', says('goes-on', null), '2027-12-07', null, false, null],
  ['goes on until', says('goes-on', MARCH), '2027-03-31', 'Its funding goes on until 31 March.', false, null],
  ['goes on until, the day after', says('goes-on', MARCH), '2027-04-01', null, false, null],
  [
    'not known yet, far off',
    says('unknown', MARCH),
    '2026-12-30',
    'Funded until 31 March. Whether it goes on is not known yet.',
    false,
    MARCH,
  ],
  [
    'not known yet, 90 days before',
    says('unknown', MARCH),
    '2026-12-31',
    'Funded until 31 March. Whether it goes on is not known yet.',
    true,
    MARCH,
  ],
  [
    'not known yet, on the last day',
    says('unknown', MARCH),
    '2027-03-31',
    'Funded until 31 March. Whether it goes on is not known yet.',
    true,
    MARCH,
  ],
  [
    'the day after the end it says so',
    says('unknown', MARCH),
    '2027-04-01',
    'It was funded until 31 March 2027. Ask whether it still runs.',
    true,
    MARCH,
  ],
  ['ends', says('ends', MARCH), '2027-01-15', 'Its funding ends on 31 March.', true, MARCH],
  [
    'ended',
    says('ends', MARCH),
    '2027-05-01',
    'It was funded until 31 March 2027. Ask whether it still runs.',
    true,
    MARCH,
  ],
  [
    'ended long ago',
    says('ends', MARCH),
    '2028-06-01',
    'It was funded until 31 March 2027. Ask whether it still runs.',
    false,
    MARCH,
  ],
  [
    'no end known',
    says('unknown', null),
    '2026-11-22',
    'Whether its funding goes on is not known yet.',
    false,
    null,
  ],
  ['no end known, too long ago', says('unknown', null), '2028-01-01', null, false, null],
  [
    'dated ahead: never said',
    says('ends', MARCH, '2026-12-25T09:00:00.000Z'),
    '2026-11-22',
    null,
    false,
    null,
  ],
  ['dated at no time', says('ends', MARCH, 'soon'), '2026-11-22', null, false, null],
]
describe('funding at a time', () => {
  test.each(AT)('%s', (_, event, day, sentence, told, end) => {
    const now = new Date(`${day}T12:00:00Z`)
    const funding = fundingAt(event, now, DAYS)
    expect(fundingSaid(funding, now, texts('en'))).toBe(sentence)
    expect(tellsOfFunding(funding, now, DAYS)).toBe(told)
    expect(fundingEnd(funding)).toBe(end)
  })

  test('in Welsh', () => {
    const now = new Date('2027-01-15T12:00:00Z')
    expect(fundingSaid(fundingAt(says('unknown', MARCH), now, DAYS), now, texts('cy'))).toBe(
      'Wedi’i gyllido tan 31 Mawrth. Nid yw’n hysbys eto a fydd yn parhau.',
    )
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
