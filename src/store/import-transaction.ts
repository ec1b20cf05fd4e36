/** What an import asks while it runs: keys seen, rows known, listings that may be the same. */
import { sql } from 'kysely'
import { slugsTaken } from './add.ts'
import { among } from './bulk.ts'
import { candidates } from './candidates.ts'
import type { Writing } from './database.ts'
import { addFundings } from './answers/funding.ts'
import { addCapacities, addConfirmations, addSignals } from './events.ts'
import { awardsRead } from './awards/awards.ts'
import { awardsInRun } from './awards/in-run.ts'
import { sides } from './awards/sides.ts'
import { groupsLike } from './groups.ts'
import type { ImportTransaction, KnownRow } from './import-store.ts'
import { writeRows, type RunOf } from './import-write.ts'
import { headsById, listingsOf } from './known.ts'
import { open, toldApart } from './matters/matters.ts'
import { markMissing, seenAgain } from './missing.ts'
import { refuseNul } from './plain-text.ts'
import { keptAgainst, openConflicts, restateConflict, withdrawConflict } from './runs/conflicts.ts'
import { learn } from './runs/learned.ts'
import { heardAgain, lostIn, silent } from './runs/silent.ts'
import { registersIn } from './registers/doors.ts'
import { statementsOf } from './statements.ts'

/** Kept in memory of the keys seen, in KiB; the rest goes to a temporary file. */
const SEEN_KIB = 8_000

/** Keys seen are kept in a table of their own for the run: a file of any length takes the same memory. */
export async function makeSeen({ db, dialect }: Writing): Promise<void> {
  if (dialect === 'sqlite') await sql.raw(`pragma temp.cache_size = -${SEEN_KIB}`).execute(db)
  const end = dialect === 'sqlite' ? sql`without rowid` : sql`on commit drop`
  await sql`create temporary table seen (key text primary key) ${end}`.execute(db)
}
export async function dropSeen({ db, dialect }: Writing): Promise<void> {
  if (dialect === 'sqlite') await sql`drop table temp.seen`.execute(db)
}

async function firstSeen(tx: Writing, keys: readonly string[]): Promise<Set<string>> {
  refuseNul('the key of a row', keys)
  if (tx.sqlite !== null) {
    const see = tx.sqlite.prepare('insert into temp.seen (key) values (?) on conflict do nothing')
    return new Set(keys.filter((key) => see.run(key).changes === 1))
  }
  const { rows } = await sql<{ key: string }>`insert into seen (key) select * from unnest(${keys}::text[])
    on conflict do nothing returning key`.execute(tx.db)
  return new Set(rows.map(({ key }) => key))
}

async function known(
  tx: Writing,
  { source }: RunOf,
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<{
    key: string
    listing: string
    hash: string
    missing_run: string | null
    status: string
  }>`
    select statement.key, listing.id as listing, statement.hash, statement.missing_run, listing.status
    from statement join listing on listing.no = statement.listing
    where statement.source = ${source} and statement.key is not null
      and ${among(tx.dialect, sql.ref('statement.key'), keys)}`.execute(tx.db)
  return new Map(
    rows.map(({ key, listing, hash, missing_run, status }) => [
      key,
      { key, listing, hash, missing: missing_run !== null, erased: status === 'erased' },
    ]),
  )
}

async function listings(tx: Writing, ids: readonly string[]): ReturnType<ImportTransaction['listings']> {
  const heads = await headsById(tx, ids)
  const found = await listingsOf(tx, heads)
  const statements = await statementsOf(tx, heads)
  return new Map(
    [...found].map(([no, listing]) => [listing.id, { listing, statements: statements.get(no) ?? [] }]),
  )
}

/** Whether the source has said anything before this run; a first import need not ask for each row. */
export async function hasSpoken({ db }: Writing, source: string): Promise<boolean> {
  const row = await db
    .selectFrom('statement')
    .select('key')
    .where('source', '=', source)
    .where('key', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** `spoken`: the source has said something before. `marked` is called when the run has named everything the source has. */
export function importTransaction(
  tx: Writing,
  of: RunOf,
  spoken: boolean,
  marked: () => void,
): ImportTransaction {
  return {
    firstSeen: (keys) => firstSeen(tx, keys),
    known: async (keys) => (spoken ? known(tx, of, keys) : new Map()),
    candidates: (sought) => candidates(tx, sought),
    toldApart: (matters) => toldApart(tx, matters),
    listings: (ids) => listings(tx, ids),
    groups: (names, orgIds) => groupsLike(tx, names, orgIds),
    slugsTaken: (slugs) => slugsTaken(tx, slugs),
    write: (rows, author, at) => writeRows(tx, of, rows, author, at),
    confirm: (confirmations) => addConfirmations(tx, confirmations, of.run),
    sayCapacity: (events) => addCapacities(tx, events, of.run),
    sayFunding: (events) => addFundings(tx, events, of.run),
    raise: (signals) => addSignals(tx, signals, of.run),
    registers: (kind, at) => registersIn(tx, { ...of, kind, at }),
    async openMatters(matters) {
      for (const matter of matters) await open(tx, matter, of.run)
    },
    awards: { ...awardsInRun(tx, of), ofGroups: awardsRead(tx).ofGroups },
    sides: sides(tx),
    conflicts: {
      open: () => openConflicts(tx, of),
      kept: (listings) => keptAgainst(tx, of, listings),
      restate: (id, about) => restateConflict(tx, of, id, about),
      withdraw: (id, at) => withdrawConflict(tx, of, id, at),
    },
    missing: {
      lost: (limit) => lostIn(tx, of, limit),
      silent: (which) => silent(tx, of, which),
      heardAgain: (listings, at) => heardAgain(tx, of, listings, at),
    },
    learn: (rows) => learn(tx, of.run, rows),
    seenAgain: (keys) => seenAgain(tx, of, keys),
    markMissing() {
      marked()
      return markMissing(tx, of)
    },
  }
}
