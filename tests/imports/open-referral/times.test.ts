/** Schedules as sessions: wholly understood, or words only. Today is 22 November 2026. */
import { describe, expect, test } from 'vitest'
import { sessionsOf } from '../../../src/imports/open-referral/schedule.ts'
import { readTaxonomy } from '../../../src/app/read-taxonomy.ts'
import { draftOf, mappingOf } from '../../../src/imports/open-referral/service.ts'
import { session } from '../../../src/listings/session.ts'
import { NOW } from '../../fixtures.ts'

const TODAY = '2026-11-22'
const ten = { opens_at: '10:00', closes_at: '12:00:00' }
const times = { start: '10:00', end: '12:00' }

test.each<[object, object[] | null]>([
  [{ freq: 'WEEKLY', byday: 'TU,TH', ...ten }, [{ rule: { every: 'week', on: ['tu', 'th'] }, ...times }]],
  [{ freq: 'weekly', interval: 1, byday: 'Tu', opens_at: '9:05', closes_at: '00:00' }, [{ rule: { every: 'week', on: ['tu'] }, start: '09:05', end: '24:00' }]],
  [{ freq: 'WEEKLY', interval: '2', byday: 'MO', dtstart: '2026-11-02', ...ten }, [{ rule: { every: 'fortnight', on: ['mo'], from: '2026-11-02' }, from: '2026-11-02', ...times }]],
  [{ freq: 'WEEKLY', interval: 2, byday: 'MO', ...ten }, null],
  [{ freq: 'WEEKLY', interval: 2, byday: 'TU', dtstart: '2026-11-02', ...ten }, null],
  [{ freq: 'WEEKLY', interval: 2, byday: 'MO', dtstart: '2026-11-02', wkst: 'SU', ...ten }, null],
  [{ freq: 'WEEKLY', interval: 3, byday: 'MO', dtstart: '2026-11-02', ...ten }, null],
  [{ freq: 'WEEKLY', dtstart: '2026-11-03', ...ten }, [{ rule: { every: 'week', on: ['tu'] }, from: '2026-11-03', ...times }]],
  [{ freq: 'WEEKLY', ...ten }, null],
  [{ freq: 'WEEKLY', byday: '2TU', ...ten }, null],
  [{ freq: 'WEEKLY', byday: 'TU', bymonthday: '2,3', ...ten }, null],
  [{ freq: 'WEEKLY', byday: 'TU', count: 3, ...ten }, null],
  [{ freq: 'WEEKLY', byday: 'TU', opens_at: '10:00Z' }, null],
  [{ freq: 'WEEKLY', byday: 'TU', opens_at: '22:00', closes_at: '02:00' }, null],
  [{ freq: 'WEEKLY', byday: 'TU', opens_at: '25:00' }, null],
  [{ freq: 'WEEKLY', byday: 'TU', closes_at: '12:00' }, null],
  [{ freq: 'WEEKLY', byday: 'XX', ...ten }, null],
  [{ freq: 'WEEKLY', byday: 'TU' }, [{ rule: { every: 'week', on: ['tu'] } }]],
  [{ freq: 'WEEKLY', byday: 'TU', valid_from: '2026-01-01', valid_to: '2027-03-31', ...ten }, [{ rule: { every: 'week', on: ['tu'] }, from: '2026-01-01', until: '2027-03-31', ...times }]],
  [{ freq: 'WEEKLY', byday: 'TU', valid_to: '2026-03-31', ...ten }, []],
  [{ freq: 'WEEKLY', byday: 'TU', valid_from: '2027-01-01', valid_to: '2026-12-01', ...ten }, null],
  [{ freq: 'WEEKLY', byday: 'TU', valid_from: 'soon', ...ten }, null],
  [{ freq: 'MONTHLY', byday: '2SU', ...ten }, [{ rule: { every: 'month', on: ['su'], nth: [2] }, ...times }]],
  [{ freq: 'MONTHLY', byday: '-1MO,1MO', ...ten }, [{ rule: { every: 'month', on: ['mo'], nth: [-1, 1] }, ...times }]],
  [{ freq: 'MONTHLY', byday: '2TU,1FR', ...ten }, [{ rule: { every: 'month', on: ['tu'], nth: [2] }, ...times }, { rule: { every: 'month', on: ['fr'], nth: [1] }, ...times }]],
  [{ freq: 'MONTHLY', byday: '-2MO', ...ten }, null],
  [{ freq: 'MONTHLY', byday: 'MO', ...ten }, null],
  [{ freq: 'MONTHLY', bymonthday: '14', ...ten }, null],
  [{ freq: 'MONTHLY', interval: 2, byday: '1MO', ...ten }, null],
  [{ freq: 'DAILY', ...ten }, [{ rule: { every: 'week', on: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] }, ...times }]],
  [{ freq: 'YEARLY', byday: 'MO', ...ten }, null],
  [{ byday: 'MO', ...ten }, null],
  [{ weekday: 'Monday', ...ten }, [{ rule: { every: 'week', on: ['mo'] }, ...times }]],
  [{ dtstart: '2026-12-05', valid_to: '2026-12-05', ...ten }, [{ rule: { every: 'date', on: ['2026-12-05'] }, ...times }]],
  [{ dtstart: '2026-10-05', ...ten }, []],
  [{ dtstart: '2026-12-05', valid_to: '2027-12-05', ...ten }, null],
])('%j', (schedule, expected) => {
  const read = sessionsOf(schedule as never, TODAY)
  expect(read).toEqual(expected?.map((one) => ({ ...one, pauses: [] })) ?? null)
  for (const one of read ?? []) expect(session.safeParse(one).success).toBe(true)
}) // prettier-ignore

describe('a service', () => {
  const mapping = mappingOf(readTaxonomy(), [], NOW)
  const tuesday = { freq: 'WEEKLY', byday: 'TU', ...ten }
  const made = (parts: object) => draftOf({ id: 'a', name: 'Kettle On', ...parts }, 1, mapping)
  const rules = (parts: object) =>
    (made(parts).fields.sessions as { rule: object }[] | undefined)?.length ?? 0

  test.each<[string, object, number, string | undefined]>([
    ['has the schedule’s words', { schedules: [tuesday] }, 1, 'Tuesday, 10:00 to 12:00'],
    ['says the same in words', { schedules: [{ ...tuesday, description: 'Tuesdays 10am-12pm' }] }, 1, 'Tuesday, 10:00 to 12:00. Tuesdays 10am-12pm'],
    ['says something else in words', { schedules: [{ ...tuesday, description: 'Wednesdays 10am-12pm' }] }, 0, undefined],
    ['says that it is not always so', { schedules: [{ ...tuesday, notes: 'Not on bank holidays' }] }, 0, 'Tuesday, 10:00 to 12:00. Not on bank holidays'],
    ['asks people to ring', { schedules: [{ ...tuesday, description: 'Please ring before you come' }] }, 0, undefined],
    ['says a word that changes nothing', { schedules: [{ ...tuesday, notes: 'Bring a friend' }] }, 1, 'Tuesday, 10:00 to 12:00. Bring a friend'],
    ['has one schedule that is not understood', { schedules: [tuesday, { freq: 'YEARLY', dtstart: '2026-12-25' }] }, 0, undefined],
    ['has one that is over', { schedules: [tuesday, { ...tuesday, byday: 'FR', valid_to: '2020-01-01' }] }, 1, undefined],
    ['tells its times in words only', { schedules: [{ description: 'Tuesdays 10am-12pm' }] }, 0, 'Tuesdays 10am-12pm'],
    ['is of the older dialect', { regular_schedules: [{ weekday: 'Tuesday', ...ten }, { weekday: 'Thursday', ...ten }] }, 2, 'Tuesday, 10:00 to 12:00\nThursday, 10:00 to 12:00'],
    ['is of the older dialect, with a word on terms', { schedule_description: 'Term time', regular_schedules: [{ weekday: 'Tuesday', ...ten }] }, 0, undefined],
  ])('%s', (_, parts, count, said) => {
    expect(rules(parts)).toBe(count)
    if (said !== undefined) expect(made(parts).fields.times_words).toBe(said)
  }) // prettier-ignore

  test('in term time only says so', () => {
    const { sessions } = made({ schedules: [{ ...tuesday, notes: 'Term time only' }] }).fields
    expect(sessions).toMatchObject([{ term_time: true }])
  })

  test('at two places has times at each of them', () => {
    const hall = (name: string, schedule: object) => ({ location: { name }, schedules: [schedule] })
    const parts = {
      service_at_locations: [hall('Hall', tuesday), hall('Library', { ...tuesday, byday: 'FR' })],
    }
    expect(made(parts).fields.sessions).toMatchObject([
      { rule: { on: ['tu'] }, place: 0 },
      { rule: { on: ['fr'] }, place: 1 },
    ])
    expect(made(parts).fields.times_words).toBe(
      'Hall: Tuesday, 10:00 to 12:00\nLibrary: Friday, 10:00 to 12:00',
    )
  })
})
