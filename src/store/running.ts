/** A run from its beginning to its end: who holds its source meanwhile, and what is kept of one that was cut off. */
import type { Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { leaveTurn, takeTurn } from './mail/turn.ts'
import { bare, refuseNul } from './plain-text.ts'
import { putSource } from './sources.ts'
import type { Run, Source } from './store.ts'

/** Whose turn it is to read a source, of all processes on one store. */
export const turnOf = (source: string): string => `source ${source}`

/** What says whether whoever runs it still does: see imports/holder.ts. */
export type Held = {
  run: string
  holder: string | null
  /** The turn of its source: whose, and until when; null: nobody's. */
  turn: { holder: string; until: string } | null
}
export type IsGone = (held: Held) => boolean

export type CutOff = { run: string; source: string; name: string; startedAt: string }

export type Beginning = {
  run: string
  source: Source
  startedAt: string
  by: Run['by']
  holder: string
  /** The real time, whatever the run is told: turns of all processes go by it. */
  now: Date
  /** How long the turn lasts where it is not drawn out. Milliseconds. */
  ms: number
  /** Not begun where the last run of its source is another one than this (null: there was none). */
  after?: string | null | undefined
}
export type Began =
  | { is: 'begun'; cutOff: CutOff[] }
  /** `since`: when the run that is under way began. */
  | { is: 'busy'; since: string | null }

export type Ended = {
  state: 'applied' | 'refused'
  finishedAt: string
  complete: boolean
  report: string
  why: string | null
  asks: boolean
}

const CUT_OFF = 'It was cut off. Nothing of it was kept.'

/** Runs under way by their records, oldest first, with whoever holds their source. */
async function underWay({ db }: Reading, source: string | null): Promise<(Held & CutOff)[]> {
  const rows = await db
    .selectFrom('run')
    .innerJoin('source', 'source.id', 'run.source')
    .select(['run.id', 'run.source', 'run.started_at', 'run.holder', 'source.name'])
    .where('run.state', '=', 'running')
    .$if(source !== null, (query) => query.where('run.source', '=', source ?? ''))
    .orderBy('run.started_at')
    .execute()
  const held = []
  for (const { id, started_at, ...row } of rows) {
    const turn = await db
      .selectFrom('job_turn')
      .select(['holder', 'until'])
      .where('name', '=', turnOf(row.source))
      .executeTakeFirst()
    const whose = turn?.holder ?? null
    held.push({
      ...row,
      run: id,
      startedAt: started_at,
      turn: whose === null ? null : { holder: whose, until: turn?.until ?? '' },
    })
  }
  return held
}

async function stop(tx: Writing, gone: readonly (Held & CutOff)[], at: string): Promise<CutOff[]> {
  for (const { run, source, holder } of gone) {
    await tx.db
      .updateTable('run')
      .set({ state: 'stopped', why: CUT_OFF, finished_at: at })
      .where('id', '=', run)
      .where('state', '=', 'running')
      .execute()
    if (holder !== null) await leaveTurn(tx, { name: turnOf(source), holder })
  }
  return gone.map(({ run, source, name, startedAt }) => ({ run, source, name, startedAt }))
}

/** When the run of a source that is under way began; null: none is. */
export async function heldSince(reading: Reading, source: string, isGone: IsGone): Promise<string | null> {
  return (await underWay(reading, source)).find((held) => !isGone(held))?.startedAt ?? null
}

async function lastRun({ db }: Reading, source: string): Promise<string | null> {
  const row = await db
    .selectFrom('run')
    .select('id')
    .where('source', '=', source)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes the record of a run that begins, and takes the turn of its source. What was cut off before is said. */
export async function beginRun(tx: Writing, it: Beginning, isGone: IsGone): Promise<Began> {
  refuseNul('the id of a run', [it.run])
  const since = await heldSince(tx, it.source.id, isGone)
  if (since !== null) return { is: 'busy', since }
  if (it.after !== undefined && (await lastRun(tx, it.source.id)) !== it.after)
    return { is: 'busy', since: null }
  const found = await underWay(tx, it.source.id)
  const cutOff = await stop(tx, found, it.now.toISOString())
  const { holder, now, ms } = it
  if (!(await takeTurn(tx, { name: turnOf(it.source.id), holder, now, ms })))
    return { is: 'busy', since: null }
  await putSource(tx, it.source)
  await tx.db
    .insertInto('run')
    .values({
      id: it.run,
      source: it.source.id,
      started_at: it.startedAt,
      finished_at: null,
      state: 'running',
      complete: 0,
      report: '',
      asks: 0,
      begun_by: it.by,
      holder,
    })
    .execute()
  return { is: 'begun', cutOff }
}

/** A run that was taken for dead must not be kept: its source may have been read again since. */
export async function stillRunning({ db }: Writing, run: string): Promise<void> {
  const row = await db.selectFrom('run').select('state').where('id', '=', run).executeTakeFirst()
  if (row !== undefined && row.state !== 'running')
    throw new Error(`Run ${run} had stopped for so long that it was given up: nothing of it is kept.`)
}

/**
 * The record of a run that ended, and its turn given back. One that ended before stays as it is; one that was never
 * begun is written as a whole.
 */
export async function endRun(
  tx: Writing,
  { run, source, startedAt }: { run: string; source: string; startedAt: string },
  ended: Ended,
): Promise<void> {
  const { finishedAt: finished_at, complete, report, why, asks, state } = ended
  const said = {
    state,
    finished_at,
    complete: complete ? 1 : 0,
    report: bare(report),
    why: why === null ? null : bare(why),
    asks: asks ? 1 : 0,
  }
  const before = await tx.db
    .selectFrom('run')
    .select(['state', 'holder'])
    .where('id', '=', run)
    .executeTakeFirst()
  if (before === undefined) {
    await tx.db
      .insertInto('run')
      .values({ id: run, source, started_at: startedAt, begun_by: 'hand', holder: null, ...said })
      .execute()
    return
  }
  if (before.state !== 'running') return
  await tx.db.updateTable('run').set(said).where('id', '=', run).execute()
  if (before.holder !== null) await leaveTurn(tx, { name: turnOf(source), holder: before.holder })
}

/** Runs whose process is gone, marked as stopped. Where there is none, nothing is written. */
export async function cutOff(
  reading: Reading,
  write: <T>(work: (tx: Writing) => Promise<T>) => Promise<T>,
  at: string,
  isGone: IsGone,
): Promise<CutOff[]> {
  if ((await underWay(reading, null)).every((held) => !isGone(held))) return []
  return write(async (tx) => stop(tx, (await underWay(tx, null)).filter(isGone), at))
}
