/** What goes with a listing that became part of another: rulings, marks of runs, what is secret, and its end. */
import { expect, test } from 'vitest'
import { pairView } from '../../src/app/desk/pair-view.ts'
import { decide } from '../../src/desk/decide.ts'
import { partListing } from '../../src/desk/match/part.ts'
import { undoRun } from '../../src/imports/undo.ts'
import { en } from '../../src/text/en.ts'
import { NOW } from '../fixtures.ts'
import { importText, LATER, list } from '../imports/workshop.ts'
import { onEachDatabase } from '../store/databases.ts'
import { ALL, asked as askedOn, COUNCIL, given, listings, matters, THERE } from './match-bench.ts'

onEachDatabase('what goes with a match', ({ empty }) => {
  const asked = async () => askedOn(await empty())

  test('of a place kept secret since they were compared nothing is said beside the other one', async () => {
    const { bench, desk, a, b } = await asked()
    const about = { a: a.id, b: b.id, score: 70, why: ['name', 'place'], against: ['other_place'] }
    const matter = { id: 'm', kind: 'match', listing: b.id, group: null, person: null, about }
    const opened = { ...matter, openedAt: NOW.toISOString(), targetOn: '2026-12-01' }
    await bench.store.act((act) => act.matters.open(opened))
    const read = async () => {
      const found = await bench.store.matters.get('m')
      const view = found && (await pairView(desk, ALL, found, 'en'))
      if (view === null || view === 'refused' || view.is !== 'two') throw new Error('no pair')
      return [view.agrees, view.differs, view.places]
    }
    const { whys, against } = en.desk.matches
    expect(await read()).toEqual([[whys['name'], whys['place']], [against['other_place']], null])
    const places = { value: [{ postcode: 'M33', masked: true }], at: NOW.toISOString() }
    await bench.store.edit({
      listing: a.id,
      revision: a.revision,
      statement: {
        listing: a.id,
        source: 'group',
        fields: { places: { ...places, by: 'group', how: 'form' } },
      },
      settled: { ...a, places: places.value },
      author: 'group',
      at: NOW.toISOString(),
    })
    expect(await read()).toEqual([[whys['name']], [], null])
  })

  test.each(['a', 'b'] as const)('erased by the id of %s, nothing of either is left', async (which) => {
    const { bench, desk, matter, a, b } = await asked()
    await decide(ALL, given(matter.id, 'same'), desk)
    const lines = async () => {
      const runs = [...(await bench.store.lastRuns(9)).values()].flat()
      return (await Promise.all(runs.map(({ id }) => bench.store.runLines(id)))).flat().length
    }
    expect(await lines()).toBe(2)
    await bench.store.erase({ a, b }[which].id, LATER.toISOString())
    for (const { id, slug } of [a, b]) {
      expect(await bench.store.byId(id)).toEqual({ is: 'erased' })
      expect(await bench.store.bySlug(slug)).toEqual({ is: 'erased' })
    }
    expect((await bench.store.changesSince(0, 99)).known).toEqual([])
    expect(await bench.store.merges(a.id)).toEqual([])
    expect(await lines()).toBe(0)
    expect((await matters(bench)).map(({ about }) => about)).toEqual([{}])
  })

  test('what the desk ruled goes where the word of its source goes', async () => {
    const { bench, desk, matter, a, b } = await asked()
    const ruled = { source: 'council', field: 'summary', offered: '"Tea"', ruling: 'keep' } as const
    const by = { at: NOW.toISOString(), person: 'all', matter: null }
    await bench.store.act((act) => act.rulings.add([{ ...ruled, ...by, listing: b.id }]))
    const on = async (id: string) => (await bench.store.rulings(id)).map(({ offered }) => offered)
    await decide(ALL, given(matter.id, 'same', a.id), desk)
    expect(await on(a.id)).toEqual(['"Tea"'])
    const revision = (await listings(bench))[0]?.revision ?? 0
    await partListing(ALL, { listing: a.id, revision, sources: ['council'] }, desk)
    expect([await on(a.id), await on(b.id)]).toEqual([[], ['"Tea"']])
  })

  test('a row that a run found back is missing again where that run is taken back after a merge', async () => {
    const { bench, desk, matter, a } = await asked()
    const read = (text: string, days: number) =>
      importText(text, bench, {
        profile: COUNCIL,
        acceptLoss: true,
        now: new Date(LATER.getTime() + days * 86_400_000),
      })
    await read(list('Other,x,M33 8YY,,'), 1)
    const found = await read(THERE, 2)
    const back = async (run: string) => (await bench.store.runCounts(run))?.back.all
    expect(await back(found.run)).toBe(1)
    await decide(ALL, given(matter.id, 'same', a.id), desk)
    await undoRun(bench.store.imports, found.run, LATER, bench.ranks)
    expect(await back((await read(THERE, 3)).run)).toBe(1)
  })
})
