import { describe, expect, test } from 'vitest'
import { capacityAt, capacitySaid, lapsesAt, type Capacity } from '../../src/capacity/capacity.ts'
import type { CapacityEvent, CapacityThresholds } from '../../src/capacity/event.ts'
import { trend } from '../../src/capacity/trend.ts'
import { texts } from '../../src/text/texts.ts'
import { NOW } from '../fixtures.ts'

/** Different for each state, so that a mix-up shows. */
const DAYS: CapacityThresholds = { open_days: 28, waiting_days: 21, full_days: 14, paused_days: 7 }
const event = (state: CapacityEvent['state'], saidAt: string, over: Partial<CapacityEvent> = {}) => ({
  id: `${state}-${saidAt}`,
  listing: 'l1',
  session: null,
  state,
  weeks: null,
  until: null,
  saidAt,
  by: 'group' as const,
  ...over,
})
const until = (day: string) => ({ until: day })

/** what, the event, now, the state */
const STATES: [string, CapacityEvent | null, string, Capacity['state']][] = [
  ['nobody ever said', null, '2026-11-22T09:00:00Z', 'unknown'],
  ['open, just said', event('open', '2026-11-22T09:00:00Z'), '2026-11-22T09:00:00Z', 'open'],
  [
    'open, on its 28th day, last second',
    event('open', '2026-11-01T00:00:00Z'),
    '2026-11-29T23:59:59Z',
    'open',
  ],
  ['open, a second later', event('open', '2026-11-01T00:00:00Z'), '2026-11-30T00:00:00Z', 'unknown'],
  ['waiting, on its 21st day', event('waiting', '2026-11-01T12:00:00Z'), '2026-11-22T09:00:00Z', 'waiting'],
  ['waiting, on its 22nd', event('waiting', '2026-10-31T12:00:00Z'), '2026-11-22T09:00:00Z', 'unknown'],
  ['full, on its 14th day', event('full', '2026-11-08T12:00:00Z'), '2026-11-22T09:00:00Z', 'full'],
  ['full, on its 15th', event('full', '2026-11-07T12:00:00Z'), '2026-11-22T09:00:00Z', 'unknown'],
  ['paused, on its 7th day', event('paused', '2026-11-15T12:00:00Z'), '2026-11-22T09:00:00Z', 'paused'],
  ['paused, on its 8th', event('paused', '2026-11-14T12:00:00Z'), '2026-11-22T09:00:00Z', 'unknown'],
  [
    'until a day, on that day, last second',
    event('full', '2026-09-01T12:00:00Z', until('2027-03-01')),
    '2027-03-01T23:59:59Z',
    'full',
  ],
  [
    'until a day, the next day: not known, never open',
    event('full', '2026-09-01T12:00:00Z', until('2027-03-01')),
    '2027-03-02T00:00:00Z',
    'unknown',
  ],
  [
    'until a day in summer, 23:59 in London',
    event('full', '2026-06-01T12:00:00Z', until('2026-07-01')),
    '2026-07-01T22:59:59Z',
    'full',
  ],
  [
    'until a day in summer, midnight in London',
    event('full', '2026-06-01T12:00:00Z', until('2026-07-01')),
    '2026-07-01T23:00:00Z',
    'unknown',
  ],
  [
    'until the day clocks go forward',
    event('full', '2026-03-01T12:00:00Z', until('2026-03-29')),
    '2026-03-29T22:59:59Z',
    'full',
  ],
  [
    'and an hour sooner than without it',
    event('full', '2026-03-01T12:00:00Z', until('2026-03-29')),
    '2026-03-29T23:00:00Z',
    'unknown',
  ],
  [
    'until the day clocks go back',
    event('full', '2026-10-01T12:00:00Z', until('2026-10-25')),
    '2026-10-25T23:59:59Z',
    'full',
  ],
  [
    'a near day ends it before the usual days',
    event('open', '2026-11-20T12:00:00Z', until('2026-11-21')),
    '2026-11-22T09:00:00Z',
    'unknown',
  ],
  [
    'a day already over when it was said',
    event('open', '2026-11-20T12:00:00Z', until('2026-01-01')),
    '2026-11-20T13:00:00Z',
    'unknown',
  ],
  [
    'years ahead: a year and no longer',
    event('open', '2026-11-20T12:00:00Z', until('2099-01-01')),
    '2027-11-21T12:00:00Z',
    'open',
  ],
  [
    'years ahead: after a year',
    event('open', '2026-11-20T12:00:00Z', until('2099-01-01')),
    '2027-11-22T00:00:00Z',
    'unknown',
  ],
  [
    'said on 29 February until the next one',
    event('full', '2028-02-29T12:00:00Z', until('2028-02-29')),
    '2028-02-29T23:59:59Z',
    'full',
  ],
  ['dated later today: said now', event('open', '2026-11-22T20:00:00Z'), '2026-11-22T09:00:00Z', 'open'],
  ['dated tomorrow: never said', event('open', '2026-11-23T20:00:00Z'), '2026-11-22T09:00:00Z', 'unknown'],
  ['dated at no time', event('open', 'soon'), '2026-11-22T09:00:00Z', 'unknown'],
]
describe('room at a time', () => {
  test.each(STATES)('%s', (_, given, now, state) => {
    expect(capacityAt(given, new Date(now), DAYS).state).toBe(state)
  })

  const heard = STATES.filter(([what]) => !what.startsWith('dated') && !what.startsWith('nobody'))
  test.each(heard)('an index agrees: %s', (_, given, now, state) => {
    const holds = given !== null && Date.parse(now) < lapsesAt(given, DAYS)
    expect(holds).toBe(state !== 'unknown')
  })

  test('what is dated at no time lapses at once in an index', () => {
    expect(lapsesAt(event('open', 'soon'), DAYS)).toBe(0)
  })

  test('weeks are of waiting lists only, and what is not known tells nothing', () => {
    const at = (given: CapacityEvent) => capacityAt(given, NOW, DAYS)
    expect(at(event('waiting', '2026-11-21T09:00:00Z', { weeks: 3 })).weeks).toBe(3)
    expect(at(event('full', '2026-11-21T09:00:00Z', { weeks: 3 })).weeks).toBeNull()
    const nothing = { state: 'unknown', weeks: null, until: null, saidAt: null, by: null }
    expect(at(event('full', '2020-11-21T09:00:00Z'))).toEqual(nothing)
  })
})

/** the event, in English, in Welsh, at NOW (22 November 2026) */
const SAID: [CapacityEvent | null, string, string][] = [
  [
    event('open', '2026-11-18T09:00:00Z'),
    'Room for new people | said 4 days ago',
    'Lle i bobl newydd | dywedwyd 4 diwrnod yn ôl',
  ],
  [
    event('waiting', '2026-11-21T09:00:00Z', { weeks: 3 }),
    'Waiting list, about 3 weeks | said yesterday',
    'Rhestr aros, tua 3 wythnos | dywedwyd ddoe',
  ],
  [
    event('waiting', '2026-11-22T08:00:00Z', { weeks: 1 }),
    'Waiting list, about 1 week | said today',
    'Rhestr aros, tua 1 wythnos | dywedwyd heddiw',
  ],
  [
    event('waiting', '2026-11-22T08:00:00Z', { weeks: 0 }),
    'Waiting list, less than a week | said today',
    'Rhestr aros, llai nag wythnos | dywedwyd heddiw',
  ],
  [event('waiting', '2026-11-22T08:00:00Z'), 'Waiting list | said today', 'Rhestr aros | dywedwyd heddiw'],
  [event('full', '2026-11-08T09:00:00Z'), 'Full | said 2 weeks ago', 'Llawn | dywedwyd 2 wythnos yn ôl'],
  [
    event('full', '2026-11-08T09:00:00Z', until('2027-03-01')),
    'Full until 1 March | said 2 weeks ago',
    'Llawn tan 1 Mawrth | dywedwyd 2 wythnos yn ôl',
  ],
  [
    event('full', '2026-11-21T09:00:00Z', until('2027-11-20')),
    'Full until 20 November 2027 | said yesterday',
    'Llawn tan 20 Tachwedd 2027 | dywedwyd ddoe',
  ],
  [
    event('paused', '2026-11-21T09:00:00Z', until('2027-01-05')),
    'Paused until 5 January | said yesterday',
    'Wedi oedi tan 5 Ionawr | dywedwyd ddoe',
  ],
  [event('paused', '2026-11-21T09:00:00Z'), 'Paused | said yesterday', 'Wedi oedi | dywedwyd ddoe'],
  [null, 'Room not known: ask them | ', 'Ddim yn hysbys a oes lle: gofynnwch iddyn nhw | '],
]
describe('the sentence', () => {
  test.each(SAID)('%j: %s', (given, ...expected) => {
    const words = (['en', 'cy'] as const).map((lang) => {
      const { main, detail } = capacitySaid(capacityAt(given, NOW, DAYS), NOW, texts(lang))
      return `${main} | ${detail}`
    })
    expect(words).toEqual(expected)
  })

  test.each([
    ['group', 'said by the group yesterday', 'dywedodd y grŵp ddoe'],
    ['umbrella', 'said by a local support body yesterday', 'dywedodd corff cymorth lleol ddoe'],
    ['desk', 'said by the directory team yesterday', 'dywedodd tîm y cyfeiriadur ddoe'],
    ['link-worker', 'said by a link worker yesterday', 'dywedodd gweithiwr cyswllt ddoe'],
    ['source', 'said by another directory yesterday', 'dywedodd cyfeiriadur arall ddoe'],
  ] as const)('named: %s', (by, ...expected) => {
    const room = capacityAt(event('open', '2026-11-21T09:00:00Z', { by }), NOW, DAYS)
    const words = (['en', 'cy'] as const).map((lang) => capacitySaid(room, NOW, texts(lang), true).detail)
    expect(words).toEqual(expected)
  })
})

const full = (saidAt: string, last: string) => event('full', saidAt, until(last))
const open = (saidAt: string, last: string) => event('open', saidAt, until(last))
/** what, the events, full months of known months, of the six before November 2026 */
const TRENDS: [string, CapacityEvent[], number, number][] = [
  ['nothing said', [], 0, 0],
  ['only this month', [full('2026-11-02T09:00:00Z', '2026-11-20')], 0, 0],
  ['full all of October', [full('2026-10-01T09:00:00Z', '2026-10-31')], 1, 1],
  ['full from May to now', [full('2026-05-01T09:00:00Z', '2026-12-31')], 6, 6],
  ['what was before does not count', [full('2026-01-01T09:00:00Z', '2026-04-30')], 0, 0],
  [
    'open, then full for most of October',
    [open('2026-10-01T09:00:00Z', '2026-12-31'), full('2026-10-10T09:00:00Z', '2026-10-31')],
    1,
    1,
  ],
  [
    'full, then open for most of October',
    [open('2026-10-10T09:00:00Z', '2026-10-31'), full('2026-10-01T09:00:00Z', '2026-10-31')],
    0,
    1,
  ],
  ['full for the few days known', [event('full', '2026-09-05T09:00:00Z')], 1, 1],
  ['waiting is not full', [event('waiting', '2026-09-05T09:00:00Z')], 0, 1],
  [
    'four of five',
    [full('2026-06-01T09:00:00Z', '2026-09-30'), open('2026-10-01T09:00:00Z', '2026-10-31')],
    4,
    5,
  ],
  ['what is dated ahead', [full('2027-06-01T09:00:00Z', '2027-09-30')], 0, 0],
]
describe('trend', () => {
  test.each(TRENDS)('%s', (_, events, fullMonths, ofMonths) => {
    expect(trend(events, NOW, 6, DAYS)).toEqual({ fullMonths, ofMonths })
  })
})
