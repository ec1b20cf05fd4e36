import { expect, test } from 'vitest'
import { nextSaid, whenBreaks, whenFull, whenLine } from '../../src/listings/schedule-words.ts'
import { session, type Session } from '../../src/listings/session.ts'
import { texts } from '../../src/text/texts.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const en = texts('en')
const cy = texts('cy')
type Loose = Omit<Partial<Session>, 'rule'> & { rule: object }
const many = (...loose: Loose[]): Session[] => loose.map((one) => session.parse(one))
const week = (on: string, start?: string, end?: string, more: object = {}): Loose => ({
  rule: { every: 'week', on: on.split(' ') },
  start,
  end,
  ...more,
})
const month = (nth: number[], on: string, start?: string, end?: string): Loose => ({
  rule: { every: 'month', nth, on: on.split(' ') },
  start,
  end,
})
const dates = (on: string, start?: string, end?: string): Loose => ({
  rule: { every: 'date', on: on.split(' ') },
  start,
  end,
})
const other = (on: string, from: string): Loose => ({
  rule: { every: 'fortnight', on: on.split(' '), from },
  start: '14:00',
  end: '16:00',
})

/** sessions; the card's line in English and Welsh */
const LINES: [Loose[], string, string][] = [
  [[week('tu', '10:00', '12:00')], 'Tuesday 10am to 12, every week', 'Dydd Mawrth 10am i 12, bob wythnos'],
  [
    [week('we fr', '13:00', '16:00')],
    'Wednesday and Friday 1pm to 4pm',
    'Dydd Mercher a dydd Gwener 1pm i 4pm',
  ],
  [
    [week('mo tu we th fr', '09:30', '16:00')],
    'Monday to Friday 9.30am to 4pm',
    'Dydd Llun i ddydd Gwener 9.30am i 4pm',
  ],
  [
    [week('mo tu fr', '10:00', '14:00')],
    'Monday, Tuesday and Friday 10am to 2pm',
    'Dydd Llun, dydd Mawrth a dydd Gwener 10am i 2pm',
  ],
  [
    [week('mo', '10:00', '14:00'), week('fr', '10:00', '14:00'), week('tu', '10:00', '14:00')],
    'Monday, Tuesday and Friday 10am to 2pm',
    'Dydd Llun, dydd Mawrth a dydd Gwener 10am i 2pm',
  ],
  [
    [week('mo tu we fr', '09:00', '17:00')],
    'Monday to Wednesday and Friday 9am to 5pm',
    'Dydd Llun i ddydd Mercher a dydd Gwener 9am i 5pm',
  ],
  [[week('mo tu we th fr sa su', '10:00', '18:00')], 'Every day 10am to 6pm', 'Bob dydd 10am i 6pm'],
  [[week('mo tu we th fr sa su', '00:00', '24:00')], 'Every day at any time', 'Bob dydd ar unrhyw adeg'],
  [
    [week('mo', '09:00', '13:00'), week('mo', '14:00', '17:00')],
    'Monday 9am to 1pm and 2pm to 5pm, every week',
    'Dydd Llun 9am i 1pm a 2pm i 5pm, bob wythnos',
  ],
  [
    [week('sa', '10:00', '14:00'), week('mo tu we th fr', '09:00', '17:00')],
    'Monday to Friday 9am to 5pm; Saturday 10am to 2pm',
    'Dydd Llun i ddydd Gwener 9am i 5pm; dydd Sadwrn 10am i 2pm',
  ],
  [
    [
      week('mo', '09:00', '12:00'),
      week('tu', '10:00', '12:00'),
      week('th', '11:00', '12:00'),
      week('fr sa', '12:30', '15:15'),
    ],
    'Monday, Tuesday and Thursday to Saturday, times differ by day',
    'Dydd Llun, dydd Mawrth a dydd Iau i ddydd Sadwrn, mae’r amserau’n amrywio',
  ],
  [
    [month([1], 'th', '19:00', '21:00')],
    'First Thursday of the month, 7pm to 9pm',
    'Dydd Iau cyntaf y mis, 7pm i 9pm',
  ],
  [
    [month([-1, 1], 'fr', '14:00')],
    'First and last Friday of the month, 2pm',
    'Dydd Gwener cyntaf a dydd Gwener olaf y mis, 2pm',
  ],
  [
    [month([2, 3], 'mo')],
    'Second and third Monday of the month',
    'Ail ddydd Llun a thrydydd dydd Llun y mis',
  ],
  [[other('we', '2026-11-25')], 'Every other Wednesday, 2pm to 4pm', 'Bob yn ail ddydd Mercher, 2pm i 4pm'],
  [
    [other('we', '2026-11-25'), other('mo', '2026-11-30')],
    'Every other Monday, 2pm to 4pm; every other Wednesday, 2pm to 4pm',
    'Bob yn ail ddydd Llun, 2pm i 4pm; bob yn ail ddydd Mercher, 2pm i 4pm',
  ],
  [
    [dates('2027-03-24 2027-03-31', '14:00', '16:00')],
    '24 and 31 March 2027, 2pm to 4pm',
    '24 a 31 Mawrth 2027, 2pm i 4pm',
  ],
  [
    [dates('2027-04-07 2027-03-31', '14:00', '16:00')],
    '31 March and 7 April 2027, 2pm to 4pm',
    '31 Mawrth a 7 Ebrill 2027, 2pm i 4pm',
  ],
  [
    [dates('2026-12-30 2027-01-06')],
    '30 December 2026 and 6 January 2027',
    '30 Rhagfyr 2026 a 6 Ionawr 2027',
  ],
  [
    [dates('2027-01-05 2027-01-12 2027-01-19 2027-02-02 2027-02-09 2027-02-16', '10:00')],
    '5, 12, 19 January 2027 and 3 more dates, 10am',
    '5, 12, 19 Ionawr 2027 a 3 dyddiad arall, 10am',
  ],
  [[dates('2026-11-15 2026-11-22', '10:00')], '22 November 2026, 10am', '22 Tachwedd 2026, 10am'],
  [[dates('2026-11-15', '10:00')], 'No dates ahead', 'Dim dyddiadau i ddod'],
  [
    [week('we', '11:00', '12:30', { term_time: true })],
    'Wednesday 11am to 12.30pm, term time only',
    'Dydd Mercher 11am i 12.30pm, yn ystod y tymor yn unig',
  ],
  [
    [week('we', '11:00', '12:30', { from: '2027-01-06', until: '2027-02-10' })],
    'Wednesday 11am to 12.30pm, every week, from 6 January 2027, until 10 February 2027',
    'Dydd Mercher 11am i 12.30pm, bob wythnos, o 6 Ionawr 2027, tan 10 Chwefror 2027',
  ],
  [
    [week('we', '11:00', '12:30', { from: '2019-01-06' })],
    'Wednesday 11am to 12.30pm, every week',
    'Dydd Mercher 11am i 12.30pm, bob wythnos',
  ],
  [[week('we', '11:00', '12:30', { until: '2026-11-18' })], 'No dates ahead', 'Dim dyddiadau i ddod'],
  [[week('we', '19:30')], 'Wednesday 7.30pm, every week', 'Dydd Mercher 7.30pm, bob wythnos'],
  [[week('su')], 'Sunday, every week', 'Dydd Sul, bob wythnos'],
  [[week('sa', '22:00', '02:00')], 'Saturday 10pm to 2am, every week', 'Dydd Sadwrn 10pm i 2am, bob wythnos'],
]
test.each(LINES)('%j on a card', (loose, english, welsh) => {
  const sessions = many(...loose)
  expect([
    whenLine(sessions, 'words', en, { now: NOW }),
    whenLine(sessions, 'words', cy, { now: NOW }),
  ]).toEqual([english, welsh])
})

test('without sessions the card says what the group said, cut at a word, or nothing', () => {
  const long =
    'Monday to Friday via referral, and Saturdays 10am - 2pm;\n please ring first because the door is often locked'
  expect(whenLine([], 'Monday - Friday 8am - 4pm. Please ring.', en)).toBe(
    'Monday - Friday 8am - 4pm. Please ring.',
  )
  expect(whenLine([], long, en)).toBe(
    'Monday to Friday via referral, and Saturdays 10am - 2pm; please ring first…',
  )
  expect(whenLine([], undefined, en)).toBe(null)
  expect(whenLine([], '  ', en)).toBe(null)
})

test('the page says each line in full, with its words and its place where places differ', () => {
  const sessions = many(
    week('tu', '10:00', '12:00', { place: 0, words: 'bring a mat' }),
    week('we', '10:00', '12:00', { place: 1 }),
    month([-1], 'fr', '14:00', '16:00'),
  )
  expect(whenFull(sessions, en, { places: ["St Anne's Hall", 'The Oak Room'] })).toEqual([
    "Tuesday 10am to 12, at St Anne's Hall (bring a mat)",
    'Wednesday 10am to 12, at The Oak Room',
    'Last Friday of the month, 2pm to 4pm',
  ])
  expect(whenFull([], en)).toEqual([])
})

/** sessions, breaks said on 22 November 2026 */
const BREAKS: [Loose[], string[]][] = [
  [[week('tu', '10:00', '12:00')], []],
  [
    [week('tu', '10:00', '12:00', { pauses: [{ from: '2026-12-29', until: '2026-12-29' }] })],
    ['Not on 29 December'],
  ],
  [
    [
      week('tu', '10:00', '12:00', {
        pauses: [{ from: '2026-12-22', until: '2027-01-01', why: 'Christmas' }],
      }),
    ],
    ['Not from 22 December to 1 January 2027 (Christmas)'],
  ],
  [[week('tu', '10:00', '12:00', { pauses: [{ from: '2026-11-01', until: '2026-11-21' }] })], []],
  [
    [week('tu', '10:00', '12:00', { pauses: [{ from: '2026-11-01', until: '2026-11-22' }] })],
    ['Not from 1 November to 22 November'],
  ],
  [
    [
      week('tu', '10:00', '12:00', {
        until: '2026-12-01',
        pauses: [{ from: '2026-12-29', until: '2026-12-29' }],
      }),
    ],
    [],
  ],
  [
    [
      week('tu', '10:00', '12:00', { pauses: [{ from: '2026-12-29', until: '2026-12-29' }] }),
      week('we', '10:00', '12:00'),
    ],
    ['Tuesday: not on 29 December'],
  ],
]
test.each(BREAKS)('breaks of %j', (loose, said) => {
  expect(whenBreaks(many(...loose), NOW, en)).toEqual(said)
})

test('the next time is a day', () => {
  expect(nextSaid('2026-11-24T10:00:00.000Z', NOW, en)).toBe('Next: 24 November')
  expect(nextSaid('2027-01-05', NOW, cy)).toBe('Nesaf: 5 Ionawr 2027')
})
