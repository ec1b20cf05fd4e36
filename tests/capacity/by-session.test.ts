import { describe, expect, test } from 'vitest'
import { roomAt, wholeHistory, wholeWord } from '../../src/capacity/by-session.ts'
import type { CapacityEvent, CapacityThresholds } from '../../src/capacity/event.ts'
import { roomSaid } from '../../src/capacity/room-said.ts'
import { session, type Weekday } from '../../src/listings/session.ts'
import { texts } from '../../src/text/texts.ts'
import { NOW } from '../fixtures.ts'

const DAYS: CapacityThresholds = { open_days: 28, waiting_days: 28, full_days: 42, paused_days: 42 }
const on = (day: Weekday) =>
  session.parse({ rule: { every: 'week', on: [day] }, start: '10:00', end: '12:00' })
const WEEK = { sessions: [on('tu'), on('th')] }
const [TU, TH] = ['week:tu@10:00', 'week:th@10:00']

let ids = 0
/** Said so many days before NOW. */
const said = (
  session: string | null,
  state: CapacityEvent['state'],
  daysAgo = 1,
  over: Partial<CapacityEvent> = {},
): CapacityEvent => ({
  id: `e${++ids}`,
  listing: 'l1',
  session,
  state,
  weeks: null,
  until: null,
  saidAt: new Date(NOW.getTime() - daysAgo * 86_400_000).toISOString(),
  by: 'group',
  ...over,
})

/** what, the word on the whole, words on sessions, how the whole counts, the sentence in English */
const ROOMS: [string, CapacityEvent | null, CapacityEvent[], string, string][] = [
  ['nobody said anything', null, [], 'unknown', 'Room not known: ask them'],
  ['the whole alone', said(null, 'full'), [], 'full', 'Full'],
  [
    'one full, one open',
    null,
    [said(TU, 'full'), said(TH, 'open')],
    'open',
    'Tuesday: full; Thursday: room for new people',
  ],
  [
    'one full, one waiting',
    null,
    [said(TU, 'full'), said(TH, 'waiting')],
    'waiting',
    'Tuesday: full; Thursday: waiting list',
  ],
  [
    'one full, one never spoken of: worth asking',
    null,
    [said(TU, 'full')],
    'unknown',
    'Tuesday: full; Thursday: room not known: ask them',
  ],
  [
    'one full, one paused',
    null,
    [said(TU, 'full'), said(TH, 'paused')],
    'full',
    'Tuesday: full; Thursday: paused',
  ],
  ['both full: said once', null, [said(TU, 'full'), said(TH, 'full')], 'full', 'Full'],
  [
    'full until a day and full are not alike',
    null,
    [said(TU, 'full', 1, { until: '2027-03-01' }), said(TH, 'full')],
    'full',
    'Tuesday: full until 1 March; Thursday: full',
  ],
  [
    'the whole is open, Tuesday full since',
    said(null, 'open', 3),
    [said(TU, 'full', 1)],
    'open',
    'Tuesday: full; Thursday: room for new people',
  ],
  [
    'a later word on the whole ends what was said of sessions',
    said(null, 'full', 1),
    [said(TU, 'open', 3)],
    'full',
    'Full',
  ],
  [
    'a session that is gone is not spoken of',
    said(null, 'full', 3),
    [said('week:mo@10:00', 'open', 1)],
    'full',
    'Full',
  ],
  [
    'gone, and nothing else was said',
    null,
    [said('week:mo@10:00', 'open', 1)],
    'unknown',
    'Room not known: ask them',
  ],
  [
    'what was said of a session lapses',
    null,
    [said(TU, 'open', 40), said(TH, 'full', 40)],
    'unknown',
    'Tuesday: room not known: ask them; Thursday: full',
  ],
  [
    'all of it lapses',
    null,
    [said(TU, 'open', 50), said(TH, 'full', 50)],
    'unknown',
    'Room not known: ask them',
  ],
]

describe('room by session', () => {
  test.each(ROOMS)('%s', (_, capacity, capacities, state, sentence) => {
    const room = roomAt({ listing: WEEK, capacity, capacities }, NOW, DAYS)
    expect(room.whole.state).toBe(state)
    expect(roomSaid(room, WEEK.sessions, NOW, texts('en')).main).toBe(sentence)
  })

  test('sessions that stand alike are named together', () => {
    const sessions = [on('tu'), on('we'), on('th')]
    const capacities = [said(TU, 'full'), said(TH, 'full'), said('week:we@10:00', 'open')]
    const room = roomAt({ listing: { sessions }, capacity: null, capacities }, NOW, DAYS)
    expect(roomSaid(room, sessions, NOW, texts('en')).main).toBe(
      'Tuesday and Thursday: full; Wednesday: room for new people',
    )
    expect(roomSaid(room, sessions, NOW, texts('cy')).main).toBe(
      'Dydd Mawrth a dydd Iau: llawn; Dydd Mercher: lle i bobl newydd',
    )
  })

  /** An index has no clock: what it knows of "open" must be what the page says, at any time. */
  test.each(ROOMS)('an index agrees about "open" all the year: %s', (_, capacity, capacities) => {
    const rooms = { listing: WEEK, capacity, capacities }
    const word = wholeWord(rooms, DAYS)
    for (let day = 0; day < 366; day++) {
      const at = new Date(NOW.getTime() + day * 86_400_000)
      const open = word?.state === 'open' && word.lapsesAt > at.getTime()
      expect(open, at.toISOString()).toBe(roomAt(rooms, at, DAYS).whole.state === 'open')
    }
  })

  test('history counts the whole: full only while every session is', () => {
    const history = wholeHistory(
      WEEK,
      [said(TH, 'open', 10), said(TU, 'full', 30), said(TH, 'full', 20)],
      DAYS,
    )
    expect(history.map(({ state, session }) => [state, session])).toEqual([
      ['full', null],
      ['open', null],
    ])
  })

  test('the same events give the same room in any order', () => {
    const capacities = [said(TU, 'full'), said(TH, 'open')]
    const one = roomAt({ listing: WEEK, capacity: null, capacities }, NOW, DAYS)
    const other = roomAt({ listing: WEEK, capacity: null, capacities: capacities.toReversed() }, NOW, DAYS)
    expect(one).toEqual(other)
  })
})
