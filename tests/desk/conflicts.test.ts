/** The desk rules on what a source says otherwise than a person, field by field; from a real run to the next one. */
import { expect, test } from 'vitest'
import { decide } from '../../src/desk/decide.ts'
import type { DecisionGiven } from '../../src/desk/decision.ts'
import { undoRun } from '../../src/imports/undo.ts'
import type { Store } from '../../src/store/store.ts'
import { writeClaims } from '../../src/upkeep/edit/write-change.ts'
import type { Workshop } from '../../src/upkeep/workshop.ts'
import { importText, list, workshop, type Bench } from '../imports/workshop.ts'
import { onEachDatabase } from '../store/databases.ts'
import { somebody, workshopOn } from '../workers/house.ts'
import { NOW } from '../fixtures.ts'

const DESK = somebody('desk', 'desk')
const FAR = somebody('far', 'desk M41')
const KEEPER = somebody('keeper', 'group g1')
const day = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000)
const row = (phone: string, words: string) => list(`Kettle On,${words},M33 2AB,0161 496 ${phone},`)

async function stage(store: Store) {
  const bench: Bench = { ...(await workshop()), store }
  let now = day(1)
  const house: Workshop = workshopOn(store, () => now)
  const reads = async (n: number, phone: string, words: string) => {
    now = day(n)
    return importText(row(phone, words), bench, { now })
  }
  await reads(0, '0001', 'Tea')
  const [known] = (await store.changesSince(-1, 9)).known
  const id = known?.listing.id ?? ''
  const shown = async () => {
    const [one] = await store.listings([id])
    return [one?.listing.phone?.number.slice(-4), one?.listing.description]
  }
  const says = async (
    n: number,
    to: { phone?: string; description?: string },
    by: 'group' | 'desk' = 'group',
  ) => {
    now = day(n)
    const changes = [
      ...(to.phone === undefined
        ? []
        : [{ field: 'phone' as const, to: { number: `0161 496 ${to.phone}`, visible: true } }]),
      ...(to.description === undefined ? [] : [{ field: 'description' as const, to: to.description }]),
    ]
    await store.act(async (act) => {
      const found = await act.byId(id)
      if (found.is !== 'listing') throw new Error('gone')
      await writeClaims({ act, by, role: by, known: found.known, at: now, workshop: house }, changes)
    })
  }
  const open = () => store.matters.list({ state: 'open', kind: 'conflict' })
  const rules = async (n: number, rulings: DecisionGiven['rulings'], who = DESK) => {
    now = day(n)
    const [matter] = await open()
    const given = {
      matter: matter?.id ?? '',
      decision: 'ruled',
      reason: '',
      how: null,
      endedOn: null,
      despite: [],
    }
    return (await decide(who, { ...given, rulings }, house)).is
  }
  await says(1, { phone: '0100', description: 'Cake' })
  await reads(2, '0002', 'Tea and biscuits')
  return { store, bench, id, shown, says, reads, open, rules }
}

onEachDatabase('conflicts at the desk', ({ open: aStore }) => {
  test('kept: what is shown stays, and the same words are never asked again', async () => {
    const { shown, reads, open, rules, store, id } = await stage(await aStore())
    expect((await open())[0]?.about).toMatchObject({ fields: [{ field: 'description' }, { field: 'phone' }] })
    expect(await rules(3, {})).toBe('decided')
    expect(await shown()).toEqual(['0100', 'Cake'])
    expect((await store.rulings(id)).map(({ field, ruling }) => [field, ruling])).toEqual([
      ['description', 'keep'],
      ['phone', 'keep'],
    ])
    await reads(4, '0001', 'Tea and biscuits')
    expect((await open())[0]?.about).toMatchObject({ fields: [{ field: 'phone' }] })
    await reads(5, '0002', 'Tea and biscuits')
    expect(await open()).toEqual([])
  })

  test('taken: it counts from then on, until a person says it anew; later words of the source are asked again', async () => {
    const { shown, reads, open, rules, says, store, id } = await stage(await aStore())
    expect(await rules(3, { phone: 'take', description: 'keep' })).toBe('decided')
    expect(await shown()).toEqual(['0002', 'Cake'])
    expect((await store.revisions(id))[0]).toMatchObject({ author: 'desk', changes: [{ field: 'phone' }] })
    const [decided] = await store.matters.list({ state: 'decided', kind: 'conflict' })
    expect(decided).toMatchObject({
      decision: 'ruled',
      about: { fields: [{ ruling: 'keep' }, { ruling: 'take' }] },
    })
    await reads(4, '0003', 'Tea and biscuits')
    expect(await shown()).toEqual(['0002', 'Cake'])
    expect((await open())[0]?.about).toMatchObject({ fields: [{ field: 'phone', by: 'desk' }] })
    await says(5, { phone: '0500' })
    expect(await shown()).toEqual(['0500', 'Cake'])
  })

  test('always: the source counts for the field as it goes on, until a person says it anew', async () => {
    const { shown, reads, open, rules, says, bench } = await stage(await aStore())
    expect(await rules(3, { phone: 'always' })).toBe('decided')
    const run = await reads(4, '0003', 'Tea and biscuits')
    expect([await shown(), await open()]).toEqual([['0003', 'Cake'], []])
    await undoRun(bench.store.imports, run.run, day(5), bench.ranks)
    expect(await shown()).toEqual(['0002', 'Cake'])
    await says(6, { phone: '0600' })
    await reads(7, '0007', 'Tea and biscuits')
    expect(await shown()).toEqual(['0600', 'Cake'])
    expect(await open()).toHaveLength(1)
  })

  test('the desk decides nothing that it has not seen', async () => {
    const { shown, open, rules, says } = await stage(await aStore())
    await says(3, { phone: '0300' })
    expect(await rules(4, { phone: 'take', description: 'take' })).toBe('stale')
    expect(await shown()).toEqual(['0300', 'Cake'])
    expect((await open())[0]?.about).toMatchObject({ fields: [{ field: 'description' }] })
    await says(5, { description: 'Scones' })
    expect(await rules(6, { description: 'take' })).toBe('before')
    expect(await open()).toEqual([])
  })

  test('nobody but the desk of its area rules, and a ruling is one of three words', async () => {
    const { rules, open, shown } = await stage(await aStore())
    expect([await rules(3, { phone: 'take' }, FAR), await rules(3, { phone: 'take' }, KEEPER)]).toEqual([
      'refused',
      'refused',
    ])
    const wrong = { phone: 'perhaps' } as unknown as DecisionGiven['rulings']
    expect(await rules(3, wrong)).toBe('needs')
    expect([await shown(), (await open()).length]).toEqual([['0100', 'Cake'], 1])
  })
})
