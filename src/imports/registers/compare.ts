/**
 * A register is read, and compared with what it said before, while nobody waits: only what is new is written afterwards, in
 * one short transaction.
 */
import { hash } from 'node:crypto'
import type { Register, RegisterEntry } from '../../freshness/register-entry.ts'
import type { EntryState, RegistersRead } from '../../store/registers/register-store.ts'
import { nameKey } from '../matching/identity.ts'
import { addProblems, type Tally } from '../tally.ts'
import { inOrderOf, type Meanings } from './kinds.ts'
import type { RegisterMeaning } from './meaning.ts'
import type { Spill, Spilled } from './spill.ts'

/** Rows compared at a time. */
const BATCH = 1_000
/** Names and postcodes remembered to tell twins by; a register of all the country has fewer. */
const MOST_NAMES = 600_000

export type Compared = {
  matched: number
  removed: number
  merged: number
  /** Entries the source had, of the states that this input speaks of, and those of them that it does not name. */
  had: number
  gone: string[]
}

export type Comparing = {
  kind: Register
  source: string
  registers: RegistersRead
  tally: Tally
  spill: Spill
  /** Every row is kept for writing, not only those that say something new: drafts are made of them. */
  keepAll: boolean
}

type Seen = { numbers: Set<string>; names: Map<string, string>; states: Set<EntryState> }

export async function compare(files: readonly Meanings[], how: Comparing): Promise<Compared> {
  const { tally, kind } = how
  const seen: Seen = { numbers: new Set(), names: new Map(), states: new Set() }
  const found: Compared = { matched: 0, removed: 0, merged: 0, had: 0, gone: [] }
  for (const { file, batches } of files) {
    tally.file = files.length > 1 ? file : null
    let waiting: RegisterMeaning[] = []
    for await (const batch of inOrderOf(kind, batches)) {
      for (const one of batch) waiting.push(one)
      while (waiting.length >= BATCH) await compareBatch(waiting.splice(0, BATCH), seen, found, how)
    }
    await compareBatch(waiting, seen, found, how)
    waiting = []
  }
  await findGone(seen, found, how)
  return found
}

async function compareBatch(
  batch: readonly RegisterMeaning[],
  seen: Seen,
  found: Compared,
  { source, registers, tally, spill, keepAll, kind }: Comparing,
): Promise<void> {
  const rows = batch.map((one): Spilled => told(one, seen, tally, keepAll))
  const entries = rows.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const numbers = entries.map(({ org_id }) => org_id)
  const before = await registers.marks(source, numbers)
  found.matched += (await registers.knownOtherwise(source, numbers)).size
  found.merged += (await mergedOf(entries, registers, kind)).size
  for (const row of rows) {
    if (row.entry === undefined) continue
    if (row.entry.state === 'removed') found.removed++
    const next = hash('sha1', JSON.stringify(row.entry), 'base64url')
    const mark = before.get(row.entry.org_id)
    if (mark === undefined || mark.hash !== next || mark.missing) row.hash = next
  }
  await spill.write(keepAll ? rows : rows.filter((row) => row.hash !== undefined))
}

/** Counts the row, and keeps of it what may have to be written. */
function told(
  one: RegisterMeaning,
  { numbers, names, states }: Seen,
  tally: Tally,
  hasDrafts: boolean,
): Spilled {
  tally.read++
  const { row } = one
  if (one.is === 'refused') {
    tally.listings.refused++
    addProblems(tally, [
      { row, field: one.field, value: one.value, problem: one.problem, did: 'left this row out' },
    ])
    return { row, is: 'refused' }
  }
  if (one.is === 'passed') {
    tally.listings.skipped++
    return { row, is: 'passed' }
  }
  const { entry, activities } = one
  if (numbers.has(entry.org_id)) {
    tally.listings.duplicate++
    return { row, is: 'again' }
  }
  numbers.add(entry.org_id)
  states.add(entry.state)
  const twin = twinOf(entry, names)
  if (twin === undefined) tally.listings.skipped++
  else {
    tally.listings.duplicate++
    // With drafts, the repeated draft is told of by whoever writes it.
    const problem = `has the name and postcode of ${twin}`
    if (!hasDrafts)
      addProblems(tally, [{ row, field: 'name', value: entry.name, problem, did: 'taken as one group' }])
  }
  return { row, is: 'entry', entry, activities, ...(twin === undefined ? {} : { twin }) }
}

function twinOf({ name, postcode, org_id }: RegisterEntry, names: Map<string, string>): string | undefined {
  if (postcode === null) return undefined
  const key = `${nameKey(name)} ${postcode}`
  const before = names.get(key)
  if (before === undefined && names.size < MOST_NAMES) names.set(key, org_id)
  return before
}

/** Of charities, those that a register of mergers says went into another; of mergers, those of charities known here. */
async function mergedOf(
  entries: readonly RegisterEntry[],
  registers: RegistersRead,
  kind: Register,
): Promise<Set<string>> {
  const known = await registers.entriesOf(entries.map(({ org_id }) => org_id))
  const wanted = known.filter(({ state }) =>
    kind === 'charity-mergers' ? state === 'registered' || state === 'removed' : state === 'merged',
  )
  return kind === 'charity-reregistrations' ? new Set() : new Set(wanted.map(({ org_id }) => org_id))
}

/** Rows asked for at a time. */
const PAGE = 5_000

/** A download that holds no removed charity says nothing about removed ones: only states it speaks of can be gone from it. */
async function findGone(
  { numbers, states }: Seen,
  found: Compared,
  { source, registers }: Comparing,
): Promise<void> {
  for (const [state, count] of await registers.states(source)) if (states.has(state)) found.had += count
  if (found.had === 0) return
  for (let after = ''; ;) {
    const page = await registers.numbers(source, after, PAGE)
    for (const { org_id, state } of page)
      if (states.has(state) && !numbers.has(org_id)) found.gone.push(org_id)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.org_id
  }
}
