/** Somebody types and sends while the program is killed again and again: what was promised is there, nothing is half done. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { changeOf } from '../../src/upkeep/edit/held-matter.ts'
import type { Sent } from './edits-writer.ts'
import { killedAfter, seeded } from './seeded.ts'

const EDITS = 500
/** The writer lives so long after its first word, at most. Milliseconds. */
const LONGEST_MS = 500
/** Kills after which something is wrong with the writer. */
const KILLS_MAX = 120
const SEED = 20_261_122
const WRITER = new URL('./edits-writer.ts', import.meta.url).pathname

let folder = ''
let path = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerpost-crash-edits-'))
  path = join(folder, 'store.db')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All that the writer had promised when it was killed. */
const promisedIn = async (ms: number, name: string): Promise<Sent[]> =>
  (await killedAfter(ms, WRITER, [path, name])).map((line) => JSON.parse(line))

/** What is missing of a promise; null: nothing. */
async function missing(store: Store, sent: Sent): Promise<string | null> {
  const history = await store.revisions(sent.listing)
  const revision = history.find((it) => it.revision === sent.revision)
  if (!revision?.changes.some(({ field, to }) => field === 'summary' && to === sent.summary))
    return 'the edit'
  const matters = (await store.matters.list({ kind: 'change', listing: sent.listing })).map((it) =>
    changeOf(it),
  )
  if (!matters.some((it) => it?.how === 'live' && it.revision === sent.revision))
    return 'its place at the desk'
  const asked = (to: unknown) => JSON.stringify(to).includes(String(sent.held))
  if (
    sent.held !== null &&
    !matters.some((it) => it?.how === 'held' && it.differences.some(({ to }) => asked(to)))
  )
    return 'what waits'
  return null
}

/** Statements that must find no row: an edit is a revision, its matter and its line in the record, or none of them. */
const HALF_DONE = {
  'a revision that the desk does not hear of': `select 1 from revision where revision.revision > 1 and not exists
    (select 1 from matter join listing on listing.id = matter.listing where listing.no = revision.listing
      and json_extract(matter.about, '$.how') = 'live'
      and json_extract(matter.about, '$.revision') = revision.revision)`,
  'a matter about a revision that is not there': `select 1 from matter where json_extract(about, '$.how') = 'live'
    and not exists (select 1 from revision join listing on listing.no = revision.listing
      where listing.id = matter.listing and revision.revision = json_extract(matter.about, '$.revision'))`,
  'two that wait of one listing': `select listing from matter where state = 'open'
    and json_extract(about, '$.how') = 'held' group by listing having count(*) > 1`,
  'a listing whose revisions are not as many as it says': `select id from listing where revision <>
    (select count(*) from revision where revision.listing = listing.no)`,
  'an edit without its line in the record': `select id from listing where revision - 1 <>
    (select count(*) from audit where audit.listing = listing.id and audit.did = 'edited')`,
  'a damaged page': `select * from pragma_integrity_check where integrity_check <> 'ok'`,
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

test(`${EDITS} edits and a kill every moment (seed ${SEED})`, { timeout: 240_000 }, async () => {
  const random = seeded(SEED)
  const all: Sent[] = []
  for (let kill = 0; all.length < EDITS; kill++) {
    expect(kill, `seed ${SEED}`).toBeLessThan(KILLS_MAX)
    all.push(...(await promisedIn(random() * LONGEST_MS, `w${kill}`)))
    expect(halfDone(), `seed ${SEED}, kill ${kill}`).toEqual([])
  }
  const store = await openStore(path)
  try {
    const lost = []
    for (const sent of all) {
      const what = await missing(store, sent)
      if (what !== null) lost.push({ what, sent })
    }
    expect(lost, `seed ${SEED}`).toEqual([])
    expect(all.some(({ held }) => held !== null)).toBe(true)
  } finally {
    await store.close()
  }
})
