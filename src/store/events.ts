/** Events about a listing: confirmations, whether there is room, doubts. Added, never changed; a doubt can be cleared. */
import { sql } from 'kysely'
import type { CapacityEvent, CapacityState } from '../capacity/event.ts'
import type { Confirmation, Signal } from '../freshness/evidence.ts'
import type { Knower } from '../listings/claims.ts'
import { among, insertMany, type Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { bump, numbersOf, ofListing } from './listing-numbers.ts'
import { bare, refuseNul } from './plain-text.ts'

type ConfirmationRow = {
  id: string
  at: string
  author: string
  source: string | null
  how: string
  revision: number
}
type CapacityRow = {
  id: string
  session: string | null
  state: string
  weeks: number | null
  until: string | null
  said_at: string
  author: string
}
type SignalRow = { id: string; kind: string; at: string; source: string | null; cleared_at: string | null }

export function readConfirmation(row: ConfirmationRow, listing: string): Confirmation {
  const { id, at, author, source, how, revision } = row
  return { id, listing, at, by: author as Knower, source, how: how as Confirmation['how'], revision }
}
export function readCapacity(row: CapacityRow, listing: string): CapacityEvent {
  const { id, session, state, weeks, until, said_at, author } = row
  return {
    id,
    listing,
    session,
    state: state as CapacityState,
    weeks,
    until,
    saidAt: said_at,
    by: author as Knower,
  }
}
export function readSignal(row: SignalRow, listing: string): Signal {
  const { id, kind, at, source, cleared_at } = row
  return { id, listing, kind: kind as Signal['kind'], at, source, clearedAt: cleared_at }
}

/** Newest first. */
export async function confirmations({ db, dialect }: Reading, listing: string): Promise<Confirmation[]> {
  const rows = await db
    .selectFrom('confirmation')
    .select(['id', 'at', 'author', 'source', 'how', 'revision'])
    .where(ofListing(dialect, listing))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => readConfirmation(row, listing))
}

/** Newest first. */
export async function capacities({ db, dialect }: Reading, listing: string): Promise<CapacityEvent[]> {
  const rows = await db
    .selectFrom('capacity_event')
    .select(['id', 'session', 'state', 'weeks', 'until', 'said_at', 'author'])
    .where(ofListing(dialect, listing))
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => readCapacity(row, listing))
}

/** What was said of any listing from an instant on, oldest first. */
export async function capacitiesSince({ db }: Reading, since: string): Promise<CapacityEvent[]> {
  const { rows } = await sql<CapacityRow & { listing_id: string }>`
    select event.id, event.session, event.state, event.weeks, event.until, event.said_at, event.author,
      listing.id as listing_id
    from capacity_event as event join listing on listing.no = event.listing
    where event.said_at >= ${since} order by event.said_at, event.id`.execute(db)
  return rows.map((row) => readCapacity(row, row.listing_id))
}

/** Events that are not there yet, each once: the same one said again, by its id, is no news and moves nothing. */
async function news<E extends { id: string }>(
  tx: Writing,
  table: 'confirmation' | 'capacity_event',
  events: readonly E[],
): Promise<E[]> {
  refuseNul(
    'the id of an event',
    events.map(({ id }) => id),
  )
  const fresh = new Map(events.map((event) => [event.id, event]))
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where ${among(tx.dialect, sql.ref('id'), [...fresh.keys()])}`.execute(tx.db)
  for (const { id } of rows) fresh.delete(id)
  return [...fresh.values()]
}

/** Throws where a listing is not known. `run`: the import run that brought them. */
export async function addConfirmations(
  tx: Writing,
  given: readonly Confirmation[],
  run: string | null = null,
): Promise<void> {
  const numbers = await numbersOf(tx, given)
  const events = await news(tx, 'confirmation', given)
  await insertMany(
    tx,
    'confirmation',
    [
      ['id', 'text'],
      ['listing', 'integer'],
      ['at', 'text'],
      ['author', 'text'],
      ['source', 'text'],
      ['how', 'text'],
      ['revision', 'integer'],
      ['run', 'text'],
    ],
    events.map((e) => [e.id, numbers.of(e), e.at, e.by, bare(e.source), e.how, e.revision, run]),
  )
  await bump(tx, [...new Set(events.map(numbers.of))])
}

/** Throws where a listing is not known. `run`: the import run that brought them. */
export async function addCapacities(
  tx: Writing,
  given: readonly CapacityEvent[],
  run: string | null = null,
): Promise<void> {
  const numbers = await numbersOf(tx, given)
  const events = await news(tx, 'capacity_event', given)
  await insertMany(
    tx,
    'capacity_event',
    [
      ['id', 'text'],
      ['listing', 'integer'],
      ['session', 'text'],
      ['state', 'text'],
      ['weeks', 'double precision'],
      ['until', 'text'],
      ['said_at', 'text'],
      ['author', 'text'],
      ['run', 'text'],
    ],
    events.map((e) => [e.id, numbers.of(e), bare(e.session), e.state, e.weeks, e.until, e.saidAt, e.by, run]),
  )
  await bump(tx, [...new Set(events.map(numbers.of))])
}

/**
 * A signal raised again with its `clearedAt` set is cleared. Throws where a listing is not known. `run`: the import run
 * that raised it first.
 */
export async function addSignals(
  tx: Writing,
  given: readonly Signal[],
  run: string | null = null,
): Promise<void> {
  refuseNul(
    'the id of a signal',
    given.map(({ id }) => id),
  )
  const numbers = await numbersOf(tx, given)
  const signals = [...new Map(given.map((signal) => [signal.id, signal])).values()]
  await insertMany(
    tx,
    'signal',
    [
      ['id', 'text'],
      ['listing', 'integer'],
      ['kind', 'text'],
      ['at', 'text'],
      ['source', 'text'],
      ['cleared_at', 'text'],
      ['run', 'text'],
    ],
    signals.map((s) => [s.id, numbers.of(s), s.kind, s.at, bare(s.source), s.clearedAt, run]),
    '(id) do update set cleared_at = excluded.cleared_at',
  )
  await bump(tx, [...new Set(signals.map(numbers.of))])
}
