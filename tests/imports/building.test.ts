/** Many groups in one building stay many; what becomes alike later is asked about. */
import { expect, test } from 'vitest'
import { undoRun } from '../../src/imports/undo.ts'
import { all, counts, importText, LATER, list, plain, workshop } from './workshop.ts'

const COUNCIL = plain({ source: { id: 'council', name: 'Council list' } })
const THIRD = plain({ source: { id: 'third', name: 'Third list' } })
const NAMES = [
  'Kettle',
  'Willow',
  'Harbour',
  'Lantern',
  'Orchard',
  'Beacon',
  'Meadow',
  'Copper',
  'Linden',
  'Juniper',
]
const PLACES = ['Mill', 'Bridge', 'Tower', 'Garden', 'Quay', 'Forge']

test('sixty groups in one building stay sixty', async () => {
  const bench = await workshop()
  const rows = (words: string) =>
    list(
      ...Array.from(
        { length: 60 },
        (_, i) => `${NAMES[i % 10]} ${PLACES[Math.floor(i / 10)]} ${words},x,M33 2AB,,`,
      ),
    )
  await importText(rows('Circle'), bench)
  expect(counts(await importText(rows('Choir'), bench, { profile: COUNCIL }))).toMatchObject({
    added: 60,
    changed: 0,
  })
  expect(counts(await importText(rows('Circle'), bench, { profile: THIRD }))).toMatchObject({
    added: 0,
    changed: 60,
  })
})

test('two that become alike later are asked about', async () => {
  const bench = await workshop()
  await importText(list('Kettle On,Tea,M33 2AB,0161 496 0001,'), bench)
  const early = list('Kettle On,Tea,,0161 496 0999,')
  const keyed = { ...COUNCIL, key: { columns: ['name'] } }
  await importText(early, bench, { profile: keyed })
  expect(await bench.store.matters.list({ kind: 'match' })).toEqual([])
  await importText(early.replace('0999', '0001'), bench, { profile: keyed, now: LATER })
  expect(await bench.store.matters.list({ kind: 'match' })).toHaveLength(1)
  expect(await all(bench.store)).toHaveLength(2)
})

test('a run taken back takes what it asked along, and asks again when it is made again', async () => {
  const bench = await workshop()
  const matters = async () => (await bench.store.matters.list({ kind: 'match' })).map(({ state }) => state)
  await importText(list('Kettle On,Tea,M33 2AB,0161 496 0001,'), bench)
  const { run } = await importText(list('Kettle On,Cake,,0161 496 0001,'), bench, { profile: COUNCIL })
  expect(await matters()).toEqual(['open'])
  await undoRun(bench.store.imports, run, LATER, bench.ranks)
  expect(await matters()).toEqual(['withdrawn'])
  await importText(list('Kettle On,Buns,,0161 496 0001,'), bench, { profile: COUNCIL, now: LATER })
  expect(await matters()).toEqual(['open'])
})
