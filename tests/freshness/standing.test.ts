import { describe, expect, test } from 'vitest'
import type { Confirmation, FreshnessThresholds, Signal } from '../../src/freshness/evidence.ts'
import { doubtedFrom } from '../../src/freshness/signals.ts'
import { confirmedFrom, standing, standingSaid, type Standing } from '../../src/freshness/standing.ts'
import type { Knower } from '../../src/listings/claims.ts'
import type { Listing } from '../../src/listings/listing.ts'
import { texts } from '../../src/text/texts.ts'
import { NOW } from '../fixtures.ts'

const DAYS: FreshnessThresholds = {
  confirmed_days: 183,
  due_days: 365,
  signal_grace_days: 14,
  lasts_days: { group: 183, umbrella: 183, desk: 183, 'link-worker': 183, source: 122 },
}
const OPEN: Pick<Listing, 'status' | 'ended_on'> = { status: 'published' }
const by = (at: string, who: Knower = 'group', source: string | null = null): Confirmation => ({
  id: 'c1',
  listing: 'l1',
  at,
  by: who,
  source,
  how: 'form',
  revision: 1,
})
const signal = (kind: Signal['kind'], at: string, clearedAt: string | null = null): Signal => ({
  id: `${kind}-${at}`,
  listing: 'l1',
  kind,
  at,
  source: null,
  clearedAt,
})
const stateAt = (at: string, now: Date | string) => standing(OPEN, by(at), [], new Date(now), DAYS).state

/** what, confirmed at, now, standing. NOW is Sunday 22 November 2026, 09:00 */
const AGES: [string, string, string, Standing['state']][] = [
  ['this minute', '2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z', 'confirmed'],
  ['12 days ago', '2026-11-10T09:00:00Z', '2026-11-22T09:00:00Z', 'confirmed'],
  ['183 days ago, the last second of that day', '2026-05-23T22:59:59Z', '2026-11-22T09:00:00Z', 'confirmed'],
  [
    '183 days ago, its first second (summer time)',
    '2026-05-22T23:00:00Z',
    '2026-11-22T09:00:00Z',
    'confirmed',
  ],
  ['one second earlier is 184 days', '2026-05-22T22:59:59Z', '2026-11-22T09:00:00Z', 'due'],
  ['183 days ago, at the last second of today', '2026-05-22T23:00:00Z', '2026-11-22T23:59:59Z', 'confirmed'],
  ['and a second later', '2026-05-22T23:00:00Z', '2026-11-23T00:00:00Z', 'due'],
  ['365 days ago', '2025-11-22T00:00:00Z', '2026-11-22T09:00:00Z', 'due'],
  ['366 days ago', '2025-11-21T23:59:59Z', '2026-11-22T09:00:00Z', 'unconfirmed'],
  ['on 29 February, 365 days on', '2028-02-29T12:00:00Z', '2029-02-28T12:00:00Z', 'due'],
  ['on 29 February, 366 days on', '2028-02-29T12:00:00Z', '2029-03-01T00:00:00Z', 'unconfirmed'],
  ['over a 29 February, 365 days', '2027-03-01T12:00:00Z', '2028-02-29T12:00:00Z', 'due'],
  ['over a 29 February, a year to the day', '2027-03-01T12:00:00Z', '2028-03-01T12:00:00Z', 'unconfirmed'],
  ['the night clocks go forward, before midnight', '2026-03-28T23:59:59Z', '2026-09-28T12:00:00Z', 'due'],
  ['the night clocks go forward, after it', '2026-03-29T00:00:00Z', '2026-09-28T12:00:00Z', 'confirmed'],
  ['the first night after it, 00:30 in London', '2026-03-29T23:30:00Z', '2026-09-29T12:00:00Z', 'confirmed'],
  [
    'the night clocks go back: 25 October begins an hour early',
    '2026-10-24T23:00:00Z',
    '2027-04-26T12:00:00Z',
    'confirmed',
  ],
  ['and a second before', '2026-10-24T22:59:59Z', '2027-04-26T12:00:00Z', 'due'],
]
const LASTS: [who: Knower, days: number, state: Standing['state']][] = [
  ['group', 183, 'confirmed'],
  ['group', 184, 'due'],
  ['link-worker', 183, 'confirmed'],
  ['source', 122, 'confirmed'],
  ['source', 123, 'due'],
  ['source', 365, 'due'],
  ['source', 366, 'unconfirmed'],
]
test.for(LASTS)('the word of %s of %i days ago: %s', ([who, days, state]) => {
  const at = new Date(NOW.getTime() - days * 86_400_000).toISOString()
  expect(standing(OPEN, by(at, who), [], NOW, DAYS).state).toBe(state)
})

describe('age', () => {
  test.each(AGES)('%s: %s at %s is %s', (_, at, now, state) => expect(stateAt(at, now)).toBe(state))

  test.each(AGES)('an index agrees: %s', (_, at, now, state) => {
    const since = (days: number) => Date.parse(at) >= confirmedFrom(new Date(now), days)
    expect([since(183), since(365)]).toEqual([state === 'confirmed', state !== 'unconfirmed'])
  })
})

/** what, confirmed at, confirmedAt as it is given, standing at NOW */
const AHEAD: [string, string, string | null, Standing['state']][] = [
  ['nine minutes ahead counts as now', '2026-11-22T09:09:00Z', '2026-11-22T09:00:00.000Z', 'confirmed'],
  ['later today counts as now', '2026-11-22T23:59:59Z', '2026-11-22T09:00:00.000Z', 'confirmed'],
  ['tomorrow is refused', '2026-11-23T00:00:00Z', null, 'unconfirmed'],
  ['next year is refused', '2027-11-22T09:00:00Z', null, 'unconfirmed'],
  ['no instant at all is refused', 'last Tuesday', null, 'unconfirmed'],
]
describe('confirmations ahead of now', () => {
  test.each(AHEAD)('%s', (_, at, confirmedAt, state) => {
    expect(standing(OPEN, by(at), [], NOW, DAYS)).toMatchObject({ state, confirmedAt })
  })
  test('clocks that differ over midnight do no harm', () => {
    const late = new Date('2026-11-22T23:59:00Z')
    expect(standing(OPEN, by('2026-11-23T00:03:00Z'), [], late, DAYS).confirmedAt).toBe(late.toISOString())
  })
})

const HELD = signal('reported-closed', '2026-11-01T09:00:00Z')
/** what, status, confirmed at, signals, standing and why at NOW */
const DOUBTS: [string, Partial<Listing>, string | null, Signal[], string][] = [
  ['nothing known', {}, null, [], 'unconfirmed'],
  [
    'a signal after the confirmation, past its grace time',
    {},
    '2026-10-01T09:00:00Z',
    [HELD],
    'likely-ended reported-closed',
  ],
  ['a signal where nobody ever confirmed', {}, null, [HELD], 'likely-ended reported-closed'],
  ['confirmed after the signal', {}, '2026-11-01T09:00:01Z', [HELD], 'confirmed'],
  ['confirmed at the same instant', {}, '2026-11-01T09:00:00Z', [HELD], 'confirmed'],
  [
    'a confirmation from the future clears nothing',
    {},
    '2027-01-01T09:00:00Z',
    [HELD],
    'likely-ended reported-closed',
  ],
  ['cleared', {}, null, [{ ...HELD, clearedAt: '2026-11-02T09:00:00Z' }], 'unconfirmed'],
  [
    '13 days old: still in its grace time',
    {},
    null,
    [signal('bounced', '2026-11-09T00:00:00Z')],
    'unconfirmed',
  ],
  ['14 days old', {}, null, [signal('bounced', '2026-11-08T23:59:59Z')], 'likely-ended bounced'],
  ['from the future', {}, null, [signal('bounced', '2027-11-08T23:59:59Z')], 'unconfirmed'],
  [
    'the most telling of several',
    {},
    null,
    [signal('dead-link', '2026-09-01T09:00:00Z'), HELD, signal('bounced', '2026-10-01T09:00:00Z')],
    'likely-ended reported-closed',
  ],
  [
    'the one not confirmed away',
    {},
    '2026-10-15T09:00:00Z',
    [signal('removed-from-register', '2026-10-01T09:00:00Z'), signal('dead-link', '2026-11-01T09:00:00Z')],
    'likely-ended dead-link',
  ],
  ['ended by its status', { status: 'ended' }, '2026-11-21T09:00:00Z', [HELD], 'ended'],
  ['ended by its day', { ended_on: '2026-11-21' }, '2026-11-20T09:00:00Z', [], 'ended'],
  ['on its last day', { ended_on: '2026-11-22' }, '2026-11-20T09:00:00Z', [], 'confirmed'],
  ['paused stands as any other', { status: 'paused' }, '2026-11-20T09:00:00Z', [], 'confirmed'],
  ['so does a draft', { status: 'draft' }, null, [], 'unconfirmed'],
]
describe('signals and ends', () => {
  test.each(DOUBTS)('%s', (_, over, at, signals, expected) => {
    const stands = standing({ ...OPEN, ...over }, at === null ? null : by(at), signals, NOW, DAYS)
    expect([stands.state, ...(stands.why === null ? [] : [stands.why])].join(' ')).toBe(expected)
  })

  test('an index doubts from the first instant of the day the grace time is over', () => {
    const signals = [signal('bounced', '2026-11-08T20:00:00Z'), signal('dead-link', '2026-10-20T20:00:00Z')]
    const from = (at: string | null) => doubtedFrom(signals, at === null ? null : by(at), DAYS)
    expect(from(null)).toBe(Date.parse('2026-11-03T00:00:00Z'))
    expect(from('2026-11-01T09:00:00Z')).toBe(Date.parse('2026-11-22T00:00:00Z'))
    expect(from('2026-11-10T09:00:00Z')).toBeNull()
    const at = (instant: string) => standing(OPEN, null, signals.slice(0, 1), new Date(instant), DAYS).state
    expect([at('2026-11-21T23:59:59Z'), at('2026-11-22T00:00:00Z')]).toEqual(['unconfirmed', 'likely-ended'])
  })
})

/** what, status, confirmation, signals, in English, in Welsh */
const SAID: [Partial<Listing>, Confirmation | null, Signal[], string, string][] = [
  [
    {},
    by('2026-11-10T09:00:00Z'),
    [],
    'Confirmed by the group | 12 days ago',
    'Cadarnhawyd gan y grŵp | 12 diwrnod yn ôl',
  ],
  [
    {},
    by('2026-11-21T23:00:00Z', 'link-worker'),
    [],
    'Confirmed by a link worker | yesterday',
    'Cadarnhawyd gan weithiwr cyswllt | ddoe',
  ],
  [
    {},
    by('2026-11-22T08:00:00Z', 'desk'),
    [],
    'Confirmed by the directory team | today',
    'Cadarnhawyd gan dîm y cyfeiriadur | heddiw',
  ],
  [
    {},
    by('2026-11-01T08:00:00Z', 'umbrella'),
    [],
    'Confirmed by a local support body | 3 weeks ago',
    'Cadarnhawyd gan gorff cymorth lleol | 3 wythnos yn ôl',
  ],
  [
    {},
    by('2026-11-01T08:00:00Z', 'source', "Trafford's directory"),
    [],
    "Confirmed by Trafford's directory | 3 weeks ago",
    "Cadarnhawyd gan Trafford's directory | 3 wythnos yn ôl",
  ],
  [
    {},
    by('2026-11-01T08:00:00Z', 'source'),
    [],
    'Confirmed by another directory | 3 weeks ago',
    'Cadarnhawyd gan gyfeiriadur arall | 3 wythnos yn ôl',
  ],
  [
    {},
    by('2026-03-10T09:00:00Z'),
    [],
    'Confirmed by the group 8 months ago. | Check before you go',
    'Cadarnhawyd gan y grŵp 8 mis yn ôl. | Holwch cyn mynd',
  ],
  [
    {},
    by('2025-03-10T09:00:00Z'),
    [],
    'Nobody has confirmed this since March 2025. | Ring first',
    'Nid oes neb wedi cadarnhau hyn ers mis Mawrth 2025. | Ffoniwch yn gyntaf',
  ],
  [
    {},
    null,
    [],
    'Nobody has confirmed this yet. | Ring first',
    'Nid oes neb wedi cadarnhau hyn eto. | Ffoniwch yn gyntaf',
  ],
  [
    {},
    null,
    [HELD],
    'This may have ended. | Somebody told us it has closed',
    'Efallai fod hyn wedi dod i ben. | Dywedodd rhywun wrthym ei fod wedi cau',
  ],
  [
    { status: 'ended', ended_on: '2026-03-12' },
    null,
    [],
    'This has ended. | It ended on 12 March 2026',
    'Mae hyn wedi dod i ben. | Daeth i ben ar 12 Mawrth 2026',
  ],
  [{ status: 'ended' }, null, [], 'This has ended. | ', 'Mae hyn wedi dod i ben. | '],
]
describe('the sentence', () => {
  test.each(SAID)('%j %j %j: %s', (over, confirmation, signals, ...expected) => {
    const stands = standing({ ...OPEN, ...over }, confirmation, signals, NOW, DAYS)
    const words = (['en', 'cy'] as const).map((lang) => {
      const { main, detail } = standingSaid(stands, NOW, texts(lang))
      return `${main} | ${detail}`
    })
    expect(words).toEqual(expected)
  })
})

test('nobody is told to ring where no number is shown', () => {
  const never = standing(OPEN, null, [], NOW, DAYS)
  expect(standingSaid(never, NOW, texts('en')).detail).toBe('Ring first')
  expect(standingSaid(never, NOW, texts('en'), false).detail).toBe('Check before you go')
})
