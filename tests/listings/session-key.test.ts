import { describe, expect, test } from 'vitest'
import { sessionKey, sessionKeys } from '../../src/listings/session-key.ts'
import { sessionNames } from '../../src/listings/session-names.ts'
import { session, type Session } from '../../src/listings/session.ts'
import { texts } from '../../src/text/texts.ts'

const weekly = (on: Session['rule']['on'], over: object = {}): Session =>
  session.parse({ rule: { every: 'week', on }, start: '10:00', end: '12:00', ...over })

const KEYS: [string, Session, string][] = [
  ['weekly', weekly(['tu']), 'week:tu@10:00'],
  ['its end does not name it', weekly(['tu'], { end: '13:00' }), 'week:tu@10:00'],
  [
    'nor its pauses',
    weekly(['tu'], { pauses: [{ from: '2026-12-20', until: '2027-01-03' }] }),
    'week:tu@10:00',
  ],
  ['nor its words', weekly(['tu'], { words: 'bring a cup' }), 'week:tu@10:00'],
  ['two days', weekly(['tu', 'th']), 'week:tu,th@10:00'],
  ['another start', weekly(['tu'], { start: '14:00' }), 'week:tu@14:00'],
  ['no start', weekly(['tu'], { start: undefined, end: undefined }), 'week:tu@'],
  ['at its second place', weekly(['tu'], { place: 1 }), 'week:tu@10:00#1'],
  [
    'fortnightly',
    session.parse({ rule: { every: 'fortnight', on: ['tu'], from: '2026-11-24' }, start: '10:00' }),
    'fortnight:tu@10:00',
  ],
  [
    'monthly',
    session.parse({ rule: { every: 'month', on: ['tu'], nth: [2, -1] }, start: '19:30' }),
    'month:2,-1:tu@19:30',
  ],
  ['dates', session.parse({ rule: { every: 'date', on: ['2026-12-04', '2026-12-11'] } }), 'date:2026-12-04@'],
]

describe('the key of a session', () => {
  test.each(KEYS)('%s', (_, given, key) => expect(sessionKey(given)).toBe(key))

  test('one session, or two alike, are nothing to tell apart', () => {
    expect(sessionKeys([])).toEqual([])
    expect(sessionKeys([weekly(['tu'])])).toEqual([])
    expect(sessionKeys([weekly(['tu']), weekly(['tu'], { words: 'hall' })])).toEqual([])
    expect(sessionKeys([weekly(['tu']), weekly(['th'])])).toEqual(['week:tu@10:00', 'week:th@10:00'])
  })
})

const NAMES: [string, Session[], string[], string[]][] = [
  ['days', [weekly(['tu']), weekly(['th'])], ['Tuesday', 'Thursday'], ['dydd Mawrth', 'dydd Iau']],
  [
    'a day with two times',
    [weekly(['tu']), weekly(['tu'], { start: '14:00', end: '16:00' })],
    ['Tuesday 10am to 12, every week', 'Tuesday 2pm to 4pm, every week'],
    ['Dydd Mawrth 10am i 12, bob wythnos', 'Dydd Mawrth 2pm i 4pm, bob wythnos'],
  ],
  [
    'three days in a row',
    [weekly(['mo', 'tu', 'we']), weekly(['fr'])],
    ['Monday to Wednesday', 'Friday'],
    [],
  ],
]
describe('the name of a session', () => {
  test.each(NAMES)('%s', (_, sessions, en, cy) => {
    expect([...sessionNames(sessions, texts('en')).values()]).toEqual(en)
    if (cy.length > 0) expect([...sessionNames(sessions, texts('cy')).values()]).toEqual(cy)
  })
})
