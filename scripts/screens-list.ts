/** An invented list, read three times, for the pictures of sources: as it came, changed, and with most of it gone. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readRanks, readSources } from '../src/app/read-sources.ts'
import { inRoot, ROOT } from '../src/app/root.ts'
import { openStore } from '../src/store/open.ts'
import { restated } from '../src/upkeep/restate.ts'

const PROFILE = {
  source: {
    id: 'quillmoor-rooms',
    name: 'Quillmoor rooms and halls',
    publisher: 'Quillmoor Parish Council (invented)',
    licence: 'CC0 1.0',
    licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: 'The groups here are invented.',
  },
  required: ['name'],
  key: { columns: ['id'] },
  fields: {
    name: { from: 'name' },
    description: { from: 'about' },
    'phone.number': { from: 'phone', transforms: ['phone'] },
  },
}
const NAMES = ['Thimble choir', 'Long table lunch', 'Knit and natter', 'Chair yoga', 'Repair afternoon']
const MORE = ['Seed swap', 'Board games', 'Walking bus', 'Story hour', 'Pension advice']
const row = (name: string, at: number, over: { phone?: string; about?: string } = {}) =>
  `q${at},Quillmoor ${name.toLowerCase()},${over.about ?? 'Every week in the hall.'},${over.phone ?? `0161 496 05${10 + at}`}`
const file = (rows: readonly string[]) => ['id,name,about,phone', ...rows, ''].join('\n')
const ALL = [...NAMES, ...MORE]
const FIRST = ALL.map((name, at) => row(name, at))
const SECOND = [
  row('Thimble choir', 0, { phone: '0161 496 0610' }),
  row('Long table lunch', 1, { about: 'Every week in the hall. Two courses for £4.' }),
  row('Knit and natter', 2, { phone: '0161 496 0612' }),
  ...FIRST.slice(3, 9),
  row('Toddler music', 20),
]
const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

/** The id of the run that changed something. */
export async function readInventedList(dataDir: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-screens-'))
  const profile = join(folder, 'profile.json')
  writeFileSync(profile, JSON.stringify(PROFILE))
  const read = async (name: string, rows: readonly string[], days: number) => {
    const path = join(folder, name)
    writeFileSync(path, file(rows))
    const now = ago(days).slice(0, 10)
    const words = [inRoot('scripts', 'import.ts'), path, '--profile', profile, '--now', now, '--json']
    const env = { ...process.env, DATA_DIR: dataDir }
    // A run that stops to ask ends with 1, and says so in its report like any other.
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env }).catch(
      (error: { stdout: string }) => error,
    )
    const { run }: { run: string } = JSON.parse(stdout)
    return run
  }
  await read('first.csv', FIRST, 30)
  await theGroupSays(dataDir, 'Quillmoor knit and natter', '0161 496 0777', 20)
  const changed = await read('second.csv', SECOND, 9)
  await read('third.csv', FIRST.slice(0, 4), 2)
  return changed
}

async function theGroupSays(dataDir: string, name: string, number: string, days: number): Promise<void> {
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  const { known } = await store.changesSince(0, 5000)
  const listing = known.find((it) => it.listing.name === name)?.listing
  if (listing === undefined) throw new Error(`There is no listing "${name}".`)
  const who = { listing: listing.id, by: 'group', how: 'form', at: ago(days) } as const
  const phone = { number, visible: true }
  const said = restated(await store.statements(listing.id), who, { phone }, readRanks(readSources()))
  if (said.is === 'nameless') throw new Error('It lost its name.')
  const { statement, settled } = said
  await store.edit({
    listing: listing.id,
    revision: listing.revision,
    statement,
    settled,
    author: 'group',
    at: who.at,
  })
  await store.close()
}
