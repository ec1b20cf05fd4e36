/** A list that is read three times, for browser tests of sources: as it came, changed, and with most of it gone. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readRanks, readSources } from '../../src/app/read-sources.ts'
import { inRoot, ROOT } from '../../src/app/root.ts'
import { restated } from '../../src/upkeep/restate.ts'
import { dataDir, inStore } from './desk-matters.ts'

export const SOURCE = 'browser-list'
export const NAME = 'List of the browser tests'

const PROFILE = {
  source: {
    id: SOURCE,
    name: NAME,
    publisher: 'Somebody',
    licence: 'Creative Commons Attribution 4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'With thanks to Somebody.',
  },
  required: ['name'],
  key: { columns: ['id'] },
  fields: {
    name: { from: 'name' },
    description: { from: 'about' },
    'place.postcode': { from: 'postcode' },
    'phone.number': { from: 'phone', transforms: ['phone'] },
  },
}

/** Row by its number: one is told of by an id of its own, and lies where no postcode table reaches. */
const row = (n: number, { phone = `0161 496 03${n}`, about = 'Tea and talk.', postcode = '' } = {}) =>
  `b${n},Quillmoor circle ${n},${about},${postcode},${phone}`
const file = (rows: string[]) => ['id,name,about,postcode,phone', ...rows, ''].join('\n')
const TEN = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
const FILES = {
  first: file(TEN.map((n) => row(n))),
  second: file([
    row(10, { phone: '0161 496 0410' }),
    row(11, { phone: '0161 496 0411' }),
    row(12, { postcode: 'M33 2ABCD' }),
    ...TEN.slice(3, 9).map((n) => row(n)),
    row(20),
  ]),
  third: file(TEN.slice(0, 3).map((n) => row(n))),
}

export type Runs = { first: string; second: string; third: string }

/** The group of number 11 says another telephone before the second run, and of number 10 after it. */
export async function readThreeTimes(): Promise<Runs> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-lists-'))
  const profile = join(folder, 'profile.json')
  writeFileSync(profile, JSON.stringify(PROFILE))
  const read = async (which: keyof Runs, now: string) => {
    const path = join(folder, `${which}.csv`)
    writeFileSync(path, FILES[which])
    const words = [inRoot('scripts', 'import.ts'), path, '--profile', profile, '--now', now, '--json']
    const env = { ...process.env, DATA_DIR: dataDir() }
    // A run that stops to ask ends with 1, and says so in its report like any other.
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env }).catch(
      (error: { stdout: string }) => error,
    )
    const { run }: { run: string } = JSON.parse(stdout)
    return run
  }
  const first = await read('first', daysAgo(9))
  await says('Quillmoor circle 11', '0161 496 0777', 8)
  const second = await read('second', daysAgo(6))
  await says('Quillmoor circle 10', '0161 496 0778', 4)
  const third = await read('third', daysAgo(2))
  return { first, second, third }
}

const DAY_MS = 86_400_000
const at = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()
const daysAgo = (days: number) => at(days).slice(0, 10)

export const listingNamed = (name: string) =>
  inStore(async (store) => {
    const { known } = await store.changesSince(0, 5000)
    const found = known.find(({ listing }) => listing.name === name)
    if (found === undefined) throw new Error(`There is no listing "${name}".`)
    return found.listing
  })

async function says(name: string, number: string, days: number): Promise<void> {
  const ranks = readRanks(readSources())
  const { id: listing, revision } = await listingNamed(name)
  const who = { listing, by: 'group', how: 'form', at: at(days) } as const
  await inStore(async (store) => {
    const phone = { number, visible: true }
    const said = restated(await store.statements(listing), who, { phone }, ranks)
    if (said.is === 'nameless') throw new Error('It lost its name.')
    const { statement, settled } = said
    await store.edit({ listing, revision, statement, settled, author: 'group', at: who.at })
  })
}
