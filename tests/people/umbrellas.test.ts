/** Umbrella bodies: who makes one, whom it helps, and that it may do nothing before a group said yes or after it said no. */
import { expect, test } from 'vitest'
import { allowed } from '../../src/people/allowed.ts'
import { bodyGroups } from '../../src/people/umbrellas/bodies.ts'
import { makeUmbrella } from '../../src/people/umbrellas/make.ts'
import { answerUmbrella, endHelp, inviteGroup } from '../../src/people/umbrellas/tie.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { letters, listings, person, record, said } from './keepers-house.ts'

onEachDatabase('umbrella bodies', ({ open }) => {
  async function house() {
    const store = await open()
    const workshop = await listings(store)
    const made = await makeUmbrella('command', { name: 'Voluntary Action', website: null }, workshop)
    const umbrella = made.is === 'saved' ? made.umbrella.id : ''
    const keeper = await person(store, 'keeper@example.org', ['group g1'])
    const body = await person(store, 'body@example.org', [`umbrella ${umbrella}`])
    return { store, workshop, umbrella, keeper, body, both: { umbrella, group: 'g1' } }
  }
  const mayConfirm = async (store: Store, who: SignedIn, id = 'shown') => {
    const found = await store.byId(id)
    return found.is === 'listing' ? allowed(store, who, 'confirm', found.known.listing) : 'gone'
  }

  test('a group says yes, and either side ends it: what the body may do follows at once', async () => {
    const { store, workshop, both, keeper, body } = await house()
    const may: (string | null)[] = []
    const now = async () => may.push(await mayConfirm(store, body))
    await now()
    expect(await inviteGroup(body, both, workshop)).toEqual({ is: 'saved' })
    await now()
    expect(await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)).toEqual({ is: 'saved' })
    await now()
    expect(await mayConfirm(store, body, 'hidden'), 'another group').toBeNull()
    expect(await answerUmbrella(keeper, { ...both, answer: 'end' }, workshop)).toEqual({ is: 'saved' })
    await now()
    expect(await inviteGroup(body, both, workshop)).toEqual({ is: 'saved' })
    expect(await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)).toEqual({ is: 'saved' })
    await now()
    expect(await endHelp(body, both, workshop)).toEqual({ is: 'saved' })
    await now()
    expect(may).toEqual([null, null, 'umbrella', null, 'umbrella', null])
    expect(await store.umbrellas.of('g1')).toEqual([])
  })

  test('each side hears what the other decided', async () => {
    const { store, workshop, both, keeper, body } = await house()
    await inviteGroup(body, both, workshop)
    await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)
    await endHelp(body, both, workshop)
    expect(said(await letters(store)).sort()).toEqual([
      'umbrella-changed accepted to body@example.org',
      'umbrella-changed ended-by-body to keeper@example.org',
      'umbrella-invites to keeper@example.org',
    ])
    expect(await record(store)).toEqual([
      'made-umbrella',
      'umbrella-accepted as group',
      'umbrella-ended as umbrella',
      'umbrella-invited as umbrella',
    ])
  })

  test('said twice it is as it is', async () => {
    const { workshop, both, keeper, body } = await house()
    await inviteGroup(body, both, workshop)
    expect(await inviteGroup(body, both, workshop)).toEqual({ is: 'as-it-is' })
    await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)
    expect(await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)).toEqual({ is: 'as-it-is' })
    await answerUmbrella(keeper, { ...both, answer: 'end' }, workshop)
    expect(await endHelp(body, both, workshop)).toEqual({ is: 'as-it-is' })
    expect(
      await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop),
      'not without a new one',
    ).toEqual({
      is: 'as-it-is',
    })
  })

  test('the desk answers for a group that nobody keeps, and for no other', async () => {
    const { store, workshop, umbrella, both, body } = await house()
    const desk = await person(store, 'desk@example.org', ['desk'])
    const unkept = { umbrella, group: 'g3' }
    await inviteGroup(body, both, workshop)
    await inviteGroup(body, unkept, workshop)
    expect(await answerUmbrella(desk, { ...both, answer: 'accept' }, workshop)).toEqual({ is: 'refused' })
    expect(await answerUmbrella(desk, { ...unkept, answer: 'accept' }, workshop)).toEqual({ is: 'saved' })
    expect(await mayConfirm(store, body, 'none')).toBe('umbrella')
  })

  const NOT_THEIRS: [string, string[], boolean][] = [
    ['another body', ['umbrella other'], true],
    ['a keeper', ['group g1'], true],
    ['a link worker', ['link-worker M33'], true],
    ['the desk', ['desk M33'], true],
    ['an administrator without a second factor', ['administrator'], false],
    ['nobody in particular', [], true],
  ]
  test.for(NOT_THEIRS)('%s invites and ends nothing for a body', async ([, roles, second]) => {
    const { store, workshop, both } = await house()
    const who = await person(store, 'somebody@example.org', roles, { second })
    expect(await inviteGroup(who, both, workshop)).toEqual({ is: 'refused' })
    expect(await inviteGroup(null, both, workshop)).toEqual({ is: 'refused' })
    expect(await endHelp(who, both, workshop)).toEqual({ is: 'refused' })
    expect(await store.umbrellas.ties({})).toEqual([])
  })

  const NOT_FOR: [string, string[]][] = [
    ['the body itself', ['umbrella U']],
    ['another group', ['group g2']],
    ['a link worker', ['link-worker M33']],
  ]
  test.for(NOT_FOR)('%s does not answer for a group', async ([, roles]) => {
    const { store, workshop, umbrella, both, body } = await house()
    await inviteGroup(body, both, workshop)
    const named = roles.map((role) => role.replace('U', umbrella))
    const who = await person(store, 'somebody@example.org', named)
    expect(await answerUmbrella(who, { ...both, answer: 'accept' }, workshop)).toEqual({ is: 'refused' })
    expect(await store.umbrellas.of('g1')).toEqual([])
  })

  const MAKES: [string, string[], boolean, string][] = [
    ['an administrator', ['administrator'], true, 'saved'],
    ['an administrator without a second factor', ['administrator'], false, 'refused'],
    ['the desk', ['desk'], true, 'refused'],
    ['an umbrella body', ['umbrella u1'], true, 'refused'],
  ]
  test.for(MAKES)('%s makes one: %s %s %s', async ([, roles, second, is]) => {
    const { store, workshop } = await house()
    const who = await person(store, 'somebody@example.org', roles, { second })
    expect((await makeUmbrella(who, { name: 'Second', website: null }, workshop)).is).toBe(is)
    expect((await store.umbrellas.all()).map(({ name }) => name)).toEqual(
      is === 'saved' ? ['Second', 'Voluntary Action'] : ['Voluntary Action'],
    )
  })

  test('a body sees listings only of groups that accepted it', async () => {
    const { store, workshop, umbrella, both, keeper, body } = await house()
    await inviteGroup(body, both, workshop)
    await inviteGroup(body, { umbrella, group: 'g2' }, workshop)
    await answerUmbrella(keeper, { ...both, answer: 'accept' }, workshop)
    const [seen] = await bodyGroups(body, store)
    expect(seen?.accepted.map(({ group, listings }) => [group.id, listings.length])).toEqual([['g1', 2]])
    expect(seen?.invited.map(({ group, listings }) => [group.id, listings.length])).toEqual([['g2', 0]])
    expect(await bodyGroups(keeper, store)).toEqual([])
  })
})
