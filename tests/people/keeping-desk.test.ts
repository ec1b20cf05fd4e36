/** Somebody whose address is no proof asked the desk: who decides it, and what each answer brings. */
import { expect, test } from 'vitest'
import { askDesk, askForCode, keepByCode } from '../../src/people/keepers/ask.ts'
import { acceptKeeper, refuseKeeper } from '../../src/people/keepers/decide.ts'
import { waysToKeep } from '../../src/people/keepers/ways.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { inMinutes, letters, listings, person, record, said, workshopOn } from './keepers-house.ts'

const waysOf = async (store: Store, who: SignedIn, listing: string) => {
  const keeping = await waysToKeep(who, `kettle-${listing}`, workshopOn(store))
  return keeping.is === 'listing' ? keeping.ways : keeping.is
}
const scopes = async (store: Store, who: SignedIn) =>
  (await store.grants.of(who.person)).map(({ role, scope }) => `${role} ${scope}`)

onEachDatabase('the desk and keepers', ({ open }) => {
  const asked = async (store: Store, listing = 'none') => {
    const workshop = await listings(store)
    const who = await person(store, 'stranger@example.org')
    await askDesk(who, listing, { words: 'I run it with two others.', website: null, lang: 'cy' }, workshop)
    const [matter] = await store.matters.list({ kind: 'keeper' })
    return { workshop, who, matter: matter?.id ?? '' }
  }

  test('the desk says yes: the role, a letter, and the address is forgotten', async () => {
    const store = await open()
    const { workshop, who, matter } = await asked(store)
    const desk = await person(store, 'desk@example.org', ['desk M33'])
    expect(await acceptKeeper(desk, matter, '', workshop)).toEqual({ is: 'saved' })
    expect(await scopes(store, who)).toEqual(['group g3'])
    expect(said(await letters(store))).toEqual(['keeper-accepted to stranger@example.org'])
    expect((await store.outbox.due(inMinutes(1), 9))[0]?.lang, 'in the language they asked in').toBe('cy')
    expect(await record(store)).toEqual(['accepted as desk', 'asked-to-keep'])
    const decided = await store.matters.get(matter)
    expect(decided).toMatchObject({
      state: 'decided',
      decision: 'accepted',
      decidedBy: desk.person,
      about: { email: '' },
    })
    expect(await refuseKeeper(desk, matter, 'No.', workshop)).toEqual({ is: 'decided' })
  })

  test('the desk says no, and why', async () => {
    const store = await open()
    const { workshop, who, matter } = await asked(store)
    const desk = await person(store, 'desk@example.org', ['desk'])
    expect(await refuseKeeper(desk, matter, ' ', workshop)).toEqual({ is: 'no-reason' })
    expect(await refuseKeeper(desk, matter, 'The group does not know you.', workshop)).toEqual({
      is: 'saved',
    })
    expect(await scopes(store, who)).toEqual([])
    expect((await letters(store)).map(({ kind, about }) => [kind, about['reason']])).toEqual([
      ['keeper-refused', 'The group does not know you.'],
    ])
    expect(await waysOf(store, who, 'none')).toMatchObject({ answerBy: null })
  })

  const NOT_THEIRS: [string, string[], boolean][] = [
    ['a desk elsewhere', ['desk M41'], true],
    ['a desk without a second factor', ['desk M33'], false],
    ['a link worker', ['link-worker M33'], true],
    ['a keeper of the group', ['group g3'], true],
    ['nobody in particular', [], true],
  ]
  test.for(NOT_THEIRS)('it is not for %s to decide', async ([, roles, second]) => {
    const store = await open()
    const { workshop, matter } = await asked(store)
    const who = await person(store, 'somebody@example.org', roles, { second })
    expect(await acceptKeeper(who, matter, '', workshop)).toEqual({ is: 'refused' })
    expect(await acceptKeeper(null, matter, '', workshop)).toEqual({ is: 'refused' })
    expect((await store.matters.get(matter))?.state).toBe('open')
    expect(await letters(store)).toEqual([])
  })

  test('what waits for the desk is taken back by itself when a code was quicker', async () => {
    const store = await open()
    const { workshop, who, matter } = await asked(store, 'shown')
    await askForCode(who, { listing: 'shown', lang: 'en' }, workshop)
    const [letter] = (await letters(store)).filter(({ kind }) => kind === 'keeper-code')
    const code = String(letter?.about['code'])
    expect((await keepByCode(who, { listing: 'shown', code }, workshop)).is).toBe('saved')
    expect((await store.matters.get(matter))?.state).toBe('withdrawn')
  })
})
