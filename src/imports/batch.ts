/** One batch of rows through reading, placing and comparing: gives what is to be written, and counts what was met. */
import { hash } from 'node:crypto'
import type { CapacityEvent } from '../capacity/event.ts'
import type { Confirmation } from '../freshness/evidence.ts'
import type { AreaIndex } from '../places/areas.ts'
import type { GazetteerTables, PostcodeRow } from '../places/gazetteer.ts'
import { learnable } from '../places/learnable.ts'
import { locateMany } from '../places/locate-rows.ts'
import type { ImportTransaction, KnownRow } from '../store/import-store.ts'
import type { Conflicting } from './conflict-matters.ts'
import { confirmationsOf } from './confirming.ts'
import { complain, type Draft } from './mapping/draft.ts'
import { nameKey } from './matching/identity.ts'
import { noteWritten, type Written } from './noting.ts'
import { placesOf, placesSaid, placeToLocate, precisionOf } from './place.ts'
import { planBatch, type Doubtful, type Planner } from './plan.ts'
import { roomOf } from './room.ts'
import { addProblems, type Tally } from './tally.ts'
import type { Meaning } from './told.ts'

export type Batching = Planner & {
  tables: GazetteerTables
  areas: AreaIndex
  /** What besides the row decides its values: taxonomy and postcode tables, as a short text. */
  version: string
  sourceName: string
  tally: Tally
  learned: Map<string, PostcodeRow>
  conflicting: Conflicting
}

/** Postcodes learned in one run at most, to keep memory flat. */
const MOST_LEARNED = 200_000

export async function importBatch(
  tx: ImportTransaction,
  told: readonly Meaning[],
  how: Batching,
): Promise<void> {
  const drafts = await newOnes(tx, told, how)
  const placed = await locateMany(
    drafts.flatMap(({ draft }) => placesSaid(draft).map(placeToLocate)),
    how.tables,
    how.areas,
  )
  const known = how.firstEver ? NOBODY : await tx.known(drafts.map(({ key }) => key))
  const again: string[] = []
  const doubtful: Doubtful[] = []
  const back: string[] = []
  let at = 0
  for (const { key, draft } of drafts) {
    const spots = placed.slice(at, (at += 1 + draft.more.length))
    const before = known.get(key)
    if (before?.erased) {
      passOver(how.tally, draft)
      continue
    }
    const places = placesOf(draft, spots)
    if (before && !before.missing) how.tally.foundAgain++
    if (before?.missing) {
      back.push(before.listing)
      how.conflicting.lines.add('back', { listing: before.listing, name: String(draft.fields.name) })
    }
    const digest = digestOf(draft, how.version)
    if (before?.hash.startsWith(`${digest}.`)) {
      again.push(key)
      countUnchanged(how.tally, draft, precisionIn(before))
    } else
      doubtful.push({
        key,
        hash: digest,
        name: nameKey(String(draft.fields.name)),
        draft,
        places,
        known: before,
      })
  }
  await writeDoubtful(tx, doubtful, again, how)
  if (again.length) await tx.seenAgain(again)
  if (back.length) await tx.missing.heardAgain(back, how.at)
}

const NOBODY = new Map<string, KnownRow>()

/** Rows of the batch that are listings and have not been met before in this run. */
async function newOnes(
  tx: ImportTransaction,
  told: readonly Meaning[],
  { tally }: Batching,
): Promise<{ key: string; draft: Draft }[]> {
  const listings: { key: string; draft: Draft }[] = []
  for (const meaning of told) {
    tally.read++
    if (meaning.is === 'skipped') tally.listings.skipped++
    else if (meaning.is === 'refused') {
      tally.listings.refused++
      addProblems(tally, meaning.problems)
    } else listings.push(meaning)
  }
  const first = await tx.firstSeen([...new Set(listings.map(({ key }) => key))])
  const standing = told.flatMap((it) => (it.is === 'refused' && it.key !== undefined ? [it.key] : []))
  if (standing.length > 0) await tx.firstSeen(standing)
  return listings.filter(({ key, draft }) => {
    if (first.delete(key)) return true
    tally.listings.duplicate++
    complain(draft, 'name', String(draft.fields.name), 'is the same as an earlier row', 'left this row out')
    addProblems(tally, draft.problems.slice(-1))
    return false
  })
}

async function writeDoubtful(
  tx: ImportTransaction,
  doubtful: readonly Doubtful[],
  again: string[],
  how: Batching,
): Promise<void> {
  if (doubtful.length === 0) return
  const { tally } = how
  const writes = []
  const written: Written[] = []
  const confirmed: Confirmation[] = []
  const room: CapacityEvent[] = []
  for (const planned of await planBatch(tx, doubtful, how)) {
    const { draft } = planned
    if (planned.is === 'same') {
      again.push(planned.key)
      countUnchanged(tally, draft, precisionOf(planned.settled.places))
      confirmed.push(...confirmationsOf(draft, planned.listing, planned.revision, how.sourceName))
      room.push(...roomOf(draft, planned.listing, how.source))
      continue
    }
    const { row } = planned
    const precision = precisionOf(row.settled.places)
    writes.push({ ...row, hash: `${row.hash}.${precision}` })
    written.push({ row, before: planned.before })
    if (row.is === 'new') tally.listings.added++
    else tally.listings.changed++
    tally.located[precision]++
    addProblems(tally, draft.problems)
    const revision = row.is === 'new' ? 1 : row.revision + 1
    confirmed.push(...confirmationsOf(draft, row.statement.listing, revision, how.sourceName))
    room.push(...roomOf(draft, row.statement.listing, how.source))
    if (precision === 'exact' && how.learned.size < MOST_LEARNED)
      for (const point of learnable(row.settled)) how.learned.set(point.postcode, point)
  }
  if (writes.length) await tx.write(writes, how.author, how.at)
  await noteWritten(tx, written, how.conflicting)
  if (confirmed.length) await tx.confirm(confirmed)
  if (room.length) await tx.sayCapacity(room)
}

/** What somebody had erased stays so, whatever a file says. */
function passOver(tally: Tally, draft: Draft): void {
  tally.listings.skipped++
  complain(draft, 'name', String(draft.fields.name), 'was erased here', 'left this row out')
  addProblems(tally, draft.problems.slice(-1))
}

function countUnchanged(tally: Tally, draft: Draft, precision: keyof Tally['located']): void {
  tally.listings.unchanged++
  tally.located[precision]++
  addProblems(tally, draft.problems)
}

/** What the row says, and nothing of where in the file it stands. */
function digestOf(draft: Draft, version: string): string {
  const { fields, place, group, osmHours, days, checkedOn, more, room } = draft
  const said: unknown[] = [version, fields, place, group, osmHours, days, checkedOn]
  // What only some kinds of source say is added where it is said: files read before keep their digest.
  if (more.length > 0 || room !== null) said.push(more, room)
  return hash('sha1', JSON.stringify(said), 'base64url')
}

/** The precision is written behind the hash: an unchanged row can then be counted without reading its listing. */
function precisionIn({ hash: written }: KnownRow): keyof Tally['located'] {
  const [, precision] = written.split('.')
  return precision === 'exact' || precision === 'postcode' || precision === 'area' ? precision : 'none'
}
