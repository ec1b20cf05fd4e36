/** What follows from a group's answer: for whom, from where, and what is not written. On both databases. */
import { expect, test } from 'vitest'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { newToken } from '../../src/store/once.ts'
import type { Store } from '../../src/store/store.ts'
import { answer, type Answerer } from '../../src/upkeep/answer.ts'
import { makeAnswerLink } from '../../src/upkeep/answer-link.ts'
import { NOTHING, type Answer } from '../../src/upkeep/answer-shape.ts'
import { takeBack } from '../../src/upkeep/take-back.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, anEdit } from '../store/made.ts'
import * as people from '../workers/house.ts'
import { furnished, inDays, NOW, workshopOn } from '../workers/house.ts'

const { ADMIN, DESK, KEEPER, OTHER_KEEPER, WORKER, ELSEWHERE, UMBRELLA } = people
const DAYS = { open_days: 28, waiting_days: 28, full_days: 42, paused_days: 42 }
const TUESDAY = { rule: { every: 'week' as const, on: ['tu' as const] }, start: '10:00', pauses: [] }
const THURSDAY = { rule: { every: 'week' as const, on: ['th' as const] }, start: '10:00', pauses: [] }

const said = (over: Partial<Answer> = {}): Answer => ({ ...NOTHING, listing: 'a', revision: 1, ...over })
const FULL = { session: null, state: 'full', weeks: null, until: '2027-03-01' } as const
const UNKNOWN_FUNDING = { says: 'unknown', until: '2027-03-31' } as const
const ENDED = { right: 'ended', ended: { on: '2026-11-20', successor: null } } as const
const as = (who: SignedIn | null): Answerer => ({ is: 'person', who })

/** What came of it, in words a person can compare. */
async function after(store: Store, id = 'a'): Promise<string[]> {
  const found = await store.byId(id)
  if (found.is !== 'listing') return ['gone']
  const { listing, confirmation, capacity, capacities, funding } = found.known
  const matters = await store.matters.list({ state: 'open', listing: id })
  const [intake] = await store.intakes([id])
  return [
    ...(listing.status === 'ended' ? [`ended on ${listing.ended_on}`] : []),
    ...(confirmation ? [`confirmed by ${confirmation.by}, revision ${confirmation.revision}`] : []),
    ...(capacity ? [`${capacity.state} until ${capacity.until} by ${capacity.by}`] : []),
    ...capacities.map((it) => `${it.session} ${it.state} by ${it.by}`).sort(),
    ...(funding ? [`funding ${funding.says} ${funding.until} by ${funding.by}`] : []),
    ...(intake ? [`takes ${intake.perMonth}`] : []),
    ...matters.map(({ kind, about }) => `matter ${kind} ${about['how']}`),
  ]
}

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
})

async function withLink(store: Store, ids: readonly string[], person: string | null = null) {
  const token = newToken()
  const listings = ids.map((id) => ({ id, revision: 1 }))
  await store.act((act) => makeAnswerLink(act, { listings, person }, NOW, () => token))
  const holder: Answerer = { is: 'link', token }
  return { token, holder }
}

onEachDatabase('whoever holds the link of a letter', ({ open }) => {
  test('answers for the group, once', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'], 'keeper')
    expect((await answer(holder, said({ right: 'yes', room: [FULL] }), workshop)).is).toBe('saved')
    expect(
      (await answer(holder, said({ room: [{ ...FULL, state: 'open', until: null }] }), workshop)).is,
    ).toBe('used')
    expect(await after(store)).toEqual(['confirmed by group, revision 1', 'full until 2027-03-01 by group'])
    expect(await store.audit({ limit: 1 })).toMatchObject([
      { person: 'keeper', about: 'right=yes room=full by=link' },
    ])
  })

  test('twenty presses at once are one answer', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    const all = await Promise.all(
      Array.from({ length: 20 }, () => answer(holder, said({ room: [FULL] }), workshop)),
    )
    expect(all.map(({ is }) => is).sort()).toEqual(['saved', ...Array.from({ length: 19 }, () => 'used')])
    expect(await store.capacities('a')).toHaveLength(1)
  })

  test('answering for one listing leaves the others', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('b')])
    const { token, holder } = await withLink(store, ['a', 'b'])
    expect((await answer(holder, said({ right: 'yes' }), workshop)).is).toBe('saved')
    expect((await store.once(token, 'answer', NOW)).is).toBe('good')
    expect((await answer(holder, said({ listing: 'b', right: 'yes' }), workshop)).is).toBe('saved')
    expect((await store.once(token, 'answer', NOW)).is, 'the last one uses it up').toBe('used')
    expect((await answer(holder, said({ right: 'yes' }), workshop)).is).toBe('used')
  })

  test('names its listings: no other one is answered for', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.add([aNew('b')])
    const { holder } = await withLink(store, ['a'])
    expect((await answer(holder, said({ listing: 'b', room: [FULL] }), workshop)).is).toBe('unknown')
    expect(await after(store, 'b')).toEqual([])
  })

  test('is too late after 30 days, and unknown with a letter changed', async () => {
    const store = await open()
    const { token, holder } = await (async () => {
      await furnished(store)
      return withLink(store, ['a'])
    })()
    const late = workshopOn(store, () => inDays(30))
    expect((await answer(holder, said({ right: 'yes' }), late)).is).toBe('expired')
    const other: Answerer = { is: 'link', token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }
    expect((await answer(other, said({ right: 'yes' }), workshopOn(store))).is).toBe('unknown')
    expect(await after(store)).toEqual([])
  })

  test('a token of another kind answers nothing', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const token = newToken()
    const about = { person: null, role: 'group', listings: [{ id: 'a', revision: 1 }] }
    const until = inDays(9).toISOString()
    await store.act((act) =>
      act.once.make(token, { kind: 'invitation', about, madeAt: NOW.toISOString(), expiresAt: until }),
    )
    expect((await answer({ is: 'link', token }, said({ right: 'yes' }), workshop)).is).toBe('unknown')
  })

  test('what was edited since is not confirmed unseen, and the link still works afterwards', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    await store.edit(anEdit('a', 1))
    expect((await answer(holder, said({ right: 'yes', room: [FULL] }), workshop)).is).toBe('stale')
    expect((await answer(holder, said({ right: 'yes', revision: 2 }), workshop)).is).toBe('saved')
    expect(await after(store)).toEqual(['confirmed by group, revision 2', 'full until 2027-03-01 by group'])
  })

  test('it has ended: public at once, and the desk looks it over', async () => {
    const store = await open()
    const workshop = await furnished(store)
    const { holder } = await withLink(store, ['a'])
    expect((await answer(holder, said(ENDED), workshop, 'cy')).is).toBe('saved')
    expect(await after(store)).toEqual(['ended on 2026-11-20', 'matter change live'])
    const [matter] = await store.matters.list({ kind: 'change' })
    expect(matter?.about).toMatchObject({ by: 'group', lang: 'cy' })
  })
})

onEachDatabase('a press is taken back', ({ open }) => {
  const tap = (state: 'open' | 'full' | 'waiting', until: string | null = null) =>
    said({ room: [{ session: null, state, weeks: null, until }] })

  test('what stood before stands again, with the end it had', async () => {
    const store = await open()
    await furnished(store)
    await answer(
      as(KEEPER),
      tap('waiting'),
      workshopOn(store, () => inDays(-10)),
    )
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    const given = { listing: 'a', event: full?.id ?? '' }
    expect((await takeBack(OTHER_KEEPER, given, workshopOn(store), DAYS)).is).toBe('refused')
    expect(
      (
        await takeBack(
          KEEPER,
          given,
          workshopOn(store, () => inDays(0.01)),
          DAYS,
        )
      ).is,
    ).toBe('saved')
    expect(await after(store)).toEqual(['waiting until 2026-12-10 by group'])
    expect(
      (
        await takeBack(
          KEEPER,
          given,
          workshopOn(store, () => inDays(0.02)),
          DAYS,
        )
      ).is,
      'twice',
    ).toBe('late')
  })

  test('where nothing was said before, nothing is known again', async () => {
    const store = await open()
    await furnished(store)
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    await takeBack(
      KEEPER,
      { listing: 'a', event: full?.id ?? '' },
      workshopOn(store, () => inDays(0.01)),
      DAYS,
    )
    expect(await after(store)).toEqual(['full until 2026-11-21 by group'])
  })

  test('an hour later it is news, not a slip', async () => {
    const store = await open()
    await furnished(store)
    await answer(as(KEEPER), tap('full'), workshopOn(store))
    const [full] = await store.capacities('a')
    const late = workshopOn(store, () => new Date(NOW.getTime() + 61 * 60_000))
    expect((await takeBack(KEEPER, { listing: 'a', event: full?.id ?? '' }, late, DAYS)).is).toBe('late')
  })
})
