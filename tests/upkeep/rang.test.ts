/** What follows from what somebody heard: for whom, and on both databases. */
import { expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { rang } from '../../src/upkeep/rang.ts'
import type { Heard, Rung } from '../../src/upkeep/rung.ts'
import { onEachDatabase } from '../store/databases.ts'
import { anEdit, aNew } from '../store/made.ts'
import * as people from '../workers/house.ts'
import { furnished, inDays, NOW, somebody, workshopOn } from '../workers/house.ts'

const { WORKER, DESK, ADMIN, KEEPER, ELSEWHERE, EVERYWHERE, UMBRELLA } = people

const said = (heard: Heard, over: Partial<Rung> = {}): Rung => ({
  listing: 'a',
  revision: 1,
  heard,
  words: null,
  until: null,
  weeks: null,
  how: 'phone',
  ...over,
})

/** What came of it, in words a person can compare. */
async function after(store: Store): Promise<string[]> {
  const found = await store.byId('a')
  if (found.is !== 'listing') return ['gone']
  const { listing, confirmation, capacity, signals } = found.known
  const matters = await store.matters.list({ state: 'open', listing: 'a' })
  const letters = await store.outbox.due(NOW, 10)
  return [
    ...(listing.status === 'ended' ? [`ended on ${listing.ended_on}`] : []),
    ...(confirmation ? [`confirmed by ${confirmation.by}, ${confirmation.how}`] : []),
    ...(capacity
      ? [`${capacity.state} ${capacity.weeks ?? ''} ${capacity.until ?? ''} by ${capacity.by}`]
      : []),
    ...signals.map(({ kind }) => `signal ${kind}`),
    ...matters.map(({ kind, about }) => `matter ${kind}: ${about['kind']} "${about['words']}"`),
    ...letters
      .toSorted((a, b) => (a.to < b.to ? -1 : 1))
      .map(({ to, about }) => `letter to ${to}: ${about['by']} ${about['heard']}`),
  ]
}

const TOLD = (by: string, heard: string) => [
  `letter to keeper@example.org: ${by} ${heard}`,
  `letter to second@example.org: ${by} ${heard}`,
]

const OUTCOMES: [string, typeof WORKER, Rung, string[]][] = [
  [
    'running',
    WORKER,
    said('running'),
    ['confirmed by link-worker, phone', ...TOLD('link-worker', 'running')],
  ],
  [
    'running, seen',
    DESK,
    said('running', { how: 'visit' }),
    ['confirmed by desk, visit', ...TOLD('desk', 'running')],
  ],
  [
    'running, an administrator',
    ADMIN,
    said('running'),
    ['confirmed by desk, phone', ...TOLD('desk', 'running')],
  ],
  [
    'running, anywhere',
    EVERYWHERE,
    said('running'),
    ['confirmed by link-worker, phone', ...TOLD('link-worker', 'running')],
  ],
  [
    'full until a day',
    WORKER,
    said('full', { until: '2027-03-01' }),
    ['confirmed by link-worker, phone', 'full  2027-03-01 by link-worker', ...TOLD('link-worker', 'full')],
  ],
  [
    'full with a wait',
    WORKER,
    said('full', { weeks: 3 }),
    ['confirmed by link-worker, phone', 'waiting 3  by link-worker', ...TOLD('link-worker', 'full')],
  ],
  [
    'changed confirms nothing',
    WORKER,
    said('changed', { words: 'Now on Mondays' }),
    ['matter signal: changed "Now on Mondays"', ...TOLD('link-worker', 'changed')],
  ],
  ['no answer is never a confirmation', WORKER, said('no-answer'), ['signal rang-no-answer']],
  [
    'a link worker alone ends nothing',
    WORKER,
    said('ended', { words: 'The hall is shut' }),
    ['signal reported-closed', 'matter signal: ended "The hall is shut"', ...TOLD('link-worker', 'ended')],
  ],
  ['the desk ends it', DESK, said('ended'), ['ended on 2026-11-22', ...TOLD('desk', 'ended')]],
]

onEachDatabase('what was heard', ({ open }) => {
  test.for(OUTCOMES)('%s', async ([, who, given, expected]) => {
    const store = await open()
    const workshop = await furnished(store)
    expect((await rang(who, given, workshop)).is).toBe('saved')
    expect((await after(store)).sort()).toEqual([...expected].sort())
    const [line] = await store.audit({ limit: 1 })
    expect(line).toMatchObject({ did: 'rang', about: given.heard, person: who.person, listing: 'a' })
  })

  const NOT_THEIRS = [
    ['nobody', null],
    ['a link worker elsewhere', ELSEWHERE],
    ['the group itself, which has its own way to say so', KEEPER],
    ['a body that the group has not accepted', UMBRELLA],
    ['the desk without its second factor', { ...DESK, second: false }],
    ['somebody without a role', somebody('nobody')],
  ] as const
  test.for(NOT_THEIRS)('refused: %s', async ([, who]) => {
    const store = await open()
    expect(await rang(who, said('running'), await furnished(store))).toEqual({ is: 'refused' })
    expect(await after(store)).toEqual([])
    expect(await store.audit({ limit: 9 })).toEqual([])
  })

  test('a keeper who is a link worker too rings as a link worker', async () => {
    const store = await open()
    const both = somebody('keeper', 'group g1', 'link-worker M33')
    await rang(both, said('running'), await furnished(store))
    expect(await after(store)).toEqual([
      'confirmed by link-worker, phone',
      'letter to second@example.org: link-worker running',
    ])
  })

  test('a body that the group has accepted speaks as one, and may end', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.act(async ({ umbrellas }) => {
      const at = NOW.toISOString()
      await umbrellas.put({ id: 'u1', name: 'Hub', website: null, madeAt: at })
      await umbrellas.tie({
        umbrella: 'u1',
        group: 'g1',
        state: 'accepted',
        invitedAt: at,
        invitedBy: 'body',
        acceptedAt: at,
        acceptedBy: 'keeper',
        endedAt: null,
        endedBy: null,
      })
    })
    expect((await rang(UMBRELLA, said('ended'), workshop)).is).toBe('saved')
    expect(await after(store)).toContain('ended on 2026-11-22')
  })

  test('what was changed meanwhile is shown first', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.edit(anEdit('a', 1, { name: 'Kettle On', places: [{ postcode: 'M33 2AB' }] }))
    const told = await rang(WORKER, said('running'), workshop)
    expect(told).toMatchObject({ is: 'stale', known: { listing: { name: 'Kettle On', revision: 2 } } })
    expect(await after(store)).toEqual([])
  })

  test('a draft is nobody else’s business', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('draft', { status: 'draft', places: [{ postcode: 'M33 2AB' }] })])
    expect(await rang(WORKER, said('running', { listing: 'draft' }), workshop)).toEqual({ is: 'unknown' })
  })

  test('what has ended is put back by the desk, not by a call', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await rang(DESK, said('ended'), workshop)
    await rang(WORKER, said('running', { revision: 2, words: 'They began again' }), workshop)
    expect(await after(store)).toEqual([
      'ended on 2026-11-22',
      'matter signal: changed "They began again"',
      ...TOLD('desk', 'ended'),
    ])
  })

  test('what cannot be meant is refused, and what is not there is unknown', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const wrong = [
      said('full', { until: '2026-11-21' }),
      said('full', { until: '2029-01-01' }),
      said('full', { weeks: -1 }),
      said('full', { weeks: 1.5 }),
      said('running', { words: 'x'.repeat(301) }),
      { ...said('running'), heard: 'closed' as Heard },
    ]
    for (const given of wrong) expect(await rang(WORKER, given, workshop)).toEqual({ is: 'refused' })
    expect(await rang(WORKER, said('running', { listing: 'z' }), workshop)).toEqual({ is: 'unknown' })
    expect(await after(store)).toEqual([])
  })

  test('the group hears of a listing once a week, and the desk has one matter', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await rang(WORKER, said('changed', { words: 'Mondays' }), workshop)
    await rang(people.COLLEAGUE, said('changed', { words: 'At 10' }), workshop)
    expect(await after(store)).toEqual([
      'matter signal: changed "Mondays\nAt 10"',
      ...TOLD('link-worker', 'changed'),
    ])
    const nextWeek = workshopOn(store, () => inDays(7))
    await rang(WORKER, said('running'), nextWeek)
    expect(await store.outbox.due(inDays(7), 10)).toHaveLength(4)
  })

  test('a confirmation answers what the desk waited for', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.act(({ matters }) =>
      matters.open({
        id: 'm',
        kind: 'review',
        listing: 'a',
        group: 'g1',
        person: null,
        openedAt: NOW.toISOString(),
        targetOn: '2026-12-06',
        about: { asked: 3, since: '2026-08-01' },
      }),
    )
    await rang(WORKER, said('running'), workshop)
    expect(await store.matters.get('m')).toMatchObject({ state: 'decided', decision: 'right' })
  })
})
