/** One import run: one transaction, one record of what came of it. */
import { sql } from 'kysely'
import type { Database, Writing } from './database.ts'
import type { About, ImportStore, ImportTransaction } from './import-store.ts'
import { dropSeen, hasSpoken, importTransaction, makeSeen } from './import-transaction.ts'
import { sawSome } from './missing.ts'
import { bare, refuseNul } from './plain-text.ts'
import { putSource } from './sources.ts'
import { undo } from './undo.ts'

type Outcome<T> = { keep: boolean; state: 'applied' | 'refused'; report: string; value: T }

/** Carries the outcome of a run that is not to be kept out of the transaction that it rolls back. */
class NotKept<T> extends Error {
  readonly outcome: Outcome<T>
  constructor(outcome: Outcome<T>) {
    super('This run is not kept.')
    this.outcome = outcome
  }
}

type Ended = { state: 'applied' | 'refused'; finishedAt: string; complete: boolean; report: string }

async function recordRun({ db }: Writing, { run, source, startedAt }: About, ended: Ended): Promise<void> {
  await db
    .insertInto('run')
    .values({
      id: run,
      source: source.id,
      started_at: startedAt,
      finished_at: ended.finishedAt,
      state: ended.state,
      complete: ended.complete ? 1 : 0,
      report: bare(ended.report),
    })
    .execute()
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
  const { state, report } = outcome
  await recordRun(tx, about, { state, finishedAt: clock().toISOString(), complete, report })
  return outcome.value
}

export function importStore({ write }: Database, clock: () => Date): ImportStore {
  const refused = (about: About, report: string) =>
    write(async (tx) => {
      await putSource(tx, about.source)
      const finishedAt = clock().toISOString()
      await recordRun(tx, about, { state: 'refused', finishedAt, complete: false, report })
    })

  return {
    async run<T>(about: About, work: (tx: ImportTransaction) => Promise<Outcome<T>>): Promise<T> {
      refuseNul('the id of a run', [about.run])
      try {
        return await write((tx) => keptRun(tx, about, work, clock))
      } catch (error) {
        if (error instanceof NotKept) {
          const outcome: Outcome<T> = error.outcome
          if (about.dryRun !== true) await refused(about, outcome.report)
          return outcome.value
        }
        const why = error instanceof Error ? error.message : String(error)
        // The first error is the one to tell, even where its record cannot be written either.
        if (about.dryRun !== true) await refused(about, JSON.stringify({ why })).catch(() => undefined)
        throw error
      }
    },
    undo: (run, at, settle) => write((tx) => undo(tx, run, at, settle)),
  }
}
