/** One import run: one transaction, one record of what came of it. */
import { sql } from 'kysely'
import type { Database, Writing } from './database.ts'
import type { About, ImportStore, ImportTransaction, RunOutcome } from './import-store.ts'
import { dropSeen, hasSpoken, importTransaction, makeSeen } from './import-transaction.ts'
import { sawSome } from './missing.ts'
import { refuseNul } from './plain-text.ts'
import { beginRun, cutOff, endRun, heldSince, stillRunning } from './running.ts'
import { putLines } from './runs/lines.ts'
import type { Difference } from './runs/run-line.ts'
import { noteOrder } from './runs/seen-before.ts'
import { putSource } from './sources.ts'
import { undo } from './undo.ts'

type Outcome<T> = RunOutcome<T>

/** Carries the outcome of a run that is not to be kept out of the transaction that it rolls back. */
class NotKept<T> extends Error {
  readonly outcome: Outcome<T>
  constructor(outcome: Outcome<T>) {
    super('This run is not kept.')
    this.outcome = outcome
  }
}

const idsOf = ({ run, source, startedAt }: About) => ({ run, source: source.id, startedAt })

/** The reason a report gives, where it gives one. */
function whyIn(report: string): string | null {
  const { why = null } = JSON.parse(report) as { why?: string | null }
  return why
}

/** PostgreSQL plans by what it believes a table holds: after a first import that would be "nothing" for a minute. */
async function learnSizes({ db, dialect }: Writing): Promise<void> {
  if (dialect === 'postgres') await sql`analyze organisation, listing, slug, statement, source`.execute(db)
}

async function keptRun<T>(
  tx: Writing,
  about: About,
  work: (tx: ImportTransaction) => Promise<Outcome<T>>,
  clock: () => Date,
): Promise<T> {
  const { run, source, startedAt } = about
  const of = { run, source: source.id }
  let complete = false
  await stillRunning(tx, run)
  await putSource(tx, source)
  await makeSeen(tx)
  const outcome = await work(
    importTransaction(tx, of, await hasSpoken(tx, of.source), () => void (complete = true)),
  )
  if (!outcome.keep || about.dryRun === true) throw new NotKept(outcome)
  if (!complete) await sawSome(tx, of, startedAt)
  await dropSeen(tx)
  await learnSizes(tx)
  await tx.db
    .updateTable('source')
    .set({ last_run_at: startedAt, ...(complete ? { complete_at: startedAt } : {}) })
    .where('id', '=', source.id)
    .execute()
  const { state, report, difference } = outcome
  const finishedAt = clock().toISOString()
  await endRun(tx, idsOf(about), { state, finishedAt, complete, report, why: null, asks: false })
  await noteOrder(tx, run)
  if (difference !== undefined) await putLines(tx, run, difference, true)
  return outcome.value
}

export function importStore({ read, dialect, write }: Database, clock: () => Date): ImportStore {
  const refused = (about: About, report: string, asks: boolean, difference?: Difference) =>
    write(async (tx) => {
      await putSource(tx, about.source)
      const finishedAt = clock().toISOString()
      const why = whyIn(report)
      await endRun(tx, idsOf(about), { state: 'refused', finishedAt, complete: false, report, why, asks })
      if (difference !== undefined) await putLines(tx, about.run, difference, false)
    })

  return {
    async run<T>(about: About, work: (tx: ImportTransaction) => Promise<Outcome<T>>): Promise<T> {
      refuseNul('the id of a run', [about.run])
      try {
        return await write((tx) => keptRun(tx, about, work, clock))
      } catch (error) {
        if (error instanceof NotKept) {
          const outcome: Outcome<T> = error.outcome
          if (about.dryRun !== true) await refused(about, outcome.report, true, outcome.difference)
          return outcome.value
        }
        const why = error instanceof Error ? error.message : String(error)
        // The first error is the one to tell, even where its record cannot be written either.
        if (about.dryRun !== true) await refused(about, JSON.stringify({ why }), false).catch(() => undefined)
        throw error
      }
    },
    async begin(beginning, isGone) {
      // Found out by reading alone: whoever runs it may hold the writer for minutes.
      const since = await heldSince({ db: read, dialect }, beginning.source.id, isGone)
      if (since !== null) return { is: 'busy', since }
      return write((tx) => beginRun(tx, beginning, isGone))
    },
    end: (of, { report, why }) =>
      write((tx) => {
        const finishedAt = clock().toISOString()
        return endRun(tx, of, { state: 'refused', finishedAt, complete: false, report, why, asks: false })
      }),
    cutOff: (at, isGone) => cutOff({ db: read, dialect }, write, at, isGone),
    undo: (run, at, settle) => write((tx) => undo(tx, run, at, settle)),
  }
}
