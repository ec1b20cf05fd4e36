/** What an import needs, on a database in memory: the real store, taxonomy and ranks. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readData } from '../../src/app/read-data.ts'
import { readMatching } from '../../src/app/read-matching.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { importFiles, type FilesErrand as Errand } from '../../src/imports/apply.ts'
import type { Workshop } from '../../src/imports/workshop.ts'
import { profile, type Profile } from '../../src/imports/profile.ts'
import type { Report } from '../../src/imports/report.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { openStore } from '../../src/store/open.ts'
import type { Known, Store } from '../../src/store/store.ts'
import { NOW } from '../fixtures.ts'

export type Bench = Workshop & { store: Store }

export async function workshop(url = ':memory:'): Promise<Bench> {
  const store = await openStore(url)
  const ranks = readData('data/source-ranks.json', ranksSchema)
  return {
    store,
    taxonomy: readTaxonomy(),
    ranks,
    lossShare: 0.2,
    refuseShare: 0.05,
    missing: { runs: 2, days: 14 },
    matching: readMatching(),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'fingerpost-imports-'))
/** A file with these bytes; its path. */
export function fileOf(bytes: string | Uint8Array, name = 'list.csv'): string {
  const path = join(mkdtempSync(join(folder, 'f-')), name)
  writeFileSync(path, bytes)
  return path
}

/** The smallest profile: name, description, postcode, telephone, and the times. */
export const plain = (over: object = {}): Profile =>
  profile.parse({
    source: { id: 'a-list', name: 'A list' },
    required: ['name', 'postcode'],
    key: { columns: ['name', 'postcode'] },
    fields: {
      name: { from: 'name' },
      description: { from: 'description', transforms: ['strip-html'] },
      'place.postcode': { from: 'postcode' },
      'phone.number': { from: 'phone', transforms: ['phone'] },
      times_words: { from: 'times' },
    },
    suggest: false,
    ...over,
  })

export const HEADER = 'name,description,postcode,phone,times'

/** Imports text as one file at a fixed time. */
export function importText(
  text: string | Uint8Array,
  bench: Workshop,
  over: Partial<Errand> = {},
): Promise<Report> {
  return importFiles({ files: [fileOf(text)], profile: plain(), now: NOW, ...over }, bench)
}

/** All listings there are, oldest first. */
export async function all(store: Store): Promise<Known[]> {
  return (await store.changesSince(-1, 10_000)).known
}
export const counts = ({ read, listings, missing }: Report): object => ({ read, ...listings, missing })

export const LATER = new Date('2026-12-01T09:00:00Z')
export const A = 'Kettle On,Tea and talk. Every week.,M33 2AB,0161 496 0001,"Tuesday 10am-12pm"'
export const B = 'Sale Singers,Songs,M33 3BB,0161 496 0002,by arrangement'
export const C = 'Walk and Talk,A walk,M33 4HH,,'
export const D = 'Men in Sheds,Tools,M33 5DD,,'
export const E = 'Knit and Natter,Wool,M33 6EE,,'
export const list = (...rows: string[]): string => [HEADER, ...rows].join('\n')
export const none = { added: 0, changed: 0, unchanged: 0, duplicate: 0, skipped: 0, refused: 0, missing: 0 }
