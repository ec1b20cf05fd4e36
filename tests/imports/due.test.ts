/** Sources that are read again by themselves: when, from where, what is kept of it, and never twice at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueSources, readDue, readOne } from '../../src/app/sources/due.ts'
import type { Workplace } from '../../src/app/sources/workshop.ts'
import { readSite } from '../../src/app/site.ts'
import { isGone } from '../../src/imports/holder.ts'
import type { Report } from '../../src/imports/report.ts'
import { osmData } from '../../src/imports/osm/tags.ts'
import { readData } from '../../src/app/read-data.ts'
import type { Arranged, Source, Store } from '../../src/store/store.ts'
import { SOURCE } from '../store/made.ts'
import { quick, serve, status } from './web-server.ts'
import { A, B, C, D, E, fileOf, list, plain, importText, workshop } from './workshop.ts'

/** A Monday noon; the plan is Mondays at four. */
const NOW = new Date('2026-11-23T12:00:00Z')
const after = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000)
const WEEK = 7 * 24

let folder = ''
let profile = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-due-'))
  profile = join(folder, 'profile.json')
  writeFileSync(profile, JSON.stringify(plain()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function placeOn(url?: string): Promise<Workplace> {
  const { store, taxonomy, ranks, matching } = await workshop(url)
  const osm = readData('data/osm.json', osmData)
  return { store, taxonomy, ranks, matching, osm, site: readSite(), fetching: quick() }
}

function aSource(id: string, at: string[], over: Partial<Arranged> = {}, kind = 'spreadsheet'): Source {
  const own = kind === 'spreadsheet' ? profile : null
  const arranged = { at, profile: own, every: '0 4 * * 1', ranks: {}, author: 'source' as const, ...over }
  return { ...SOURCE, id, name: `The list ${id}`, kind, arranged }
}

async function read(place: Workplace, now: Date): Promise<string[]> {
  const all: string[] = []
  await readDue(place, { now }, (report) => all.push(said(report)))
  return all
}
const said = ({ source, state, listings, why }: Report): string =>
  `${source} ${state} ${listings.added}+${listings.changed}${why === null ? '' : ` ${why}`}`
const due = async (place: Workplace, now: Date): Promise<string[]> =>
  (await dueSources(place, now)).map(({ id }) => id)
const runsOf = async ({ store }: { store: Store }, source: string) =>
  (await store.runs(source, 99)).map(({ state, by }) => `${state} ${by}`)

test('never read: at once; then each week, however many were missed; what is not arranged is left alone', async () => {
  const place = await placeOn()
  const file = fileOf(list(A, B))
  await place.store.arrange([aSource('hubs', [file]), aSource('by-hand', [file], { every: null })])
  expect(await read(place, NOW)).toEqual(['hubs applied 2+0'])
  expect(await read(place, after(1))).toEqual([])
  expect(await due(place, after(3 * WEEK))).toEqual(['hubs'])
  expect(await read(place, after(3 * WEEK))).toEqual(['hubs applied 0+0'])
  expect(await due(place, after(3 * WEEK + 1))).toEqual([])
  expect(await runsOf(place, 'hubs')).toEqual(['applied due', 'applied due'])
})

test('one that cannot be read keeps none of the others from being read, and is tried again after an hour', async () => {
  const place = await placeOn()
  const late = join(folder, 'late.csv')
  await place.store.arrange([aSource('a-late', [late]), aSource('hubs', [fileOf(list(A))])])
  expect(await read(place, NOW)).toEqual([
    `a-late refused 0+0 There is no file or folder ${late}.`,
    'hubs applied 1+0',
  ])
  expect((await place.store.runs('a-late', 9))[0]).toMatchObject({ state: 'refused', asks: false, by: 'due' })
  expect((await place.store.runs('a-late', 9))[0]?.why).toContain('no file or folder')
  expect(await due(place, after(0.9))).toEqual([])
  writeFileSync(late, list(B))
  expect(await read(place, after(1))).toEqual(['a-late applied 1+0'])
})

test('a folder is the files in it; an address is fetched, and says what went wrong', async () => {
  const place = await placeOn()
  const many = join(folder, 'many')
  mkdirSync(many)
  for (const [name, text] of [
    ['b.csv', list(B)],
    ['a.csv', list(A)],
    ['.hidden', 'x'],
  ] as const)
    writeFileSync(join(many, name), text)
  const web = await serve((request, response) =>
    request.url === '/gone.csv'
      ? status(404)(request, response)
      : response.writeHead(200, { 'content-type': 'text/csv' }).end(list(C, D)),
  )
  try {
    await place.store.arrange([
      aSource('folder', [many]),
      aSource('gone', [`${web.base}/gone.csv`]),
      aSource('web', [`${web.base}/export?format=csv`]),
    ])
    expect(await read(place, NOW)).toEqual([
      'folder applied 2+0',
      `gone refused 0+0 ${web.base}/gone.csv answered 404.`,
      'web applied 2+0',
    ])
  } finally {
    await web.close()
  }
})

test('a run that asks waits for one word, which reads that source alone', async () => {
  const place = await placeOn()
  const file = fileOf(list(A, B, C, D, E))
  await place.store.arrange([aSource('hubs', [file])])
  await read(place, NOW)
  writeFileSync(file, list(A))
  const [refused = ''] = await read(place, after(WEEK))
  expect(refused).toMatch(/^hubs refused .*would go missing/)
  expect((await place.store.runs('hubs', 1))[0]).toMatchObject({ state: 'refused', asks: true })
  // It asks, and is not tried every hour until somebody answers.
  expect(await due(place, after(WEEK + 2))).toEqual([])
  const meant = await readOne(place, 'hubs', { now: after(WEEK + 3), by: 'desk', acceptLoss: true })
  expect(meant).toMatchObject({ state: 'applied', missing: 4 })
  expect(await runsOf(place, 'hubs')).toEqual(['applied desk', 'refused due', 'applied due'])
  expect(await readOne(place, 'nothing', { now: NOW })).toBeNull()
})

test('a dry run leaves nothing, and the source stays due', async () => {
  const place = await placeOn()
  await place.store.arrange([aSource('hubs', [fileOf(list(A))])])
  const all: Report[] = []
  await readDue(place, { now: NOW, dryRun: true }, (report) => all.push(report))
  expect(all.map(said)).toEqual(['hubs planned 1+0'])
  expect(await runsOf(place, 'hubs')).toEqual([])
  expect(await due(place, NOW)).toEqual(['hubs'])
})

test('what speaks as a register says so in each claim, and is believed so', async () => {
  const place = await placeOn()
  await place.store.arrange([aSource('hubs', [fileOf(list(A))], { author: 'register' })])
  await read(place, NOW)
  const { known } = await place.store.changesSince(-1, 9)
  const [statement] = await place.store.statements(known[0]?.listing.id ?? '')
  expect(statement?.fields.name).toMatchObject({ by: 'register', how: 'file' })
  expect((await place.store.revisions(known[0]?.listing.id ?? ''))[0]?.author).toBe('register')
  // As whom it speaks belongs to what it says: said again as a list, it is a change.
  await place.store.arrange([aSource('hubs', (await place.store.sources())[0]?.arranged?.at ?? [])])
  expect(await read(place, after(WEEK))).toEqual(['hubs applied 0+1'])
})

test('two processes at once read each source once', async () => {
  const url = join(folder, 'both.db')
  const [one, other] = [await placeOn(url), await placeOn(url)]
  await one.store.arrange(['a', 'b', 'c'].map((id) => aSource(id, [fileOf(list(A, B))])))
  const all = (await Promise.all([read(one, NOW), read(other, NOW)])).flat()
  expect(all.map((it) => it.split(' ')[0]).sort()).toEqual(['a', 'b', 'c'])
  for (const id of ['a', 'b', 'c']) expect(await runsOf(one, id)).toEqual(['applied due'])
  expect(await one.store.lastChange()).toBe(await other.store.lastChange())
})

test('by hand too: while somebody reads it, the second is told so in a sentence and changes nothing', async () => {
  const bench = await workshop()
  const held = {
    run: 'r1',
    source: { ...SOURCE, id: 'a-list', name: 'A list' },
    startedAt: NOW.toISOString(),
  }
  const nobodyIsGone = isGone({ host: 'x', pid: 1, alive: () => true, ours: new Set(['r1']) }, NOW)
  const ours = { ...held, by: 'hand', holder: `elsewhere 1 r1`, now: new Date(), ms: 60_000 } as const
  expect((await bench.store.imports.begin(ours, nobodyIsGone)).is).toBe('begun')
  const report = await importText(list(A), bench)
  expect([report.state, report.why]).toEqual([
    'refused',
    'A list is being read just now. Try again when that is done.',
  ])
  expect(await bench.store.run(report.run)).toBeNull()
  expect((await bench.store.count()).all).toBe(0)
})
