/** A run is taken back by the desk: who may, in one act with its line in the record, and what stays. */
import { expect, test } from 'vitest'
import { takeBackRun, type TakenBack } from '../../src/desk/take-back-run.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Store } from '../../src/store/store.ts'
import { onEachDatabase } from '../store/databases.ts'
import { aKnownRow, anEdit, aRow, importing, only, writing } from '../store/made.ts'
import { ADMIN, DESK, KEEPER, somebody, UMBRELLA, WORKER, workshopOn } from '../workers/house.ts'

const REFUSED: [who: string, person: SignedIn | null][] = [
  ['nobody', null],
  ['a keeper', KEEPER],
  ['a link worker', WORKER],
  ['an umbrella body', UMBRELLA],
  ['the desk of an area: the run reaches into others', DESK],
  ['the desk without a second step', { ...somebody('d', 'desk'), second: false }],
]

onEachDatabase('a run taken back', ({ open }) => {
  /** The second run changes two listings; the group then changes one of them. */
  async function changed(store: Store): Promise<string> {
    await importing(store, writing([aRow('1', { summary: 'Before' }), aRow('2', { summary: 'Before' })]))
    const rows = [aKnownRow('1', 1, { summary: 'After' }), aKnownRow('2', 1, { summary: 'After' })]
    const run = await importing(store, writing(rows))
    await store.edit(anEdit('id-2', 2, { name: 'Hub 2', summary: 'The group’s own' }))
    return run
  }
  const did = async (store: Store) => (await store.audit({ limit: 9 })).map((it) => [it.did, it.about])

  test('by nobody else than the desk', async () => {
    const store = await open()
    const run = await changed(store)
    for (const [who, person] of REFUSED)
      expect([who, await takeBackRun(person, run, workshopOn(store))]).toEqual([who, { is: 'refused' }])
    expect((await store.run(run))?.state).toBe('applied')
    expect(await did(store)).toEqual([])
  })

  test('what it said goes, what people said since stays and is named before and after', async () => {
    const store = await open()
    const run = await changed(store)
    const [stays] = await store.stays(run)
    expect(stays).toMatchObject({ listing: 'id-2', field: 'summary', by: 'group' })
    const taken = await takeBackRun(somebody('desk', 'desk'), run, workshopOn(store))
    expect(taken).toMatchObject({ is: 'taken-back', kept: [stays] })
    expect((await only(store, 'id-1')).listing.summary).toBe('Before')
    expect((await only(store, 'id-2')).listing.summary).toBe('The group’s own')
    expect(await did(store)).toEqual([['took-back-run', run]])
    expect(await store.stays(run)).toEqual([stays])
  })

  test('once: a second time, and two at once, change nothing more', async () => {
    const store = await open()
    const run = await changed(store)
    const both = await Promise.all([1, 2].map(() => takeBackRun(ADMIN, run, workshopOn(store))))
    expect(both.map(({ is }: TakenBack) => is).sort()).toEqual(['before', 'taken-back'])
    const before = await store.lastChange()
    expect(await takeBackRun(ADMIN, run, workshopOn(store))).toEqual({ is: 'before' })
    expect(await takeBackRun(ADMIN, 'no-such-run', workshopOn(store))).toEqual({ is: 'unknown' })
    expect(await store.lastChange()).toBe(before)
    expect(await did(store)).toHaveLength(1)
  })
})
