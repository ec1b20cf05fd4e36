/** Sources and runs in words. */
import { describe, expect, test } from 'vitest'
import { everySaid, nextSaid, runSaid, stateOf } from '../../src/app/sources/said.ts'
import type { LineCounts, LineKind } from '../../src/store/runs/run-line.ts'
import type { RunHead } from '../../src/store/store.ts'
import { en } from '../../src/text/en.ts'
import { cy } from '../../src/text/cy.ts'

const NOW = new Date('2026-11-22T10:00:00Z')

describe('when a source is read', () => {
  const plans: [every: string | null, words: string][] = [
    [null, 'Read only when somebody says so'],
    ['0 4 * * *', 'Read every day at 4am'],
    ['30 17 * * *', 'Read every day at 5.30pm'],
    ['0 0 * * *', 'Read every day at midnight'],
    ['0 4 * * 1', 'Read every Monday at 4am'],
    ['0 4 * * 0', 'Read every Sunday at 4am'],
    ['0 4 * * 7', 'Read every Sunday at 4am'],
    ['0 0 4 * * 6', 'Read every Saturday at 4am'],
    ['0 12 1 * *', 'Read on day 1 of each month at midday'],
    ['15 6 1 4 *', 'Read each year on 1 April at 6.15am'],
    ['0 4 * * 1-5', 'Read by a plan of its own'],
    ['*/10 * * * *', 'Read by a plan of its own'],
    ['0 4 L * *', 'Read by a plan of its own'],
    ['0 4 1 * 1', 'Read by a plan of its own'],
  ]
  test.each(plans)('%s: %s', (every, words) => {
    expect(everySaid(every, en)).toBe(words)
  })
  test('in Welsh, and the next time by London’s clock', () => {
    expect(everySaid('0 4 * * 1', cy)).toBe('Caiff ei darllen bob dydd Llun am 4am')
    expect(nextSaid('0 4 * * 1', NOW, en)).toBe('next time 23 November')
    expect(nextSaid(null, NOW, en)).toBeNull()
  })
})

describe('what came of a run', () => {
  const run = (over: Partial<RunHead>): RunHead => ({
    id: 'r',
    source: 'hubs',
    startedAt: '2026-11-19T10:00:00Z',
    finishedAt: null,
    state: 'applied',
    by: 'hand',
    why: null,
    asks: false,
    ...over,
  })
  const none = { added: 0, changed: 0, back: 0, missing: 0, ended: 0, conflict: 0 }
  const counts = (some: Partial<Record<LineKind, number>>) =>
    Object.fromEntries(
      Object.entries({ ...none, ...some }).map(([kind, all]) => [kind, { all, kept: all }]),
    ) as LineCounts
  const sentences: [over: Partial<RunHead>, some: Partial<Record<LineKind, number>>, words: string][] = [
    [{}, { added: 4, changed: 12, missing: 2 }, 'Read 3 days ago: 4 added, 12 changed and 2 missing.'],
    [{}, { back: 1, ended: 1, conflict: 1 }, 'Read 3 days ago: 1 back again, 1 ended and 1 conflict.'],
    [{}, {}, 'Read 3 days ago: nothing new.'],
    [{ state: 'undone' }, { added: 4 }, 'Read 3 days ago, and taken back.'],
    [
      { state: 'refused', asks: true },
      { missing: 9 },
      'Stopped 3 days ago, to ask you. Nothing was changed.',
    ],
    [{ state: 'refused' }, {}, 'Failed 3 days ago. Nothing was changed.'],
    [{ state: 'stopped' }, {}, 'Cut off 3 days ago. Nothing was changed.'],
    [{ state: 'running' }, {}, 'Began 3 days ago, and goes on.'],
  ]
  test.each(sentences)('%o %o: %s', (over, some, words) => {
    expect(runSaid(run(over), { report: null, counts: counts(some) }, NOW, en)).toBe(words)
  })
  test('a run that asks is no failure', () => {
    expect([stateOf({ state: 'refused', asks: true }), stateOf({ state: 'refused', asks: false })]).toEqual([
      'refused',
      'failed',
    ])
  })
})
