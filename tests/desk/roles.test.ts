/** Roles given and ended by an administrator, who has just typed in a code; whose desk role ends is signed out. */
import { expect, test } from 'vitest'
import { endRole, giveRole, type RoleGiven } from '../../src/desk/roles-use.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import { onEachDatabase } from '../store/databases.ts'
import { ADMIN, DESK, furnished, KEEPER, NOW, somebody, WORKER } from '../workers/house.ts'

const FRESH: SignedIn = { ...ADMIN, checkedAt: NOW.toISOString() }
const STALE: SignedIn = { ...ADMIN, checkedAt: '2026-11-22T09:00:00.000Z' }
const given = (over: Partial<RoleGiven> = {}): RoleGiven => ({
  email: 'new@example.org',
  role: 'link-worker',
  scope: 'm33',
  ...over,
})

onEachDatabase('roles', ({ open }) => {
  test('who may give which, and what is wrong with one', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await store.act((act) =>
      act.umbrellas.put({ id: 'u1', name: 'Thrive', website: null, madeAt: NOW.toISOString() }),
    )
    const cases: [who: SignedIn | null, over: Partial<RoleGiven>, outcome: object][] = [
      [null, {}, { is: 'refused' }],
      [KEEPER, {}, { is: 'refused' }],
      [WORKER, {}, { is: 'refused' }],
      [DESK, {}, { is: 'refused' }],
      [{ ...FRESH, second: false }, {}, { is: 'refused' }],
      [STALE, {}, { is: 'check' }],
      [FRESH, { email: 'nobody' }, { is: 'wrong', field: 'email' }],
      [FRESH, { role: 'group' as 'desk' }, { is: 'wrong', field: 'role' }],
      [FRESH, { scope: 'Sale' }, { is: 'wrong', field: 'scope' }],
      [FRESH, { role: 'umbrella', scope: '' }, { is: 'wrong', field: 'scope' }],
      [FRESH, { role: 'umbrella', scope: 'u2' }, { is: 'wrong', field: 'scope' }],
      [FRESH, {}, { is: 'given' }],
      [FRESH, { role: 'umbrella', scope: 'u1' }, { is: 'given' }],
      [FRESH, { role: 'desk', scope: '' }, { is: 'given' }],
      [FRESH, { role: 'administrator', scope: 'M33' }, { is: 'given' }],
    ]
    for (const [who, over, outcome] of cases)
      expect([over, await giveRole(who, given(over), workshop)]).toEqual([over, outcome])
    const person = await store.people.byEmail('new@example.org')
    const held = await store.grants.of(person?.id ?? '')
    expect(held.map(({ role, scope, givenBy }) => [role, scope, givenBy]).sort()).toEqual([
      ['administrator', null, 'admin'],
      ['desk', null, 'admin'],
      ['link-worker', 'M33', 'admin'],
      ['umbrella', 'u1', 'admin'],
    ])
    expect((await store.audit({ limit: 9 })).filter(({ did }) => did === 'gave-role')).toHaveLength(4)
  })

  test('a role ends once; nobody ends their own last administrator role', async () => {
    const store = await open()
    const workshop = await furnished(store)
    await giveRole(FRESH, given({ role: 'desk', scope: '' }), workshop)
    const person = (await store.people.byEmail('new@example.org'))?.id ?? ''
    const [grant] = await store.grants.of(person)
    const ending = { grant: grant?.id ?? '', person }
    expect(await endRole(DESK, ending, workshop)).toEqual({ is: 'refused' })
    expect(await endRole(STALE, ending, workshop)).toEqual({ is: 'check' })
    expect(await endRole(FRESH, ending, workshop)).toEqual({ is: 'ended' })
    expect(await endRole(FRESH, ending, workshop)).toEqual({ is: 'unknown' })
    expect(await store.grants.of(person)).toEqual([])
    const own = { id: 'own', role: 'administrator', scope: null } as const
    await store.act((act) =>
      act.grants.give({ ...own, person: 'admin', givenAt: NOW.toISOString(), givenBy: null, endedAt: null }),
    )
    expect(await endRole(FRESH, { grant: 'own', person: 'admin' }, workshop)).toEqual({ is: 'own' })
    const other: SignedIn = { ...somebody('other-admin', 'administrator'), checkedAt: NOW.toISOString() }
    expect(await endRole(other, { grant: 'own', person: 'admin' }, workshop)).toEqual({ is: 'ended' })
  })
})
