/** What is done to a directory while its program is killed: runs of several sources, their undoing, all of it from a seed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readData } from '../../src/app/read-data.ts'
import { osmData } from '../../src/imports/osm/tags.ts'
import { importFiles } from '../../src/imports/apply.ts'
import { runSource } from '../../src/imports/runs.ts'
import { undoRun } from '../../src/imports/undo.ts'
import type { SourceKind } from '../../src/imports/source-kinds.ts'
import type { Source } from '../../src/store/store.ts'
import { plain, workshop, type Bench } from '../imports/workshop.ts'
import { SOURCE } from '../store/made.ts'
import { seeded } from './seeded.ts'

/** `at`: the clock of this one action; no two have the same. */
export type Action = { at: string } & (
  | { is: 'list'; source: string; file: string }
  | { is: 'standard'; kind: SourceKind; source: string; file: string }
  /** Takes back the last run of a source that stands. */
  | { is: 'undo'; source: string }
)

const FIRST = Date.parse('2026-11-23T04:00:00Z')
const HOUR_MS = 3_600_000
const VERSIONS = 6
const ROWS = 150

/** A postcode of M33 that belongs to a number. */
const postcode = (n: number): string =>
  `M33 ${(n % 9) + 1}${'ABDEFGHJ'[n % 8]}${'LNPQRSTU'[Math.floor(n / 8) % 8]}`
const phone = (n: number): string => `0161 496 0${String(n % 1000).padStart(3, '0')}`
const cell = (words: string): string => `"${words}"`

/** Most rows stay as they were; some change, some are gone, and some of both lists are one and the same thing. */
function listCsv(offset: number, version: number): string {
  const random = seeded(offset * 100 + version)
  const rows = Array.from({ length: ROWS }, (_, i) => i + offset).flatMap((n) => {
    if (random() < 0.04) return []
    const words = random() < 0.3 ? `Tea and talk, said ${version}. Every week.` : `Tea and talk ${n}.`
    const lat = 53.4 + (n % 50) / 1000
    return [
      [`Circle ${n}`, words, postcode(n), phone(n), 'Tuesday 10am-12pm', String(lat), '-2.32'].map(cell),
    ]
  })
  return ['name,description,postcode,phone,times,lat,lng', ...rows.map((row) => row.join(','))].join('\n')
}

function mapJson(version: number): string {
  const random = seeded(9_000 + version)
  const features = Array.from({ length: 60 }, (_, i) => ({
    type: 'Feature',
    properties: {
      '@id': `node/${i}`,
      name: `Library ${i}`,
      amenity: 'library',
      ...(random() < 0.3 ? { phone: phone(version) } : {}),
    },
    geometry: { type: 'Point', coordinates: [-2.3, 53.4 + i / 1000] },
  })).filter(() => random() > 0.04)
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** Grants to groups of the first list, by their names. */
function grantsJson(version: number): string {
  const grants = Array.from({ length: 40 }, (_, i) => ({
    id: `360G-example-${i}`,
    title: `Grant ${i}`,
    description: `Said ${version}`,
    currency: 'GBP',
    amountAwarded: 1000 + version,
    awardDate: '2026-06-01',
    plannedDates: [{ startDate: '2026-07-01', duration: 12 + version }],
    recipientOrganization: [{ id: `GB-CHC-10${String(i).padStart(5, '0')}`, name: `Circle ${i}` }],
    fundingOrganization: [{ id: 'GB-LAE-TRF', name: 'A council' }],
  }))
  return JSON.stringify({ grants })
}

function registerCsv(version: number): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const status = i % 7 === version ? 'Removed' : 'Active'
    return `SC0${String(10_000 + i)},Circle ${i},01/02/2003 00:00,${status},${postcode(i)}`
  })
  return ['Charity Number,Charity Name,Registered Date,Charity Status,Postcode', ...rows].join('\n')
}

/** Writes the files of all actions into a folder, and gives the actions: the same for the same seed. */
export function makeScript(folder: string, seed: number, length: number): Action[] {
  mkdirSync(folder, { recursive: true })
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const each = (make: (version: number) => string) => Array.from({ length: VERSIONS }, (_, v) => make(v))
  const files = {
    council: each((v) => file(`council-${v}.csv`, listCsv(0, v))),
    hospital: each((v) => file(`hospital-${v}.csv`, listCsv(100, v))),
    osm: each((v) => file(`osm-${v}.geojson`, mapJson(v))),
    grants: each((v) => file(`grants-${v}.json`, grantsJson(v))),
    oscr: each((v) => file(`oscr-${v}.csv`, registerCsv(v))),
  }
  const random = seeded(seed)
  const pick = <T>(from: readonly T[], or: T): T => from[Math.floor(random() * from.length)] ?? or
  return Array.from({ length }, (_, i): Action => {
    const at = new Date(FIRST + i * HOUR_MS).toISOString()
    const what = random()
    const source = pick(['council', 'hospital'] as const, 'council')
    if (what < 0.2) return { is: 'undo', at, source: pick([source, 'osm', 'grants'], source) }
    if (what < 0.7) return { is: 'list', at, source, file: pick(files[source], '') }
    if (what < 0.82) return { is: 'standard', at, kind: 'osm', source: 'osm', file: pick(files.osm, '') }
    if (what < 0.92)
      return { is: 'standard', at, kind: '360giving', source: 'grants', file: pick(files.grants, '') }
    return { is: 'standard', at, kind: 'oscr', source: 'oscr', file: pick(files.oscr, '') }
  })
}

const PROFILE = plain({
  required: ['name', 'postcode'],
  fields: {
    name: { from: 'name' },
    description: { from: 'description' },
    'place.postcode': { from: 'postcode' },
    'place.lat': { from: 'lat' },
    'place.lng': { from: 'lng' },
    'phone.number': { from: 'phone', transforms: ['phone'] },
    times_words: { from: 'times' },
    'group.name': { from: 'name' },
  },
  suggest: true,
})

/** The bench of other tests, which reads maps of OpenStreetMap as well. */
export const benchOn = async (url: string): Promise<Bench> => ({
  ...(await workshop(url)),
  osm: readData('data/osm.json', osmData),
})

const MINUTE_MS = 60_000

/** Does one action by the functions that the command line calls; gives what it prints. `again`: how often it was done before: no two runs begin at one moment, or nobody could say which of them is the last. */
export async function perform(action: Action, bench: Bench, again = 0): Promise<string> {
  const now = new Date(Date.parse(action.at) + again * MINUTE_MS)
  const manner = { now, acceptLoss: true }
  if (action.is === 'list') {
    const errand = { ...manner, files: [action.file], profile: PROFILE, source: action.source }
    const { state, why, listings } = await importFiles(errand, bench)
    return JSON.stringify({ state, why, listings })
  }
  if (action.is === 'standard') {
    const source: Source = { ...SOURCE, id: action.source, name: action.source, kind: action.kind }
    const { state, why, read } = await runSource({ ...manner, ...action, at: [action.file], source }, bench)
    return JSON.stringify({ state, why, read })
  }
  const last = (await bench.store.runs(action.source, 1000)).find(({ state }) => state === 'applied')
  if (last === undefined) return 'nothing to take back'
  await undoRun(bench.store.imports, last.id, now, bench.ranks)
  return 'taken back'
}
