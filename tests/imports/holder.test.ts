/** Whether whoever holds a run is gone, told from its name and its turn. */
import { expect, test } from 'vitest'
import { holderName, isGone, TURN_MS, type Here } from '../../src/imports/holder.ts'
import { NOW } from '../fixtures.ts'

/** This machine: processes 1 and 7 run, and this one is 7. */
const here: Here = { host: 'web-1', pid: 7, alive: (pid) => pid === 1 || pid === 7, ours: new Set(['mine']) }
const minutes = (n: number): string => new Date(NOW.getTime() + n * 60_000).toISOString()

/** What it is, host, process, run, until when its turn lasts (null: it has none), gone */
const CASES: [string, string, number, string, string | null, boolean][] = [
  ['this process, which runs it', 'web-1', 7, 'mine', minutes(3), false],
  ['this process, whose turn was lost', 'web-1', 7, 'mine', null, false],
  ['an earlier process with our number', 'web-1', 7, 'r', minutes(3), true],
  ['another process of this machine', 'web-1', 1, 'r', minutes(3), false],
  ['another process, which slept through its turn', 'web-1', 1, 'r', minutes(-1), true],
  ['a process of this machine that died', 'web-1', 9, 'r', minutes(3), true],
  ['another machine', 'web-2', 9, 'r', minutes(3), false],
  ['another machine, whose turn is over', 'web-2', 9, 'r', minutes(-1), true],
  ['another machine that gave its turn back', 'web-2', 9, 'r', null, true],
  ['a turn that a wrong clock wrote', 'web-2', 9, 'r', minutes(60), true],
]
test.each(CASES)('%s', (_, host, pid, run, until, gone) => {
  const holder = holderName({ host, pid }, run)
  const turn = until === null ? null : { holder, until }
  expect(isGone(here, NOW)({ run, holder, turn })).toBe(gone)
})

test('a turn that is somebody else’s by now', () => {
  const held = { run: 'r', holder: 'web-2 9 r', turn: { holder: 'web-3 9 s', until: minutes(3) } }
  expect(isGone(here, NOW)(held)).toBe(true)
})

test('a turn is as long as turns can be: nobody draws one out while the run itself writes', () =>
  expect(TURN_MS).toBe(5 * 60_000))
