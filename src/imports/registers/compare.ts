/**
 * A register is read, and compared with what it said before, while nobody waits: only what is new is written afterwards, in
 * one short transaction.
 */
import { hash } from 'node:crypto'
import type { Register } from '../../freshness/register-entry.ts'
import type { EntryMark, EntryState, RegistersRead } from '../../store/registers/register-store.ts'
import { addProblems, type Tally } from '../tally.ts'
import { inOrderOf, type Meanings, type Unread } from './kinds.ts'
import type { Spill, Spilled } from './spill.ts'

/** Rows compared at a time at most: few enough that they are gone again before the memory of long-lived things grows. */
const BATCH = 200

/** Goes up when rows come to mean something else: then each is read anew. */
const RULES = '1'

export type Compared = {
  /** Of groups that the directory knew before: those that run a listing, or that another source named. */
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

type Course = Comparing & {
  numbers: Set<string>
  states: Set<EntryState>
  known: Set<string>
  merged: Set<string>
  /** The source said something before. */
  spoken: boolean
  found: Compared
}

export async function compare(files: readonly Meanings[], how: Comparing): Promise<Compared> {
  const { registers, source, tally, kind } = how
  const before = await registers.states(source)
  const course: Course = {
    ...how,
    numbers: new Set(),
    states: new Set(),
    known: await registers.knownOtherwise(source),
    merged: await registers.merged(),
    spoken: before.size > 0,
    found: { matched: 0, removed: 0, merged: 0, had: 0, gone: [] },
  }
  for (const { file, batches } of files) {
    tally.file = files.length > 1 ? file : null
    for await (const batch of inOrderOf(kind, batches))
      for (let at = 0; at < batch.length; at += BATCH) await compareBatch(batch.slice(at, at + BATCH), course)
  }
  for (const [state, count] of before) if (course.states.has(state)) course.found.had += count
  if (course.found.had > 0) await findGone(course)
  return course.found
}

async function compareBatch(batch: readonly Unread[], course: Course): Promise<void> {
  const { kind, source, registers, tally, spill, keepAll, spoken } = course
  const hashes = batch.map(({ raw }) => (raw === null ? '' : RULES + hash('sha1', raw, 'base64url')))
  const marks = spoken ? await registers.marks(source, hashes) : new Map<string, EntryMark>()
  const rows: Spilled[] = []
  const met: string[] = []
  batch.forEach((one, at) => {
    tally.read++
    const said = hashes[at] ?? ''
    const mark = marks.get(said)
    if (mark !== undefined && !keepAll) return void countAgain(mark, course, met)
    const row = told(one, course, met)
    if (row.is === 'entry' && mark === undefined) row.hash = said
    if (keepAll || row.hash !== undefined) rows.push(row)
  })
  const mergedOf = kind === 'charity-mergers' ? await registers.registered(met) : null
  course.found.merged += mergedOf?.size ?? met.filter((number) => course.merged.has(number)).length
  await spill.write(rows)
}

/** False: the number stood in an earlier row. */
function meet(org_id: string, state: EntryState, course: Course, met: string[]): boolean {
  const { numbers, states, known, tally, found } = course
  if (numbers.has(org_id)) {
    tally.listings.duplicate++
    return false
  }
  numbers.add(org_id)
  states.add(state)
  met.push(org_id)
  if (known.has(org_id)) found.matched++
  if (state === 'removed') found.removed++
  return true
}

function countAgain({ org_id, state, twin }: EntryMark, course: Course, met: string[]): void {
  const { listings } = course.tally
  if (!meet(org_id, state, course, met)) return
  if (twin === null) listings.skipped++
  else listings.duplicate++
}

/** Reads and counts the row, and keeps of it what may have to be written. */
function told(unread: Unread, course: Course, met: string[]): Spilled {
  const { tally } = course
  const one = unread.read()
  const { row } = one
  if (one.is === 'refused') {
    const { field, value, problem } = one
    tally.listings.refused++
    addProblems(tally, [{ row, field, value, problem, did: 'left this row out' }])
    return { row, is: 'refused' }
  }
  if (one.is === 'passed') {
    tally.listings.skipped++
    return { row, is: 'passed' }
  }
  const { entry, activities } = one
  if (!meet(entry.org_id, entry.state, course, met)) return { row, is: 'again' }
  // Whether it is the second of two of one name and postcode is seen when it is written.
  tally.listings.skipped++
  return course.keepAll ? { row, is: 'entry', entry, activities } : { row, is: 'entry', entry }
}

/** Rows asked for at a time. */
const PAGE = 5_000

/** A download that holds no removed charity says nothing about removed ones: only states it speaks of can be gone from it. */
async function findGone({ numbers, states, source, registers, found }: Course): Promise<void> {
  for (let after = ''; ;) {
    const page = await registers.numbers(source, after, PAGE)
    for (const { org_id, state } of page)
      if (states.has(state) && !numbers.has(org_id)) found.gone.push(org_id)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.org_id
  }
}
