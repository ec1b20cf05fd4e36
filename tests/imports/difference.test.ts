/** What a run would change or did, line by line, and what becomes of what people said. */
import { expect, test } from 'vitest'
import type { Difference, RunLine } from '../../src/store/runs/run-line.ts'
import { restated, type Changes, type Writer } from '../../src/upkeep/restate.ts'
import { undoRun } from '../../src/imports/undo.ts'
import { NOW } from '../fixtures.ts'
import { A, B, C, D, E, all, importText, list, plain, workshop, type Bench } from './workshop.ts'

const day = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000)

/** A person says something of a listing, found by its name. */
async function says(
  bench: Bench,
  name: string,
  changes: Changes,
  at: Date,
  by: Writer = 'group',
): Promise<void> {
  const known = (await all(bench.store)).find(({ listing }) => listing.name === name)
  if (known === undefined) throw new Error(`no listing ${name}`)
  const { id: listing, revision } = known.listing
  const said = restated(
    await bench.store.statements(listing),
    { listing, by, how: 'form', at: at.toISOString() },
    changes,
    bench.ranks,
  )
  if (said.is !== 'restated') throw new Error('nameless')
  const { statement, settled } = said
  await bench.store.edit({ listing, revision, statement, settled, author: by, at: at.toISOString() })
}

const short = ({ is, name, changes }: RunLine) => [is, name, ...changes.map(({ field }) => field)]
const linesOf = async (bench: Bench, run: string) => (await bench.store.runLines(run)).map(short)
const phone = (number: string) => ({ number, visible: true })
const KETTLE_MOVED = A.replace('0001', '0009')

test('added, changed field by field with who said the old, missing, back', async () => {
  const bench = await workshop()
  const first = await importText(list(A, B, C, D, E), bench)
  expect(await linesOf(bench, first.run)).toEqual(
    ['Kettle On', 'Sale Singers', 'Walk and Talk', 'Men in Sheds', 'Knit and Natter'].map((it) => [
      'added',
      it,
    ]),
  )
  const second = await importText(list(KETTLE_MOVED, B, C, D), bench, { now: day(1) })
  expect(await linesOf(bench, second.run)).toEqual([
    ['changed', 'Kettle On', 'phone'],
    ['missing', 'Knit and Natter'],
  ])
  expect((await bench.store.runLines(second.run, { is: 'changed' }))[0]?.changes).toEqual([
    {
      field: 'phone',
      from: phone('0161 496 0001'),
      to: phone('0161 496 0009'),
      said: { source: 'a-list', by: 'source', at: NOW.toISOString() },
      hidden: false,
    },
  ])
  expect(await bench.store.runCounts(second.run)).toMatchObject({
    added: { all: 0, kept: 0 },
    changed: { all: 1, kept: 1 },
    missing: { all: 1, kept: 1 },
  })
  const third = await importText(list(KETTLE_MOVED, B, C, D, E), bench, { now: day(2) })
  expect(await linesOf(bench, third.run)).toEqual([['back', 'Knit and Natter']])
})

test('a dry run tells it and keeps nothing; a refused run keeps it', async () => {
  const bench = await workshop()
  await importText(list(A, B, C, D, E), bench)
  const told: Difference[] = []
  const dry = await importText(list(KETTLE_MOVED), bench, {
    dryRun: true,
    now: day(1),
    difference: (it) => void told.push(it),
  })
  expect(told[0]?.counts).toMatchObject({ changed: 1, missing: 4 })
  expect(await bench.store.runLines(dry.run)).toEqual([])
  const refused = await importText(list(KETTLE_MOVED, 'New one,x,M33 7GG,,'), bench, { now: day(1) })
  expect(refused.state).toBe('refused')
  const lines = await bench.store.runLines(refused.run)
  expect(lines.map(short).slice(0, 2)).toEqual([
    ['changed', 'Kettle On', 'phone'],
    ['added', 'New one'],
  ])
  expect(lines.find(({ is }) => is === 'added')?.listing).toBeNull()
  expect(lines.filter(({ is }) => is === 'missing')).toHaveLength(4)
  expect((await all(bench.store)).find(({ listing }) => listing.name === 'Kettle On')?.listing.phone).toEqual(
    phone('0161 496 0001'),
  )
})

test('of a long file five hundred lines of a kind are kept, and all are counted', async () => {
  const bench = await workshop()
  const rows = Array.from({ length: 700 }, (_, i) => `Group ${i},words,M33 2AB,,`)
  const report = await importText(list(...rows), bench)
  expect(await bench.store.runCounts(report.run)).toMatchObject({ added: { all: 700, kept: 500 } })
  expect(await bench.store.runLines(report.run, { after: 400, limit: 1000 })).toHaveLength(100)
})

test('more than five rows in a hundred refused: it stops and asks', async () => {
  const bench = await workshop()
  const good = Array.from({ length: 28 }, (_, i) => `Group ${i},words,M33 2AB,,`)
  const bad = [',x,M33 2AC,,', ',y,M33 2AD,,']
  const report = await importText(list(...good, ...bad), bench)
  expect(report).toMatchObject({
    state: 'refused',
    why: expect.stringContaining('2 of the 30 records cannot be used'),
    listings: { refused: 2 },
  })
  expect(await bench.store.count()).toMatchObject({ all: 0 })
  expect((await importText(list(...good, ...bad), bench, { acceptLoss: true })).state).toBe('applied')
})

const openConflicts = (bench: Bench) => bench.store.matters.list({ state: 'open', kind: 'conflict' })

test('what a person said is never overwritten: one matter a listing and source, said anew, withdrawn', async () => {
  const bench = await workshop()
  await importText(list(A, B), bench)
  await says(bench, 'Kettle On', { phone: phone('0161 496 0100'), first_time: 'Come in.' }, day(1))
  // The file goes on as it was: that is a correction, no conflict.
  await importText(list(A, B), bench, { now: day(2) })
  expect(await openConflicts(bench)).toEqual([])
  const run = await importText(list(KETTLE_MOVED, B), bench, { now: day(3) })
  expect(await linesOf(bench, run.run)).toEqual([['conflict', 'Kettle On', 'phone']])
  const [matter, ...others] = await openConflicts(bench)
  expect(others).toEqual([])
  expect(matter?.about).toEqual({
    source: 'a-list',
    name: 'A list',
    fields: [
      {
        field: 'phone',
        shown: phone('0161 496 0100'),
        by: 'group',
        said_at: day(1).toISOString(),
        offered: phone('0161 496 0009'),
        offered_at: day(3).toISOString(),
      },
    ],
  })
  const kettle = (await all(bench.store)).find(({ listing }) => listing.name === 'Kettle On')
  expect(kettle?.listing.phone).toEqual(phone('0161 496 0100'))
  await importText(list(KETTLE_MOVED, B), bench, { now: day(4) })
  expect(await openConflicts(bench)).toHaveLength(1)
  const again = await importText(list(A.replace('0001', '0777'), B), bench, { now: day(5) })
  const [anew] = await openConflicts(bench)
  expect(anew?.id).toBe(matter?.id)
  expect(anew?.about).toMatchObject({ fields: [{ offered: phone('0161 496 0777') }] })
  // Taken back, the matter says what it said before.
  await undoRun(bench.store.imports, again.run, day(6), bench.ranks)
  expect((await openConflicts(bench))[0]?.about).toMatchObject({
    fields: [{ offered: phone('0161 496 0009') }],
  })
  // The same number in other signs is the same number.
  const agreed = await importText(list(A.replace('0161 496 0001', '+44 161 4960100'), B), bench, {
    now: day(7),
  })
  expect(await openConflicts(bench)).toEqual([])
  await undoRun(bench.store.imports, agreed.run, day(8), bench.ranks)
  expect(await openConflicts(bench)).toHaveLength(1)
})

test('whoever speaks anew ends the conflict with the next run', async () => {
  const bench = await workshop()
  await importText(list(A, B), bench)
  await says(bench, 'Kettle On', { phone: phone('0161 496 0100') }, day(1))
  await importText(list(KETTLE_MOVED, B), bench, { now: day(2) })
  await says(bench, 'Kettle On', { phone: phone('0161 496 0200') }, day(3), 'desk')
  expect(await openConflicts(bench)).toHaveLength(1)
  await importText(list(KETTLE_MOVED, B), bench, { now: day(4) })
  expect(await openConflicts(bench)).toEqual([])
})

const signals = async (bench: Bench, name: string) =>
  (await all(bench.store)).find(({ listing }) => listing.name === name)?.signals.map(({ kind }) => kind)

test('missing twice in a row and for fourteen days is a signal; back again it is over; undone it stands again', async () => {
  const bench = await workshop()
  const file = list(A, B, C, D, E)
  const without = list(A, B, C, D)
  await importText(file, bench)
  await importText(without, bench, { now: day(1) })
  await importText(without, bench, { now: day(14) })
  expect(await signals(bench, 'Knit and Natter')).toEqual([])
  const raised = await importText(without, bench, { now: day(15) })
  expect(await signals(bench, 'Knit and Natter')).toEqual(['missing-from-source'])
  const waiting = () => bench.store.matters.list({ state: 'open', kind: 'signal' })
  expect(await waiting()).toMatchObject([{ about: { kind: 'missing-from-source' } }])
  await importText(without, bench, { now: day(16) })
  expect(await waiting()).toHaveLength(1)
  const back = await importText(file, bench, { now: day(17) })
  expect(await linesOf(bench, back.run)).toEqual([['back', 'Knit and Natter']])
  expect([await signals(bench, 'Knit and Natter'), await waiting()]).toEqual([[], []])
  await undoRun(bench.store.imports, back.run, day(18), bench.ranks)
  expect(await signals(bench, 'Knit and Natter')).toEqual(['missing-from-source'])
  expect(await waiting()).toHaveLength(1)
  await undoRun(bench.store.imports, raised.run, day(18), bench.ranks)
  expect([await signals(bench, 'Knit and Natter'), await waiting()]).toEqual([[], []])
})

const QUIET: [why: string, prepare: (bench: Bench) => Promise<void>][] = [
  [
    'another source still tells of it',
    async (bench) =>
      void (await importText(list(E), bench, { profile: plain({ source: { id: 'other', name: 'Other' } }) })),
  ],
  [
    'somebody who knows confirmed it since',
    async (bench) => {
      const known = (await all(bench.store)).find(({ listing }) => listing.name === 'Knit and Natter')
      const { id: listing = '', revision = 0 } = known?.listing ?? {}
      const at = day(5).toISOString()
      await bench.store.confirm([
        { id: 'c', listing, at, by: 'link-worker', source: null, how: 'phone', revision },
      ])
    },
  ],
]
test.each(QUIET)('missing, but %s: no signal', async (_, prepare) => {
  const bench = await workshop()
  await importText(list(A, B, C, D, E), bench)
  await prepare(bench)
  for (const n of [1, 16]) await importText(list(A, B, C, D), bench, { now: day(n) })
  expect(await signals(bench, 'Knit and Natter')).toEqual([])
})

test('what the desk found to be nothing is not raised again', async () => {
  const bench = await workshop()
  await importText(list(A, B, C, D, E), bench)
  for (const n of [1, 16]) await importText(list(A, B, C, D), bench, { now: day(n) })
  const known = (await all(bench.store)).find(({ listing }) => listing.name === 'Knit and Natter')
  const clearedAt = day(17).toISOString()
  await bench.store.raise((known?.signals ?? []).map((it) => ({ ...it, clearedAt })))
  await importText(list(A, B, C, D), bench, { now: day(20) })
  expect(await signals(bench, 'Knit and Natter')).toEqual([])
})
