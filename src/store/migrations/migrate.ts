/** Brings a database up to date. To change a table, add a file here and its line in the list: never edit an old one. */
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Tables } from '../tables.ts'
import { listings } from './0001-listings.ts'
import { events } from './0002-events.ts'
import { sources } from './0003-sources.ts'
import { places } from './0004-places.ts'
import { facts } from './0005-facts.ts'
import { appendOnly } from './0006-append-only.ts'
import { peopleAndDesk } from './0007-people-and-desk.ts'
import { mailAndJobs } from './0009-mail-and-jobs.ts'
import { signIns } from './0008-sign-ins.ts'
import { answers } from './0010-answers.ts'
import { umbrellaBodies } from './0011-umbrella-bodies.ts'
import { drafts } from './0012-drafts.ts'
import { notices } from './0013-notices.ts'
import { linkWorkers } from './0014-link-workers.ts'
import { reviews } from './0015-reviews.ts'
import { languages } from './0016-languages.ts'
import { eventsOfRuns } from './0017-events-of-runs.ts'
import { standingSources } from './0018-standing-sources.ts'
import { registers } from './0019-registers.ts'
import { awards } from './0020-awards.ts'
import { matching } from './0021-matching.ts'
import { differences } from './0022-differences.ts'
import { registerMarks } from './0023-register-marks.ts'
import { sent } from './0026-sent.ts'
import { gaps } from './0027-gaps.ts'
import { practices } from './0028-practices.ts'
import { directory } from './0029-directory.ts'

/** Tables do not have their types yet while they are made. */
export type Step = (db: Kysely<unknown>, dialect: 'sqlite' | 'postgres') => Promise<void>

const STEPS: { [name: string]: Step } = {
  '0001-listings': listings,
  '0002-events': events,
  '0003-sources': sources,
  '0004-places': places,
  '0005-facts': facts,
  '0006-append-only': appendOnly,
  '0007-people-and-desk': peopleAndDesk,
  '0009-mail-and-jobs': mailAndJobs,
  '0008-sign-ins': signIns,
  '0010-answers': answers,
  '0011-umbrella-bodies': umbrellaBodies,
  '0012-drafts': drafts,
  '0013-notices': notices,
  '0014-link-workers': linkWorkers,
  '0015-reviews': reviews,
  '0016-languages': languages,
  '0017-events-of-runs': eventsOfRuns,
  '0018-standing-sources': standingSources,
  '0019-registers': registers,
  '0020-awards': awards,
  '0021-matching': matching,
  '0022-differences': differences,
  '0023-register-marks': registerMarks,
  '0026-sent': sent,
  '0027-gaps': gaps,
  '0028-practices': practices,
  '0029-directory': directory,
}

/** Any number, the same in every process: PostgreSQL's name for our turn at migrating. */
const ADVISORY_LOCK = 4_613_373

/**
 * True where nothing is left to do, found out by reading alone: a site can start while another program is in the
 * middle of a long import.
 */
export async function isUpToDate(db: Kysely<Tables>): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const done = new Set(rows.map(({ name }) => name))
    const steps = Object.keys(STEPS)
    return done.size === steps.length && steps.every((name) => done.has(name))
  } catch {
    return false // a new database has no such table
  }
}

/**
 * Runs inside the caller's transaction: the database is wholly up to date afterwards, or as it was. Two processes may
 * start at once: on SQLite the transaction itself is the turn, on PostgreSQL a lock that ends with it.
 */
export async function migrate(db: Kysely<Tables>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(db)
  }
  const migrations: { [name: string]: Migration } = {}
  for (const [name, step] of Object.entries(STEPS)) migrations[name] = { up: (one) => step(one, dialect) }
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    disableTransactions: true,
  }).migrateToLatest()
  if (error !== undefined) throw error
}
