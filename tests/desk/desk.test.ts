/** Who of the desk sees and decides what; queues; taking; what reading writes; the record. */
import { expect, test } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import { openMatter } from '../../src/desk/open-matter.ts'
import { nextAfter, queues } from '../../src/desk/queues.ts'
import { readRecord } from '../../src/desk/record.ts'
import { take } from '../../src/desk/take.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { NewMatter } from '../../src/store/matters/matter.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew } from '../store/made.ts'
import { ADMIN, DESK, furnished, inDays, KEEPER, somebody, UMBRELLA, WORKER } from '../workers/house.ts'

const OTHER_DESK = somebody('far', 'desk M41')
const COLLEAGUE = somebody('near', 'desk M33')
const ALL = somebody('all', 'desk')
const NO_SECOND: SignedIn = { ...ALL, second: false }

const aMatter = (id: string, daysAgo: number, over: Partial<NewMatter> = {}): NewMatter => ({
  id,
  kind: 'review',
  listing: 'a',
  group: 'g1',
  person: null,
  openedAt: inDays(-daysAgo).toISOString(),
  targetOn: inDays(14 - daysAgo)
    .toISOString()
    .slice(0, 10),
  about: { asked: 3, since: inDays(-40).toISOString() },
  ...over,
})
/** "a" is in M33, "b" in M41, "c" has no place; "none" is about no listing. */
async function desk(store: Store) {
  const workshop = await furnished(store)
  await store.add([aNew('b', { places: [{ postcode: 'M41 0AB' }] }), aNew('c')])
  await store.act(async ({ matters }) => {
    await matters.open(aMatter('new-a', 1))
    await matters.open(aMatter('old-a', 20))
    await matters.open(
      aMatter('b', 5, { listing: 'b', kind: 'signal', about: { signal: 's', kind: 'bounced', words: '' } }),
    )
    await matters.open(aMatter('c', 4, { listing: 'c' }))
    await matters.open(aMatter('none', 3, { listing: null, group: null }))
  })
  return workshop
}
const SEES: [who: string, person: SignedIn | null, ids: string | null][] = [
  ['nobody', null, null],
  ['a keeper', KEEPER, null],
  ['a link worker', WORKER, null],
  ['an umbrella body', UMBRELLA, null],
  ['the desk without a second step', NO_SECOND, null],
  ['the desk of M33', DESK, 'old-a c none new-a'],
  ['the desk of M41', OTHER_DESK, 'b c none'],
  ['the whole desk', ALL, 'old-a b c none new-a'],
  ['an administrator', ADMIN, 'old-a b c none new-a'],
]

onEachDatabase('the desk', ({ open }) => {
  test('queues hold what lies in somebody’s area, oldest first', async () => {
    const workshop = await desk(await open())
    for (const [who, person, ids] of SEES) {
      const found = await queues(person, { whose: 'all' }, workshop)
      const seen = found.is === 'queues' ? found.rows.map(({ matter }) => matter.id).join(' ') : null
      expect([who, seen]).toEqual([who, ids])
    }
  })

  test('an address that no matter can have leads nowhere', async () => {
    const workshop = await desk(await open())
    expect(await openMatter(ALL, 'b\0', workshop)).toEqual({ is: 'unknown' })
  })

  test('a flood of one kind hides nothing of another', async () => {
    const store = await open()
    const workshop = await desk(store)
    const about = { source: 'hubs', name: 'Hubs', fields: [] }
    await store.act(async ({ matters }) => {
      for (let at = 0; at < 5_001; at++)
        await matters.open(aMatter(`c${at}`, 30, { kind: 'conflict', about }))
    })
    const found = await queues(ALL, { whose: 'all', kind: 'review' }, workshop)
    expect(found.is === 'queues' && found.rows.map(({ matter }) => matter.id)).toEqual([
      'old-a',
      'c',
      'none',
      'new-a',
    ])
  })

  test('nobody opens, takes or decides what they do not see', async () => {
    const store = await open()
    const workshop = await desk(store)
    for (const [who, person, ids] of SEES)
      for (const id of ['new-a', 'b', 'c', 'none']) {
        const sees = ids?.split(' ').includes(id) ?? false
        const taken = await take(person, { matter: id, back: true }, workshop)
        expect([who, id, taken.is]).toEqual([who, id, sees ? 'given-back' : 'refused'])
        const found = await openMatter(person, id, workshop)
        expect([who, id, found.is]).toEqual([who, id, sees ? 'matter' : 'refused'])
        if (sees) continue
        const given = {
          matter: id,
          decision: 'right',
          reason: '',
          how: 'phone',
          endedOn: null,
          despite: [],
        } as const
        expect((await decide(person, { ...given, despite: [] }, workshop)).is).toBe('refused')
      }
    expect((await store.matters.list({ state: 'open' })).length).toBe(5)
  })

  test('counts are of what somebody sees; mine and nobody’s are part of them', async () => {
    const store = await open()
    const workshop = await desk(store)
    await take(DESK, { matter: 'old-a', back: false }, workshop)
    await take(COLLEAGUE, { matter: 'new-a', back: false }, workshop)
    const all = await queues(DESK, { whose: 'all' }, workshop)
    expect(all.is === 'queues' && all.queues).toEqual([
      { kind: 'review', waiting: 4, late: 1, mine: 1, free: 2 },
    ])
    const ids = async (whose: 'mine' | 'free') => {
      const found = await queues(DESK, { whose }, workshop)
      return found.is === 'queues' ? found.rows.map(({ matter }) => matter.id) : []
    }
    expect(await ids('mine')).toEqual(['old-a'])
    expect(await ids('free')).toEqual(['c', 'none'])
    expect(await nextAfter(COLLEAGUE, 'review', workshop), 'not what a colleague has').toBe('c')
    await take(DESK, { matter: 'old-a', back: true }, workshop)
    expect(await nextAfter(COLLEAGUE, 'review', workshop)).toBe('old-a')
    expect(await nextAfter(COLLEAGUE, 'keeper', workshop)).toBeNull()
  })

  test('reading private facts stands in the record; so does reading the record', async () => {
    const store = await open()
    const workshop = await desk(store)
    await openMatter(DESK, 'old-a', workshop)
    await openMatter(DESK, 'none', workshop)
    await openMatter(OTHER_DESK, 'old-a', workshop)
    const first = await readRecord(ADMIN, {}, workshop)
    expect(
      first.is === 'page' && first.entries.map(({ did, person, listing }) => [did, person, listing]),
    ).toEqual([['read-private', DESK.person, 'a']])
    const second = await readRecord(ADMIN, { listing: 'a' }, workshop)
    expect(second.is === 'page' && second.entries.map(({ did }) => did)).toEqual(['read-private'])
    expect((await store.audit({ limit: 9 })).filter(({ did }) => did === 'read-record')).toHaveLength(2)
    for (const who of [null, KEEPER, WORKER, NO_SECOND])
      expect((await readRecord(who, {}, workshop)).is).toBe('refused')
  })

  test('a matter is decided once, in one of its own ways, and with what it needs', async () => {
    const store = await open()
    const workshop = await desk(store)
    const given = {
      matter: 'old-a',
      decision: 'right',
      reason: '',
      how: 'phone',
      endedOn: null,
      despite: [],
    } as const
    const cases = [
      [{ decision: 'accepted' }, { is: 'needs', what: 'decision' }],
      [{ decision: '' }, { is: 'needs', what: 'decision' }],
      [{ how: null }, { is: 'needs', what: 'how' }],
      [{ decision: 'ended' }, { is: 'needs', what: 'ended-on' }],
      [
        { decision: 'ended', endedOn: '2026-11-23' },
        { is: 'needs', what: 'ended-on' },
      ],
      [
        { decision: 'ended', endedOn: '2026-02-30' },
        { is: 'needs', what: 'ended-on' },
      ],
      [{ reason: 'x'.repeat(501) }, { is: 'needs', what: 'reason' }],
      [{ matter: 'nothing' }, { is: 'unknown' }],
      [{}, { is: 'decided' }],
      [{ decision: 'ended', endedOn: '2026-11-01' }, { is: 'before' }],
    ] as const
    for (const [over, outcome] of cases)
      expect(await decide(DESK, { ...given, ...over, despite: [] }, workshop)).toEqual(outcome)
    const rest = await store.matters.list({ state: 'open', listing: 'a' })
    expect(rest, 'the other review of it is answered too').toEqual([])
  })
})
