/** What the program does by itself: once, in one process, however the clock and the processes behave. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { House } from '../../src/app/house.ts'
import { JOBS } from '../../src/app/job-list.ts'
import { isDue, runDue, startJobs, type Job } from '../../src/app/jobs.ts'
import { makeLog, type Log } from '../../src/app/log.ts'
import { unaddressed } from '../../src/app/mail/unaddressed.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'

describe('a job', () => {
  const at7 = '0 7 * * 1-5'
  const cases: [what: string, every: number | string, done: string | null, now: string, due: boolean][] = [
    ['never done', 60, null, '2026-11-23T09:00:00Z', true],
    ['done a moment ago', 60, '2026-11-23T08:59:59Z', '2026-11-23T09:00:00Z', false],
    ['done an hour ago', 60, '2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z', true],
    ['missed for a year', 60, '2025-11-23T08:00:00Z', '2026-11-23T09:00:00Z', true],
    ['done in what is now the future', 60, '2027-01-01T00:00:00Z', '2026-11-23T09:00:00Z', true],
    ['at seven, done yesterday, at six', at7, '2026-11-23T07:00:05Z', '2026-11-24T06:59:59Z', false],
    ['at seven, done yesterday, at seven', at7, '2026-11-23T07:00:05Z', '2026-11-24T07:00:00Z', true],
    ['at seven on weekdays, on a Saturday', at7, '2026-11-27T07:00:05Z', '2026-11-28T12:00:00Z', false],
    ['the same on Monday', at7, '2026-11-27T07:00:05Z', '2026-11-30T07:00:00Z', true],
    [
      'at seven in summer is six by the world clock',
      at7,
      '2026-07-01T06:00:05Z',
      '2026-07-02T06:00:00Z',
      true,
    ],
    [
      'the night clocks go forward: 01:30 is not there',
      '30 1 * * *',
      '2026-03-28T01:30:05Z',
      '2026-03-29T12:00:00Z',
      true,
    ],
    ['the night clocks go back: once', '30 1 * * *', '2026-10-25T00:30:05Z', '2026-10-25T00:31:00Z', false],
    ['on 29 February only', '0 3 29 2 *', '2024-02-29T03:00:05Z', '2026-11-23T09:00:00Z', false],
  ]
  test.each(cases)('%s', (_, every, done, now, due) => {
    expect(isDue({ every }, done === null ? null : new Date(done).toISOString(), new Date(now))).toBe(due)
  })
})

let store: Store
let clock = Date.parse('2026-11-23T09:00:00Z')
let lines: string[] = []
const log: Log = makeLog('debug', (line) => lines.push(line))
beforeEach(async () => {
  store = await openStore(':memory:')
  clock = Date.parse('2026-11-23T09:00:00Z')
  lines = []
})
afterEach(() => store.close())
const house = (): House =>
  ({
    store,
    now: () => new Date(clock),
    newId: () => crypto.randomUUID(),
    config: { logLevel: 'silent' },
  }) as House

function counting(over: Partial<Job> = {}): Job & { runs: () => number } {
  let runs = 0
  return { name: 'count', every: 60, run: async () => void (runs += 1), runs: () => runs, ...over }
}

test('a job runs once, and again when it is due', async () => {
  const job = counting()
  expect(await runDue(house(), [job], log, 'a')).toEqual(['count'])
  expect(await runDue(house(), [job], log, 'a')).toEqual([])
  clock += 60 * 60_000
  await runDue(house(), [job], log, 'b')
  expect(job.runs()).toBe(2)
})

test('of several processes one runs it', async () => {
  const slow = counting()
  const job = {
    ...slow,
    run: async (it: House) => void (await new Promise((done) => setTimeout(done, 20)), await slow.run(it)),
  }
  await Promise.all(['a', 'b', 'c', 'd'].map((holder) => runDue(house(), [job], log, holder)))
  expect(slow.runs()).toBe(1)
})

test('a job that fails is tried again, holds up no other, and its words have no address', async () => {
  const failing = counting({
    run: () => Promise.reject(new Error('no room for kettle@example.org\n')),
    name: 'bad',
  })
  const good = counting()
  expect(await runDue(house(), [failing, good], log, 'a')).toEqual(['count'])
  expect(await runDue(house(), [failing, good], log, 'b')).toEqual([])
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ job: 'bad', why: 'no room for …@… ' })
})

test('a process that died in a job keeps the others from it for a minute only', async () => {
  await store.turns.take({ name: 'job count', holder: 'dead', now: new Date(clock), ms: 60_000 })
  const job = counting()
  await runDue(house(), [job], log, 'b')
  expect(job.runs()).toBe(0)
  clock += 60_000
  await runDue(house(), [job], log, 'b')
  expect(job.runs()).toBe(1)
})

test('a job that is not wanted here does not run', async () => {
  const job = counting({ when: () => false })
  await runDue(house(), [job], log, 'a')
  expect(job.runs()).toBe(0)
})

// The first look is five seconds away.
test('stopping does not wait for the next look', { timeout: 4500 }, async () => {
  const job = counting()
  await startJobs(house(), [job], log)()
  expect(job.runs()).toBe(0)
})

test('every job has a name of its own and a time that can be understood', () => {
  const names = JOBS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const job of JOBS) expect(isDue(job, new Date(0).toISOString(), new Date(clock)), job.name).toBe(true)
})

test.each([
  ['550 <kettle@example.org> unknown', '550 <…@…> unknown'],
  ['a@b and c@d, both', '…@… and …@…, both'],
  ['two\nlines', 'two lines'],
  ['x'.repeat(500), 'x'.repeat(200)],
])('%j is logged as %j', (said, is) => {
  expect(unaddressed(new Error(said))).toBe(is)
})
