/** Who keeps a group: inviting, joining, handing over, taking out, leaving; and who may see any of it. */
import { expect, test } from 'vitest'
import { inviteKeeper, withdrawInvitation } from '../../src/people/keepers/invite.ts'
import { invitationOf, joinGroup } from '../../src/people/keepers/join.ts'
import { endKeeper } from '../../src/people/keepers/leave.ts'
import { groupPeople } from '../../src/people/keepers/people.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { inMinutes, letters, listings, NOW, person, record, said, workshopOn } from './keepers-house.ts'

const DAY = 24 * 60

onEachDatabase('who keeps a group', ({ open }) => {
  /** Group g1 with its keeper "one". */
  async function one() {
    const store = await open()
    const workshop = await listings(store)
    const who = await person(store, 'one@example.org', ['group g1'])
    return { store, workshop, who }
  }
  const keepersOf = async (store: Store) => {
    const people = (await store.grants.holders('group', 'g1')).map((it) => store.people.byId(it.person))
    return (await Promise.all(people)).map((it) => it?.email).sort()
  }
  async function invite(store: Store, who: SignedIn, email: string, handOver = false): Promise<string> {
    await inviteKeeper(who, { group: 'g1', email, handOver, lang: 'en' }, workshopOn(store))
    const letter = (await letters(store)).findLast((it) => it.kind === 'keeper-invited' && it.to === email)
    return String(letter?.about['path']).replace('/groups/invitation/', '')
  }

  test('somebody who was invited joins by a press, and the others hear of it', async () => {
    const { store, workshop, who } = await one()
    const token = await invite(store, who, 'two@example.org')
    const two = await person(store, 'two@example.org')
    for (let opened = 0; opened < 20; opened++)
      expect(await invitationOf(two, token, workshop)).toMatchObject({
        is: 'good',
        theirs: true,
        group: 'Group g1',
      })
    expect(await keepersOf(store), 'looking joins nobody').toEqual(['one@example.org'])
    expect(await joinGroup(two, token, workshop)).toEqual({ is: 'saved', group: 'g1' })
    expect(await keepersOf(store)).toEqual(['one@example.org', 'two@example.org'])
    expect(said(await letters(store))).toEqual([
      'keepers-changed added to one@example.org',
      'keeper-invited to two@example.org',
    ])
    expect(await joinGroup(two, token, workshop)).toEqual({ is: 'used' })
    expect(await record(store)).toEqual(['invited as group', 'joined as group'])
  })

  test('an invitation is for its address alone', async () => {
    const { store, workshop, who } = await one()
    const token = await invite(store, who, 'two@example.org')
    const thief = await person(store, 'thief@example.org')
    expect(await invitationOf(thief, token, workshop)).toMatchObject({
      theirs: false,
      hint: 't…@example.org',
    })
    expect(await joinGroup(thief, token, workshop)).toEqual({ is: 'refused' })
    expect(await joinGroup(null, token, workshop)).toEqual({ is: 'refused' })
    expect(await joinGroup(thief, 'made-up', workshop)).toEqual({ is: 'unknown' })
    expect(await keepersOf(store)).toEqual(['one@example.org'])
  })

  test('it says whether it is too old, was taken back, or was replaced by a newer one', async () => {
    const { store, workshop, who } = await one()
    const two = await person(store, 'two@example.org')
    const first = await invite(store, who, 'two@example.org')
    await inviteKeeper(
      who,
      { group: 'g1', email: 'two@example.org', handOver: false, lang: 'en' },
      workshopOn(store, () => inMinutes(1)),
    )
    expect(await joinGroup(two, first, workshop), 'the newer one counts').toEqual({ is: 'withdrawn' })
    const [waiting] = await store.keepers.waiting('g1', inMinutes(2))
    expect(await withdrawInvitation(two, waiting?.id ?? '', workshop)).toEqual({ is: 'refused' })
    expect(await withdrawInvitation(who, waiting?.id ?? '', workshop)).toEqual({ is: 'saved' })
    expect(await store.keepers.waiting('g1', inMinutes(2))).toEqual([])
    const third = await person(store, 'three@example.org')
    const late = await invite(store, who, 'three@example.org')
    const after = (minutes: number) => workshopOn(store, () => inMinutes(minutes))
    expect((await invitationOf(third, late, after(14 * DAY - 1))).is).toBe('good')
    expect((await joinGroup(third, late, after(14 * DAY))).is).toBe('expired')
  })

  test('an address is forgotten when its invitation was answered', async () => {
    const { store, workshop, who } = await one()
    const token = await invite(store, who, 'two@example.org')
    const [waiting] = await store.keepers.waiting('g1', inMinutes(0))
    await joinGroup(await person(store, 'two@example.org'), token, workshop)
    expect(await store.keepers.invitation(waiting?.id ?? '')).toMatchObject({ email: '', state: 'accepted' })
  })

  test('handing over: who invited goes when the other has joined, not before', async () => {
    const { store, workshop, who } = await one()
    const token = await invite(store, who, 'two@example.org', true)
    expect(await keepersOf(store)).toEqual(['one@example.org'])
    await joinGroup(await person(store, 'two@example.org'), token, workshop)
    expect(await keepersOf(store)).toEqual(['two@example.org'])
    expect(said(await letters(store))).toContain('keepers-changed handed-over to one@example.org')
    expect(await record(store)).toEqual(['handed-over as group', 'invited as group', 'joined as group'])
  })

  test('the desk hands nothing over that is not its own', async () => {
    const { store, workshop } = await one()
    const desk = await person(store, 'desk@example.org', ['desk'])
    const token = await invite(store, desk, 'two@example.org', true)
    await joinGroup(await person(store, 'two@example.org'), token, workshop)
    expect(await keepersOf(store)).toEqual(['one@example.org', 'two@example.org'])
  })

  const REFUSED: [string, Parameters<typeof person>[2], Partial<SignedIn>, string][] = [
    ['another group’s keeper', ['group g2'], {}, 'refused'],
    ['a link worker', ['link-worker M33'], {}, 'refused'],
    ['an umbrella body', ['umbrella u1'], {}, 'refused'],
    ['the desk without a second factor', ['desk'], { second: false }, 'refused'],
    [
      'a keeper whose code is 31 minutes old',
      ['group g1'],
      { checkedAt: inMinutes(-31).toISOString() },
      'check-first',
    ],
  ]
  test.for(REFUSED)('nothing changes for %s', async ([, roles, over, is]) => {
    const { store, workshop, who } = await one()
    const other = await person(store, 'other@example.org', roles, over)
    const given = { group: 'g1', email: 'two@example.org', handOver: false, lang: 'en' } as const
    expect(await inviteKeeper(other, given, workshop)).toEqual({ is })
    const grant = who.grants[0]?.id ?? ''
    expect(await endKeeper(other, { group: 'g1', grant, evenIfLast: true }, workshop)).toEqual({ is })
    expect(await keepersOf(store)).toContain('one@example.org')
    expect(await letters(store)).toEqual([])
  })

  test('somebody is taken out: they and the others hear of it', async () => {
    const { store, workshop, who } = await one()
    const two = await person(store, 'two@example.org', ['group g1'])
    await person(store, 'three@example.org', ['group g1'])
    const grant = two.grants[0]?.id ?? ''
    expect(await endKeeper(who, { group: 'g1', grant, evenIfLast: false }, workshop)).toEqual({ is: 'saved' })
    expect(await keepersOf(store)).toEqual(['one@example.org', 'three@example.org'])
    expect(said(await letters(store))).toEqual([
      'keepers-changed removed to three@example.org',
      'keeper-removed to two@example.org',
    ])
    expect(await endKeeper(who, { group: 'g1', grant, evenIfLast: false }, workshop)).toEqual({
      is: 'unknown',
    })
  })

  test('whoever was taken out brings nobody in after them', async () => {
    const { store, workshop, who } = await one()
    const two = await person(store, 'two@example.org', ['group g1'])
    const ask = (by: SignedIn, address: string) =>
      inviteKeeper(by, { group: 'g1', email: address, handOver: false, lang: 'en' }, workshop)
    expect((await ask(two, 'friend@example.org')).is).toBe('saved')
    expect((await ask(who, 'other@example.org')).is).toBe('saved')
    await endKeeper(who, { group: 'g1', grant: two.grants[0]?.id ?? '', evenIfLast: false }, workshop)
    const waiting = await store.act((act) => act.keepers.waiting('g1', NOW))
    expect(waiting.map((it) => it.email)).toEqual(['other@example.org'])
  })

  test('nobody is taken out of a group that the taker does not keep', async () => {
    const { store, workshop, who } = await one()
    const other = await person(store, 'other@example.org', ['group g2'])
    const grant = other.grants[0]?.id ?? ''
    expect(await endKeeper(who, { group: 'g1', grant, evenIfLast: true }, workshop)).toEqual({
      is: 'unknown',
    })
    expect(await store.grants.of(other.person)).toHaveLength(1)
  })

  test('the last one leaves only knowing that nobody keeps it then', async () => {
    const { store, workshop, who } = await one()
    const leave = { group: 'g1', grant: who.grants[0]?.id ?? '' }
    expect(await endKeeper(who, { ...leave, evenIfLast: false }, workshop)).toEqual({ is: 'last' })
    expect(await keepersOf(store)).toEqual(['one@example.org'])
    expect(await endKeeper(who, { ...leave, evenIfLast: true }, workshop)).toEqual({ is: 'saved' })
    expect(await keepersOf(store)).toEqual([])
    expect(await letters(store)).toEqual([])
    expect(await record(store)).toEqual(['left-group as group'])
  })

  const SEES: [string, string[], Partial<SignedIn>, string][] = [
    ['its keeper', ['group g1'], {}, 'people'],
    ['the desk', ['desk M33'], {}, 'people'],
    ['an administrator', ['administrator'], {}, 'people'],
    ['the desk without a second factor', ['desk M33'], { second: false }, 'refused'],
    ['another group’s keeper', ['group g2'], {}, 'refused'],
    ['a link worker', ['link-worker M33'], {}, 'refused'],
    ['an umbrella body that it accepted', ['umbrella u1'], {}, 'refused'],
    ['nobody in particular', [], {}, 'refused'],
  ]
  test.for(SEES)('addresses of keepers are seen by %s: %s %s %s', async ([, roles, over, is]) => {
    const { store, workshop } = await one()
    await store.act(async (act) => {
      await act.umbrellas.put({ id: 'u1', name: 'U', website: null, madeAt: inMinutes(0).toISOString() })
      const at = inMinutes(0).toISOString()
      const dates = {
        invitedAt: at,
        invitedBy: null,
        acceptedAt: at,
        acceptedBy: null,
        endedAt: null,
        endedBy: null,
      }
      await act.umbrellas.tie({ umbrella: 'u1', group: 'g1', state: 'accepted', ...dates })
    })
    const who = await person(store, 'somebody@example.org', roles, over)
    const found = await groupPeople(who, 'g1', workshop)
    expect(found.is).toBe(is)
    const read = roles.some((role) => /desk|admin/.test(role)) && is === 'people'
    expect(await record(store)).toEqual(read ? [`read-private as ${roles[0]?.split(' ')[0]}`] : [])
  })
})
