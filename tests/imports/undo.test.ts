/** Runs taken back in any order lead to what was before them, but for what people changed since. */
import { expect, test } from 'vitest'
import { undoRun } from '../../src/imports/undo.ts'
import type { FieldName } from '../../src/listings/listing.ts'
import { restated, type Changes, type Writer } from '../../src/upkeep/restate.ts'
import { NOW } from '../fixtures.ts'
import { all, importText, plain, workshop, type Bench } from './workshop.ts'

const HEADER = 'name,description,postcode,phone,times,group,lat,lng,checked'
const PROFILE = plain({
  fields: {
    name: { from: 'name' },
    description: { from: 'description' },
    'place.postcode': { from: 'postcode' },
    'place.lat': { from: 'lat' },
    'place.lng': { from: 'lng' },
    'phone.number': { from: 'phone', transforms: ['phone'] },
    times_words: { from: 'times' },
    'group.name': { from: 'group' },
  },
  checked: { column: 'checked', format: 'iso' },
})
const NAMES = ['Kettle On', 'Sale Singers', 'Walk and Talk', 'Men in Sheds', 'Knit and Natter', 'Chess Club']
const day = (n: number): Date => new Date(NOW.getTime() + n * 86_400_000)

/** mulberry32: the same numbers for the same seed. */
function random(seed: number): (below: number) => number {
  let a = seed
  return (below) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function someFile(pick: (below: number) => number, names: readonly string[]): string {
  const rows = names
    .filter(() => pick(4) > 0)
    .map((name) =>
      [
        name,
        `Words ${pick(3)}`,
        `M33 ${NAMES.indexOf(name) + 1}AB`,
        `0161 496 000${pick(3)}`,
        pick(2) ? 'Tuesday 10am-12pm' : '',
        `Friends ${pick(2)}`,
        pick(2) ? `53.4${pick(3)}` : '',
        '-2.31',
        pick(3) ? '' : `2026-11-0${1 + pick(3)}`,
      ].join(','),
    )
  return [HEADER, ...rows].join('\n')
}

const read = (bench: Bench, text: string, n: number) =>
  importText(text, bench, { profile: PROFILE, now: day(n), acceptLoss: true })

/** Whatever of the directory a run may touch, of those listings that were there in the beginning. */
async function state(bench: Bench) {
  const { store } = bench
  const names = new Set(NAMES.slice(0, 4))
  const known = (await all(store)).filter(({ listing }) => names.has(listing.name))
  const listings = await Promise.all(
    known.map(async ({ listing, confirmation, signals, sources }) => {
      const { revision: _r, change: _c, editedAt: _e, ...said } = listing
      const statements = await store.statements(listing.id)
      const mine = statements.filter(({ source }) => source === 'a-list')
      return {
        said,
        confirmation: confirmation?.at ?? null,
        signals: signals.map(({ kind }) => kind),
        sources,
        mine,
      }
    }),
  )
  const matters = (await store.matters.list({ state: 'open' })).map(({ kind, listing, about }) => ({
    kind,
    listing,
    about: kind === 'signal' ? null : about,
  }))
  const points = await store.places.postcodes(NAMES.map((_, i) => `M33 ${i + 1}AB`))
  const taught = [...points.values()].sort((a, b) => (a.postcode < b.postcode ? -1 : 1))
  return { listings: listings.sort((a, b) => (a.said.name < b.said.name ? -1 : 1)), matters, taught }
}

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1)

test.each(SEEDS)('runs taken back in any order, seed %i', async (seed) => {
  const pick = random(seed)
  const bench = await workshop()
  await read(
    bench,
    someFile(() => 1, NAMES.slice(0, 4)),
    0,
  )
  await read(bench, someFile(pick, NAMES.slice(0, 4)), 1)
  const before = await state(bench)
  const runs: string[] = []
  for (let i = 0; i < 4; i++) runs.push((await read(bench, someFile(pick, NAMES), 10 + 16 * i)).run)
  while (runs.length > 0) {
    const [run = ''] = runs.splice(pick(runs.length), 1)
    expect(await undoRun(bench.store.imports, run, day(90), bench.ranks)).toMatchObject({ kept: [] })
  }
  expect(await state(bench)).toEqual(before)
  const added = (await all(bench.store)).filter(({ listing }) => NAMES.slice(4).includes(listing.name))
  expect(added.filter(({ listing }) => listing.status === 'published')).toEqual([])
})

const WRITERS: readonly Writer[] = ['group', 'desk', 'link-worker']

test.each(SEEDS)('what people say between runs stays, and is told, seed %i', async (seed) => {
  const pick = random(1000 + seed)
  const bench = await workshop()
  await read(
    bench,
    someFile(() => 1, NAMES.slice(0, 4)),
    0,
  )
  const before = await state(bench)
  const runs: string[] = []
  const spoken = new Map<string, Set<FieldName>>()
  for (let i = 0; i < 3; i++) {
    runs.push((await read(bench, someFile(pick, NAMES.slice(0, 4)), 10 + 16 * i)).run)
    const known = await all(bench.store)
    const one = known[pick(known.length)]
    if (one === undefined) continue
    const at = day(11 + 16 * i).toISOString()
    const changes: Changes = pick(2)
      ? { phone: { number: `0161 496 01${seed % 10}${i}`, visible: true } }
      : { description: `Said by people ${i}` }
    const by = WRITERS[pick(3)] ?? 'group'
    const { id: listing, revision, name } = one.listing
    const how = { listing, by, how: 'form', at } as const
    const said = restated(await bench.store.statements(listing), how, changes, bench.ranks)
    if (said.is !== 'restated') continue
    await bench.store.edit({ listing, revision, ...said, author: by, at })
    const fields = spoken.get(name) ?? new Set()
    for (const field of Object.keys(changes)) fields.add(field as FieldName)
    spoken.set(name, fields)
  }
  const said = await peoplesWords(bench)
  const told: string[] = []
  while (runs.length > 0) {
    const [run = ''] = runs.splice(pick(runs.length), 1)
    const { kept } = await undoRun(bench.store.imports, run, day(90), bench.ranks)
    for (const { name, field, by } of kept) told.push(`${name} ${field} ${by}`)
  }
  // Nothing that people said is lost, whatever is told.
  expect(await peoplesWords(bench)).toEqual(said)
  for (const one of told) expect(said.map(({ name, field, by }) => `${name} ${field} ${by}`)).toContain(one)
  const after = await state(bench)
  for (const [at, listing] of after.listings.entries()) {
    const old: { [field: string]: unknown } = before.listings[at]?.said ?? {}
    for (const [field, value] of Object.entries(listing.said))
      if (!spoken.get(listing.said.name)?.has(field as FieldName))
        expect([field, value]).toEqual([field, old[field]])
    expect(listing.mine).toEqual(before.listings[at]?.mine)
  }
  expect(after.taught).toEqual(before.taught)
})

async function peoplesWords({ store }: Bench) {
  const words = []
  for (const { listing } of await all(store))
    for (const { source, fields } of await store.statements(listing.id))
      if (source !== 'a-list')
        for (const [field, claim] of Object.entries(fields))
          words.push({ name: listing.name, field, by: source, value: claim.value })
  return words.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

test('what was changed since is told: listing, field, by whom, when', async () => {
  const bench = await workshop()
  const first = await read(bench, [HEADER, 'Kettle On,Tea,M33 2AB,0161 496 0001,,,,,'].join('\n'), 0)
  const [known] = await all(bench.store)
  const { id: listing = '', revision = 0 } = known?.listing ?? {}
  const at = day(1).toISOString()
  const how = { listing, by: 'group', how: 'form', at } as const
  const said = restated(await bench.store.statements(listing), how, { description: 'Cake' }, bench.ranks)
  if (said.is !== 'restated') throw new Error('nameless')
  await bench.store.edit({ listing, revision, ...said, author: 'group', at })
  expect(await undoRun(bench.store.imports, first.run, day(2), bench.ranks)).toEqual({
    changed: 1,
    kept: [{ listing, name: 'Kettle On', field: 'description', by: 'group', at }],
  })
  await expect(undoRun(bench.store.imports, first.run, day(3), bench.ranks)).rejects.toThrow('is undone')
})
