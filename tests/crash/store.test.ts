/** A process that is killed while it writes: what it had said was written is there, and nothing is half done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { killedAfter, seeded } from './seeded.ts'
import type { Promised } from './store-writer.ts'

const KILLS = 30
/** The writer lives so long after its first word, at most. Milliseconds. */
const LONGEST_MS = 120
const WRITER = new URL('./store-writer.ts', import.meta.url).pathname

let folder = ''
let path = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-crash-'))
  path = join(folder, 'store.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All that the writer had promised when it was killed. */
const promisedIn = async (ms: number, name: string): Promise<Promised[]> =>
  (await killedAfter(ms, WRITER, [path, name])).map((line) => JSON.parse(line))

async function kept(store: Store, promised: Promised): Promise<boolean> {
  if ('imported' in promised)
    return (await store.runs(null, 10_000)).some(
      ({ id, state }) => id === promised.imported && state === 'applied',
    )
  const id =
    'added' in promised ? promised.added : 'edited' in promised ? promised.edited : promised.confirmed
  const [known] = await store.listings([id])
  if ('confirmed' in promised) return known?.confirmation?.id === `c-${id}`
  if ('edited' in promised)
    return known?.listing.summary === 'edited' && known.listing.revision >= promised.revision
  return known !== undefined
}

/** Statements of the database's own that must find no row. */
const HALF_DONE = {
  'a listing whose revisions are not as many as it says': `select id from listing where revision <>
    (select count(*) from revision where revision.listing = listing.no)`,
  'a listing without a statement': `select id from listing where not exists
    (select 1 from statement where statement.listing = listing.no and statement.fields is not null)`,
  'a listing without its address': `select id from listing where not exists
    (select 1 from slug where slug.listing = listing.no and slug.slug = listing.slug)`,
  'a statement of a run that is not recorded': `select run from statement where run is not null
    and run not in (select id from run where state = 'applied')`,
  'a run of which only some rows are there': `select run, count(*) from revision where run is not null
    group by run having count(*) <> 40`,
  'a listing beyond the counter': `select change from listing where change >
    (select value from counter where name = 'change')`,
  'a damaged page': `select * from pragma_integrity_check where integrity_check <> 'ok'`,
  'a record that points to nothing': `select * from pragma_foreign_key_check`,
}

function halfDone(): string[] {
  const db = new DatabaseSync(path)
  try {
    return Object.entries(HALF_DONE).flatMap(([what, query]) =>
      db.prepare(query).all().length > 0 ? [what] : [],
    )
  } finally {
    db.close()
  }
}

test(`killed ${KILLS} times while writing`, { timeout: 120_000 }, async () => {
  const random = seeded(20_261_122)
  const all: Promised[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const promised = await promisedIn(random() * LONGEST_MS, `w${kill}`)
    expect(promised.length).toBeGreaterThan(0)
    all.push(...promised)
    expect(halfDone()).toEqual([])
  }
  const store = await openStore(path)
  try {
    const lost = []
    for (const promised of all) if (!(await kept(store, promised))) lost.push(promised)
    expect(lost).toEqual([])
    const kinds = all.map((promised) => Object.keys(promised)[0])
    // Moments so chosen that each kind of write was met: else this test would show nothing.
    for (const kind of ['added', 'edited', 'confirmed', 'imported']) expect(kinds).toContain(kind)
  } finally {
    await store.close()
  }
})
