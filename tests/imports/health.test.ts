/** How a source fares, and whether it is to be read, from its plan and its last runs. */
import { describe, expect, test } from 'vitest'
import { nextOf } from '../../src/app/sources/due.ts'
import { failedInARow, healthOf, isToRead, type Health } from '../../src/imports/health.ts'
import type { RunHead, Source } from '../../src/store/store.ts'
import { SOURCE } from '../store/made.ts'

/** A Monday. */
const NOW = new Date('2026-11-23T12:00:00Z')
const MONDAYS_AT_4 = '0 4 * * 1'
const SUMMER = new Date('2026-07-06T12:00:00Z')

/** Letters of runs, newest first: a applied, w waits for an answer, f failed, c cut off, u undone, r running. */
const STATES: { [letter: string]: Pick<RunHead, 'state' | 'asks'> } = {
  a: { state: 'applied', asks: false },
  w: { state: 'refused', asks: true },
  f: { state: 'refused', asks: false },
  c: { state: 'stopped', asks: false },
  u: { state: 'undone', asks: false },
  r: { state: 'running', asks: false },
}
/** "f 2026-11-23T11:30Z, a 2026-11-16T04:00Z" */
function headsOf(words: string): RunHead[] {
  if (words === '') return []
  return words.split(', ').map((word, i) => {
    const [letter = '', at = ''] = word.split(' ')
    const state = STATES[letter]
    if (state === undefined) throw new Error(`no state "${letter}"`)
    const startedAt = new Date(at).toISOString()
    return { id: `r${i}`, source: 'hubs', startedAt, finishedAt: null, by: 'due', why: null, ...state }
  })
}
function sourceOf(every: string | null, heads: readonly RunHead[]): Source {
  const good = heads.find(({ state }) => state === 'applied' || state === 'undone')
  const arranged = { at: ['hubs.csv'], profile: 'hubs', every, ranks: {}, author: 'source' as const }
  return { ...SOURCE, lastRunAt: good?.startedAt ?? null, arranged }
}

describe('health', () => {
  test.each<[Health, string | null, string]>([
    ['never', MONDAYS_AT_4, ''],
    ['never', null, ''],
    ['by-hand', null, 'a 2020-01-01T04:00Z'],
    ['well', MONDAYS_AT_4, 'a 2026-11-23T04:00Z'],
    ['well', MONDAYS_AT_4, 'u 2026-11-23T04:00Z'],
    ['running', MONDAYS_AT_4, 'r 2026-11-23T11:59Z, f 2026-11-23T04:00Z'],
    // Its time passed eight hours ago: nobody calls that late yet.
    ['well', MONDAYS_AT_4, 'a 2026-11-16T04:00Z'],
    ['late', MONDAYS_AT_4, 'a 2026-11-09T04:00Z'],
    ['waits', MONDAYS_AT_4, 'w 2026-11-23T04:00Z, a 2026-11-16T04:00Z'],
    ['failed', MONDAYS_AT_4, 'f 2026-11-23T04:00Z, a 2026-11-16T04:00Z'],
    ['failed', MONDAYS_AT_4, 'c 2026-11-23T04:00Z, a 2026-11-16T04:00Z'],
    ['failed', MONDAYS_AT_4, 'f 2026-11-23T04:00Z'],
  ])('%s: %s, %s', (health, every, words) => {
    const heads = headsOf(words)
    expect(healthOf(sourceOf(every, heads), heads, NOW, nextOf)).toBe(health)
  })

  test.each([
    ['', 0],
    ['a 2026-11-23T04:00Z', 0],
    ['w 2026-11-23T04:00Z, f 2026-11-23T03:00Z', 0],
    ['f 2026-11-23T05:00Z, c 2026-11-23T04:00Z, a 2026-11-16T04:00Z, f 2026-11-09T04:00Z', 2],
    ['r 2026-11-23T11:59Z, f 2026-11-23T05:00Z, a 2026-11-16T04:00Z', 1],
  ])('failed in a row: %s', (words, times) => expect(failedInARow(headsOf(words))).toBe(times))
})

describe('to be read', () => {
  test.each<[boolean, string | null, string, Date]>([
    [true, MONDAYS_AT_4, '', NOW],
    [false, null, '', NOW],
    [false, MONDAYS_AT_4, 'a 2026-11-23T04:00Z', NOW],
    [true, MONDAYS_AT_4, 'a 2026-11-16T04:00Z', NOW],
    // However many were missed, they are one.
    [true, MONDAYS_AT_4, 'a 2026-05-04T03:00Z', NOW],
    [false, MONDAYS_AT_4, 'r 2026-11-16T04:00Z', NOW],
    // The clock was set back.
    [true, MONDAYS_AT_4, 'a 2027-01-01T04:00Z', NOW],
    // A failure is tried again after an hour, a second one at its next time.
    [false, MONDAYS_AT_4, 'f 2026-11-23T11:30Z, a 2026-11-16T04:00Z', NOW],
    [true, MONDAYS_AT_4, 'f 2026-11-23T11:00Z, a 2026-11-16T04:00Z', NOW],
    [false, MONDAYS_AT_4, 'f 2026-11-23T10:00Z, f 2026-11-23T04:00Z, a 2026-11-16T04:00Z', NOW],
    [true, MONDAYS_AT_4, 'f 2026-11-16T10:00Z, f 2026-11-16T04:00Z, a 2026-11-09T04:00Z', NOW],
    // One that was cut off is like one that failed, and one that asks is read again at its next time.
    [true, MONDAYS_AT_4, 'c 2026-11-23T04:00Z, a 2026-11-16T04:00Z', NOW],
    [false, MONDAYS_AT_4, 'w 2026-11-23T04:00Z, a 2026-11-16T04:00Z', NOW],
    [true, MONDAYS_AT_4, 'w 2026-11-16T04:00Z, a 2026-11-09T04:00Z', NOW],
    // Four in London is three in UTC in summer.
    [true, MONDAYS_AT_4, 'a 2026-07-06T02:30Z', SUMMER],
    [false, MONDAYS_AT_4, 'a 2026-07-06T03:00Z', SUMMER],
  ])('%s: %s, %s', (to, every, words, now) => {
    const heads = headsOf(words)
    expect(isToRead(sourceOf(every, heads), heads, now, nextOf)).toBe(to)
  })

  test('never where nobody said where it is', () => {
    const source = sourceOf(MONDAYS_AT_4, [])
    const nowhere = { ...source, arranged: source.arranged && { ...source.arranged, at: [] } }
    expect(isToRead(nowhere, [], NOW, nextOf)).toBe(false)
  })
})
