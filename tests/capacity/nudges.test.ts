import { describe, expect, test } from 'vitest'
import type { CapacityEvent, CapacityThresholds } from '../../src/capacity/event.ts'
import { intakeHint, intakeSaid, monthBegan } from '../../src/capacity/intake.ts'
import { nudgesDue } from '../../src/capacity/nudges.ts'
import { daysToReopen } from '../../src/capacity/trend.ts'
import { texts } from '../../src/text/texts.ts'
import { known } from '../fixtures.ts'

const DAYS: CapacityThresholds = { open_days: 28, waiting_days: 28, full_days: 42, paused_days: 42 }
const event = (
  state: CapacityEvent['state'],
  day: string,
  over: Partial<CapacityEvent> = {},
): CapacityEvent => ({
  id: `${state} ${day}`,
  listing: 'l1',
  session: null,
  state,
  weeks: null,
  until: null,
  saidAt: `${day}T09:00:00.000Z`,
  by: 'group',
  ...over,
})

/** what, the word, the first and the last day on which it is asked about; null: never */
const NUDGES: [string, CapacityEvent, string | null, string | null][] = [
  ['open, 28 days', event('open', '2026-11-01'), '2026-11-24', '2026-12-06'],
  ['full, 42 days', event('full', '2026-11-01'), '2026-12-08', '2026-12-20'],
  ['full until 1 March', event('full', '2026-11-01', { until: '2027-03-01' }), '2027-02-24', '2027-03-08'],
  [
    'until a day next week: not at once',
    event('full', '2026-11-01', { until: '2026-11-05' }),
    '2026-11-08',
    '2026-11-12',
  ],
  ['over before it was said', event('full', '2026-11-01', { until: '2026-10-20' }), null, null],
]
describe('"are you still full?"', () => {
  const asked = (capacity: CapacityEvent, over: object = {}) => {
    const days: string[] = []
    for (let day = 0; day < 400; day++) {
      const now = new Date(Date.parse('2026-11-01T12:00:00Z') + day * 86_400_000)
      if (nudgesDue([known({ capacity, ...over })], now, DAYS).length > 0)
        days.push(now.toISOString().slice(0, 10))
    }
    return days
  }

  test.each(NUDGES)('%s', (_, capacity, first, last) => {
    const days = asked(capacity)
    expect([days[0] ?? null, days.at(-1) ?? null]).toEqual([first, last])
    const [begin, end] = [Date.parse(days[0] ?? ''), Date.parse(days.at(-1) ?? '')]
    if (first !== null) expect(days.length, 'due stays due on every day').toBe((end - begin) / 86_400_000 + 1)
  })

  test('one word is one key, on every day', () => {
    const capacity = event('full', '2026-11-01')
    const keys = ['2026-12-08', '2026-12-13', '2026-12-20'].flatMap((day) =>
      nudgesDue([known({ capacity })], new Date(`${day}T12:00:00Z`), DAYS).map(({ key, lastDay }) => [
        key,
        lastDay,
      ]),
    )
    expect(new Set(keys.map(([key]) => key))).toEqual(new Set(['room-nudge:full 2026-11-01']))
    expect(new Set(keys.map(([, day]) => day))).toEqual(new Set(['2026-12-13']))
  })

  test.each(['draft', 'paused', 'ended'] as const)('nobody is asked about a listing that is %s', (status) => {
    expect(asked(event('full', '2026-11-01'), { listing: { status } })).toEqual([])
  })
})

/** what, events, days from full to room */
const REOPENS: [string, CapacityEvent[], number | null][] = [
  ['never full', [event('open', '2026-01-01')], null],
  ['never open again', [event('full', '2026-01-01')], null],
  ['once', [event('full', '2026-01-01'), event('open', '2026-02-05')], 35],
  [
    'said full twice: from the first',
    [event('full', '2026-01-01'), event('full', '2026-01-20'), event('open', '2026-02-05')],
    35,
  ],
  [
    'by way of a waiting list',
    [event('full', '2026-01-01'), event('waiting', '2026-01-20'), event('open', '2026-02-05')],
    35,
  ],
  [
    'the middle of three, in any order',
    [
      event('open', '2026-06-21'),
      event('full', '2026-01-01'),
      event('open', '2026-01-11'),
      event('full', '2026-02-01'),
      event('open', '2026-03-03'),
      event('full', '2026-05-02'),
    ],
    30,
  ],
  ['more than a year later tells nothing', [event('full', '2025-01-01'), event('open', '2026-03-01')], null],
  ['what is dated ahead', [event('full', '2026-01-01'), event('open', '2027-02-05')], null],
]
describe('how soon there is room again', () => {
  test.each(REOPENS)('%s', (_, events, days) => {
    expect(daysToReopen(events, new Date('2026-11-22T09:00:00Z'))).toBe(days)
  })
})

describe('how many they can take', () => {
  test.each([
    [null, 4, null],
    [
      5,
      0,
      'They can take about 5 new people a month. Nobody was pointed here or put on a shortlist this month.',
    ],
    [5, 1, 'They can take about 5 new people a month. 1 was pointed here or put on a shortlist this month.'],
    [
      5,
      5,
      'They can take about 5 new people a month. 5 were pointed here or put on a shortlist this month. That is as many as they can take: ring first.',
    ],
    [
      1,
      0,
      'They can take about 1 new person a month. Nobody was pointed here or put on a shortlist this month.',
    ],
  ])('%s a month, %s pointed', (perMonth, pointed, sentence) => {
    const hint = intakeHint({ perMonth, pointed })
    expect(hint === null ? null : intakeSaid(hint, texts('en'))).toBe(sentence)
  })

  test.each([
    ['2026-11-22T09:00:00Z', '2026-10-26'],
    ['2026-11-01T00:30:00Z', '2026-10-26'],
    ['2026-06-30T23:30:00Z', '2026-06-29'],
    ['2027-02-28T09:00:00Z', '2027-02-01'],
  ])('this month, at %s, began in the week of %s', (now, monday) => {
    expect(monthBegan(new Date(now))).toBe(monday)
  })
})
