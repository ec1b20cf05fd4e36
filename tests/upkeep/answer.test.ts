/** What follows from a group's answer: for whom, from where, and what is not written. On both databases. */
import { expect, test } from 'vitest'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { answer } from '../../src/upkeep/answer.ts'
import type { Answer } from '../../src/upkeep/answer-shape.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit } from '../store/made.ts'
import * as people from '../workers/house.ts'
import { furnished, NOW, workshopOn } from '../workers/house.ts'
import { after, as, ENDED, FULL, said, UNKNOWN_FUNDING } from './answering.ts'

const { ADMIN, DESK, KEEPER, OTHER_KEEPER, WORKER, ELSEWHERE, UMBRELLA } = people
const TUESDAY = { rule: { every: 'week' as const, on: ['tu' as const] }, start: '10:00', pauses: [] }
const THURSDAY = { rule: { every: 'week' as const, on: ['th' as const] }, start: '10:00', pauses: [] }

/** what, who, what they answer, what the program says, what came of it */
const OUTCOMES: [string, SignedIn | null, Answer, string, string[]][] = [
  ['yes, all of it', KEEPER, said({ right: 'yes' }), 'saved', ['confirmed by group, revision 1']],
  ['full until 1 March', KEEPER, said({ room: [FULL] }), 'saved', ['full until 2027-03-01 by group']],
  [
    'all three at once',
    KEEPER,
    said({ right: 'yes', room: [FULL], funding: UNKNOWN_FUNDING, intake: { perMonth: 5 } }),
    'saved',
    [
      'confirmed by group, revision 1',
      'full until 2027-03-01 by group',
      'funding unknown 2027-03-31 by group',
      'takes 5',
    ],
  ],
  [
    'something has changed confirms nothing',
    KEEPER,
    said({ right: 'changed', room: [FULL] }),
    'saved',
    ['full until 2027-03-01 by group'],
  ],
  [
    'it has ended: public at once, and the desk looks it over',
    KEEPER,
    said(ENDED),
    'saved',
    ['ended on 2026-11-20', 'matter change live'],
  ],
  ['the desk ends it', DESK, said(ENDED), 'saved', ['ended on 2026-11-20']],
  ['the desk confirms', DESK, said({ right: 'yes' }), 'saved', ['confirmed by desk, revision 1']],
  [
    'an administrator counts as the desk',
    ADMIN,
    said({ right: 'yes' }),
    'saved',
    ['confirmed by desk, revision 1'],
  ],
  [
    'a link worker says whether there is room',
    WORKER,
    said({ room: [FULL] }),
    'saved',
    ['full until 2027-03-01 by link-worker'],
  ],
  [
    'a link worker knows nothing of funding',
    WORKER,
    said({ room: [FULL], funding: UNKNOWN_FUNDING }),
    'refused',
    [],
  ],
  ['a link worker ends nothing', WORKER, said(ENDED), 'refused', []],
  ['nobody', null, said({ right: 'yes' }), 'refused', []],
  ['another group’s keeper', OTHER_KEEPER, said({ right: 'yes' }), 'refused', []],
  ['a link worker of another area', ELSEWHERE, said({ right: 'yes' }), 'refused', []],
  ['an umbrella body that was not accepted', UMBRELLA, said({ right: 'yes' }), 'refused', []],
  ['the desk without a second factor', { ...DESK, second: false }, said({ right: 'yes' }), 'refused', []],
  ['nothing at all', KEEPER, said(), 'nothing', []],
  ['of a listing that is not there', KEEPER, said({ listing: 'zz', right: 'yes' }), 'unknown', []],
  ['a state nobody knows', KEEPER, said({ room: [{ ...FULL, state: 'busy' as 'full' }] }), 'refused', []],
  ['full until yesterday', KEEPER, said({ room: [{ ...FULL, until: '2026-11-21' }] }), 'refused', []],
  ['full until two years hence', KEEPER, said({ room: [{ ...FULL, until: '2028-11-21' }] }), 'refused', []],
  ['ended without a day', KEEPER, said({ right: 'ended' }), 'refused', []],
  [
    'ended tomorrow',
    KEEPER,
    said({ right: 'ended', ended: { on: '2026-11-23', successor: null } }),
    'refused',
    [],
  ],
  ['it ends, on no day', KEEPER, said({ funding: { says: 'ends', until: null } }), 'refused', []],
]

onEachDatabase('a group answers', ({ open }) => {
  test.for(OUTCOMES)('%s', async ([, who, given, is, expected]) => {
    const store = await open()
    const workshop = await furnished(store)
    expect((await answer(as(who), given, workshop)).is).toBe(is)
    expect(await after(store)).toEqual(expected)
    const lines = (await store.audit({ limit: 9 })).filter(({ did }) => did === 'answered')
    expect(lines).toHaveLength(is === 'saved' ? 1 : 0)
  })

  test('the record says what was answered, by whom, and nothing they wrote', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await answer(as(KEEPER), said({ right: 'yes', room: [FULL], funding: UNKNOWN_FUNDING }), workshop)
    const [line] = await store.audit({ limit: 1 })
    expect(line).toMatchObject({
      person: 'keeper',
      role: 'group',
      did: 'answered',
      listing: 'a',
      group: 'g1',
      about: 'right=yes room=full funding=unknown',
    })
  })

  test('somebody edited meanwhile: room and funding are saved, the confirmation is not', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.edit(anEdit('a', 1, { name: 'Kettle a', summary: 'New', places: [{ postcode: 'M33 2AB' }] }))
    const given = said({ right: 'yes', room: [FULL], funding: UNKNOWN_FUNDING })
    const answered = await answer(as(KEEPER), given, workshop)
    expect(answered).toMatchObject({ is: 'stale', known: { listing: { revision: 2, summary: 'New' } } })
    expect(await after(store)).toEqual([
      'full until 2027-03-01 by group',
      'funding unknown 2027-03-31 by group',
    ])
    await answer(as(KEEPER), said({ right: 'yes', revision: 2 }), workshop)
    expect(await after(store)).toContain('confirmed by group, revision 2')
  })

  test('a revision that is yet to come confirms nothing', async () => {
    const store = await open()
    const workshop = await furnished(store)
    expect((await answer(as(KEEPER), said({ right: 'yes', revision: 99 }), workshop)).is).toBe('stale')
    expect(await after(store)).toEqual([])
  })

  test('what has ended is neither right nor full any more', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await answer(as(KEEPER), said(ENDED), workshop)
    for (const again of [said({ right: 'yes', revision: 2 }), said({ room: [FULL] }), said(ENDED)])
      expect((await answer(as(KEEPER), again, workshop)).is).toBe('refused')
  })

  test('room by session; a session that is not there is not spoken of', async () => {
    const store = await open()
    await store.add([aNew('a', { sessions: [TUESDAY, THURSDAY] })])
    const workshop = workshopOn(store)
    const room = [
      { session: null, state: 'open', weeks: null, until: null },
      { ...FULL, session: 'week:tu@10:00' },
      { ...FULL, session: 'week:mo@10:00' },
    ] as const
    expect((await answer(as(KEEPER), said({ room: [...room] }), workshop)).is).toBe('saved')
    expect(await after(store)).toEqual(['open until null by group', 'week:tu@10:00 full by group'])
    const [session, whole] = await store.capacities('a')
    expect(Date.parse(session?.saidAt ?? '')).toBeGreaterThan(Date.parse(whole?.saidAt ?? ''))
  })

  test('what the desk waited for an answer to is answered', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const matter = {
      id: 'm',
      kind: 'review',
      listing: 'a',
      group: 'g1',
      person: null,
      openedAt: NOW.toISOString(),
      targetOn: '2026-12-01',
      about: { asked: 3, since: '2026-08-01' },
    }
    await store.act((act) => act.matters.open(matter))
    await answer(as(KEEPER), said({ right: 'yes' }), workshop)
    expect(await store.matters.get('m')).toMatchObject({
      state: 'decided',
      decision: 'right',
      decidedBy: 'keeper',
    })
  })

  const HEARD: [string, SignedIn, Partial<Answer>, string | null][] = [
    ['its own keeper', KEEPER, { right: 'yes' }, null],
    ['a link worker who confirms', WORKER, { right: 'yes' }, 'link-worker running'],
    ['a link worker who says it is full', WORKER, { room: [FULL] }, 'link-worker full'],
    [
      'a link worker who says there is room',
      WORKER,
      { room: [{ ...FULL, state: 'open', until: null }] },
      null,
    ],
    ['a link worker who saw another revision', WORKER, { right: 'yes', revision: 9 }, null],
    ['the desk that ends it', DESK, ENDED, 'desk ended'],
  ]
  test.for(HEARD)('the group hears of %s: %s', async ([, who, given, heard]) => {
    const store = await open()
    const workshop = await furnished(store)
    await answer(as(who), said(given), workshop)
    const letters = (await store.outbox.due(NOW, 10)).map(
      ({ to, kind, about }) => `${kind} ${String(about['by'])} ${String(about['heard'])} to ${to}`,
    )
    const expected = ['keeper', 'second'].map((one) => `confirmed-for-you ${heard} to ${one}@example.org`)
    expect(letters.sort()).toEqual(heard === null ? [] : expected)
  })
})
