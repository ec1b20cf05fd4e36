/** The desk says whether somebody who had a grant is a group here: what that does, and who may say it. */
import { expect, test } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import type { DecisionGiven } from '../../src/desk/decision.ts'
import type { AboutOf } from '../../src/desk/kinds.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Award } from '../../src/funding/award.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aNew, AT, importing } from '../store/made.ts'
import { DESK, KEEPER, somebody, WORKER, workshopOn } from '../workers/house.ts'

const FAR = somebody('far', 'desk M41')
const place = { places: [{ postcode: 'M33 2AB' }] }

type About = AboutOf<'same-group'>
const about = (group: About['group'], listing: string, ...ids: string[]): About => ({
  group,
  listings: [{ id: listing, name: 'Kettle On', postcodes: ['M33 2AB'] }],
  org: { id: ids[0] ?? '', ids, name: 'Kettle On Ltd', postcode: null },
  told: 'hubs',
  why: 'grants',
  grants: { count: 1, funders: ['The Tea Fund'], pence: 100, endsOn: '2027-03-31' },
})
const award: Omit<Award, 'source'> = {
  ...{ id: '360G-tea-1', title: 'Tea', funder: 'The Tea Fund', funderId: null, amountPence: 100 },
  ...{ awardedOn: '2026-04-01', startsOn: '2026-04-01', endsOn: '2027-03-31' },
  recipient: { name: 'Kettle On Ltd', ids: ['GB-CHC-1', '360G-tea-kettle'], postcode: null },
}

/** "grouped" is run by g1, "alone" by nobody; each is asked about, "grouped" under two numbers. */
async function desk(store: Store) {
  const group = { id: 'g1', name: 'Kettle Friends', org_ids: ['GB-COH-00000007'] }
  await store.add([aNew('grouped', place, { group }), aNew('alone', place, { group: null })])
  await importing(store, (tx) => tx.awards.write([{ award, hash: '1', known: undefined }]))
  const g1 = { id: 'g1', name: 'Kettle Friends', ids: [] }
  await store.act(async ({ matters }) => {
    const open = (id: string, listing: string, group: string | null, said: About) =>
      matters.open({
        ...{ id, kind: 'same-group', listing, group, person: null },
        ...{ openedAt: AT, targetOn: '2026-12-13', about: said },
      })
    await open('m1', 'grouped', 'g1', about(g1, 'grouped', 'GB-CHC-1', '360G-tea-kettle'))
    await open('m2', 'grouped', 'g1', about(g1, 'grouped', '360G-tea-kettle'))
    await open('m3', 'grouped', 'g1', about(g1, 'grouped', 'GB-CHC-2'))
    await open('m4', 'alone', null, about(null, 'alone', 'GB-CHC-1', '360G-tea-kettle'))
  })
  return workshopOn(store)
}
const given = (matter: string, decision: string): DecisionGiven => ({
  ...{ matter, decision, reason: '', how: null, endedOn: null, despite: [] },
})
const stateOf = async (store: Store, id: string) => (await store.matters.get(id))?.decision ?? 'open'

onEachDatabase('the same group or another', ({ open }) => {
  test('only the desk of the place decides', async () => {
    const workshop = await desk(await open())
    for (const [who, person, is] of [
      ['nobody', null, 'refused'],
      ['a keeper', KEEPER, 'refused'],
      ['a link worker', WORKER, 'refused'],
      ['another desk', FAR, 'refused'],
      ['the desk', DESK, 'decided'],
    ] satisfies [string, SignedIn | null, string][]) {
      const decided = await decide(person, given('m1', 'same'), workshop)
      expect([who, decided.is]).toEqual([who, is])
      expect(await stateOf(workshop.store, 'm1')).toBe(is === 'decided' ? 'same' : 'open')
    }
  })

  test('the same: the group has the numbers and the grants, and is not asked again about them', async () => {
    const store = await open()
    const workshop = await desk(store)
    const before = await store.lastChange()
    expect(await decide(DESK, given('m1', 'same'), workshop)).toEqual({ is: 'decided' })
    expect((await store.group('g1'))?.org_ids).toEqual(['GB-COH-00000007', 'GB-CHC-1', '360G-tea-kettle'])
    expect((await store.awards.ofGroups(['g1'])).get('g1')?.map(({ id }) => id)).toEqual(['360G-tea-1'])
    expect((await store.changesSince(before, 10)).known.map(({ listing }) => listing.id)).toEqual(['grouped'])
    expect([await stateOf(store, 'm2'), await stateOf(store, 'm3')]).toEqual(['same', 'open'])
    const [entry] = await store.audit({ limit: 1 })
    expect(entry).toMatchObject({
      did: 'same-group',
      person: 'desk',
      group: 'g1',
      listing: 'grouped',
      about: 'm1',
    })
    expect(await decide(DESK, given('m1', 'different'), workshop)).toEqual({ is: 'before' })
  })

  test('the same: what a register holds against the number is told at once', async () => {
    const store = await open()
    const workshop = await desk(store)
    const entry = {
      ...{
        org_id: 'GB-CHC-1',
        name: 'KETTLE ON',
        state: 'removed' as const,
        registered_on: null,
        ended_on: '2026-05-01',
      },
      ...{ insolvent: false, dissolved: false, overdue: false, accounts_to: null, successor: null },
      ...{ successor_name: null, company: null, postcode: null, website: null, twin: null, hash: '1' },
    }
    await importing(store, (tx) => tx.registers('charity-commission', AT).putEntries([entry]))
    await decide(DESK, given('m1', 'same'), workshop)
    const [known] = await store.listings(['grouped'])
    expect(known?.signals.map(({ kind }) => kind)).toEqual(['removed-from-register'])
  })

  test('the same, where nobody ran it: a group of its name is made', async () => {
    const store = await open()
    const workshop = await desk(store)
    expect(await decide(DESK, given('m4', 'same'), workshop)).toEqual({ is: 'decided' })
    const [known] = await store.listings(['alone'])
    const id = known?.listing.group?.id ?? ''
    expect(await store.group(id)).toEqual({
      ...{ id, name: 'Kettle alone', org_ids: ['GB-CHC-1', '360G-tea-kettle'] },
    })
    expect((await store.awards.ofGroups([id])).get(id)?.length).toBe(1)
  })

  test('the same, where nobody ran it but a register knows the number: that group runs it from now on', async () => {
    const store = await open()
    const workshop = await desk(store)
    await store.act(({ groups }) => groups.put([{ id: 'told', name: 'KETTLE ON', org_ids: ['GB-CHC-1'] }]))
    expect(await decide(DESK, given('m4', 'same'), workshop)).toEqual({ is: 'decided' })
    const [known] = await store.listings(['alone'])
    expect(known?.listing.group).toEqual({ id: 'told', name: 'KETTLE ON' })
    expect((await store.group('told'))?.org_ids).toEqual(['GB-CHC-1', '360G-tea-kettle'])
  })

  test('different: nothing changes but that it is remembered', async () => {
    const store = await open()
    const workshop = await desk(store)
    const before = await store.lastChange()
    expect(await decide(DESK, given('m1', 'different'), workshop)).toEqual({ is: 'decided' })
    expect(await store.lastChange()).toBe(before)
    expect([await stateOf(store, 'm1'), await stateOf(store, 'm2')]).toEqual(['different', 'open'])
    expect((await store.audit({ limit: 1 }))[0]).toMatchObject({ did: 'other-group' })
  })
})
