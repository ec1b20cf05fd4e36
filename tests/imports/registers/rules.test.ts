/** What registers hold against a group, as a table: entries of its numbers, and what follows. */
import { describe, expect, test } from 'vitest'
import type { KeptEntry, RegisterEntry } from '../../../src/freshness/register-entry.ts'
import { signalsFor } from '../../../src/freshness/register-signals.ts'
import { entryOf } from '../../../src/imports/registers/meaning.ts'
import { toSay } from '../../../src/imports/registers/tell.ts'
import { NOW } from '../../fixtures.ts'

const A = 'GB-CHC-1000001'
const B = 'GB-CHC-1000002'

type Over = Partial<RegisterEntry> & Partial<Pick<KeptEntry, 'kind' | 'missing' | 'heardAt' | 'source'>>
const kept = (org_id: string, over: Over = {}): KeptEntry => ({
  ...entryOf({ org_id, name: `Charity ${org_id}` }),
  source: 'charity-commission',
  kind: 'charity-commission',
  heardAt: '2026-11-01T00:00:00.000Z',
  missing: false,
  ...over,
})
const removed = (org_id: string, over: Over = {}) =>
  kept(org_id, { state: 'removed', ended_on: '2024-05-01', ...over })
const merged = (org_id: string, successor: string, over: Over = {}) =>
  kept(org_id, {
    state: 'merged',
    successor,
    successor_name: 'The one',
    ended_on: '2021-03-10',
    kind: 'charity-mergers',
    source: 'charity-mergers',
    ...over,
  })
const again = (org_id: string, successor: string) =>
  kept(org_id, { state: 're-registered', successor, kind: 'charity-reregistrations', source: 'again' })
const legacy = { kind: 'charity-commission-legacy', source: 'old' } as const

/** What stands, the group's numbers, the kinds that follow. NOW is 22 November 2026. */
const CASES: [string, KeptEntry[], string[], string[]][] = [
  ['registered and well', [kept(A)], [A], []],
  ['nobody said anything', [], [A], []],
  ['removed', [removed(A)], [A], ['removed-from-register']],
  ['removed, another number is registered', [removed(A), kept(B)], [A, B], []],
  ['removed, and so is its other number', [removed(A), removed(B)], [A, B], ['removed-from-register']],
  ['merged away, still registered', [kept(A), merged(A, B)], [A], ['merged']],
  ['merged away and removed: said once', [removed(A), merged(A, B)], [A], ['merged']],
  ['merged into its own other number', [merged(A, B)], [A, B], []],
  ['merged into its own number that is registered', [merged(A, B), kept(B)], [A, B], []],
  ['registered again under a number nobody knows', [removed(A), again(A, B)], [A], []],
  ['registered again, the new one is well', [removed(A), again(A, B), kept(B)], [A], []],
  [
    'registered again, the new one is gone',
    [removed(A), again(A, B), removed(B)],
    [A],
    ['removed-from-register'],
  ],
  ['another group has left', [kept(A), removed(B)], [A], []],
  ['to be dissolved', [kept(A, { dissolved: true })], [A], ['dissolved']],
  ['removed and dissolved', [removed(A, { dissolved: true })], [A], ['dissolved']],
  ['insolvent', [kept(A, { insolvent: true })], [A], ['insolvent']],
  ['insolvent and removed', [removed(A, { insolvent: true })], [A], ['removed-from-register']],
  [
    'accounts to March 2023, late',
    [kept(A, { overdue: true, accounts_to: '2023-03-31' })],
    [A],
    ['accounts-overdue'],
  ],
  [
    'accounts to 2024, ten months and a few weeks',
    [kept(A, { overdue: true, accounts_to: '2024-12-31' })],
    [A],
    [],
  ],
  ['never sent any, registered 2025', [kept(A, { overdue: true, registered_on: '2025-02-01' })], [A], []],
  [
    'never sent any, registered 2020',
    [kept(A, { overdue: true, registered_on: '2020-02-01' })],
    [A],
    ['accounts-overdue'],
  ],
  ['late by the word of the register alone', [kept(A, { overdue: true })], [A], ['accounts-overdue']],
  ['old accounts that are not called late', [kept(A, { accounts_to: '2015-03-31' })], [A], []],
  [
    'the old layout says removed, today’s registered',
    [removed(A, { ...legacy, heardAt: '2026-11-20T00:00:00.000Z' }), kept(A)],
    [A],
    [],
  ],
  [
    'the old layout says registered, today’s removed',
    [kept(A, legacy), removed(A)],
    [A],
    ['removed-from-register'],
  ],
  [
    'two downloads: the later one counts',
    [removed(A, { source: 'x', heardAt: '2026-10-01T00:00:00.000Z' }), kept(A)],
    [A],
    [],
  ],
  ['a merger that the register no longer has', [kept(A), merged(A, B, { missing: true })], [A], []],
]

describe('signalsFor', () => {
  test.each(CASES)('%s', (_what, entries, numbers, kinds) => {
    expect(signalsFor(entries, numbers, NOW).map(({ kind }) => kind)).toEqual(kinds)
    expect(signalsFor(entries.toReversed(), numbers, NOW).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('a merger names who goes on, and when', () =>
    expect(signalsFor([merged(A, B)], [A], NOW)).toEqual([
      {
        kind: 'merged',
        org_id: A,
        name: `Charity ${A}`,
        on: '2021-03-10',
        successor: { org_id: B, name: 'The one' },
        source: 'charity-mergers',
      },
    ]))
})

describe('toSay: what was said before is not said again', () => {
  const listing = { id: 'l1', group: 'g1', isDraft: false }
  const flags = signalsFor([merged(A, B)], [A], NOW)
  const ID = `register:merged:l1:${A}:2021-03-10`
  const signal = (clearedAt: string | null, id = ID) => ({
    id,
    listing: 'l1',
    kind: 'merged' as const,
    clearedAt,
  })
  const matter = (state: 'open' | 'decided' | 'withdrawn', id = ID) => ({
    id: `signal:${id}`,
    listing: 'l1',
    state,
  })
  const CLEARED = '2026-11-02T00:00:00.000Z'

  test.each([
    ['never said', [], [], [ID], [`signal:${ID}`]],
    ['stands and waits', [signal(null)], [matter('open')], [], []],
    ['stands, was a draft until now', [signal(null)], [], [], [`signal:${ID}`]],
    ['the desk answered', [signal(CLEARED)], [matter('decided')], [], []],
    ['the desk answered something else about it', [signal(CLEARED)], [matter('open')], [], []],
    ['taken back, and said again', [signal(CLEARED)], [matter('withdrawn')], [`${ID}~2`], [`signal:${ID}~2`]],
    ['the run was undone', [], [matter('withdrawn')], [`${ID}~2`], [`signal:${ID}~2`]],
    [
      'the second time stands',
      [signal(CLEARED), signal(null, `${ID}~2`)],
      [matter('withdrawn'), matter('open', `${ID}~2`)],
      [],
      [],
    ],
  ] as const)('%s', (_what, signals, matters, raised, opened) => {
    const next = toSay(listing, flags, { signals, matters }, NOW)
    expect(next.raise.map(({ id }) => id)).toEqual(raised)
    expect(next.open.map(({ id }) => id)).toEqual(opened)
    expect(next.clear).toEqual([])
  })

  test('what no longer holds is cleared', () =>
    expect(toSay(listing, [], { signals: [signal(null)], matters: [matter('open')] }, NOW).clear).toEqual([
      signal(null),
    ]))

  test('a draft has a signal and no matter', () => {
    const next = toSay({ ...listing, isDraft: true }, flags, { signals: [], matters: [] }, NOW)
    expect([next.raise.length, next.open.length]).toEqual([1, 0])
  })
})
