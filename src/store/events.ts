/** Events about a listing: confirmations, whether there is room, doubts. Added, never changed; a doubt can be cleared. */
import { sql } from 'kysely'
import type { CapacityEvent, CapacityState } from '../capacity/event.ts'
import type { Confirmation, Signal } from '../freshness/evidence.ts'
import type { Knower } from '../listings/claims.ts'
import { insertMany, type Reading } from './bulk.ts'
import type { Writing } from './database.ts'
import { bump, numbersOf } from './listing-numbers.ts'

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
  const { id, state, weeks, until, said_at, author } = row
  return { id, listing, state: state as CapacityState, weeks, until, saidAt: said_at, by: author as Knower }
}
export function readSignal(row: SignalRow, listing: string): Signal {
  const { id, kind, at, source, cleared_at } = row
  return { id, listing, kind: kind as Signal['kind'], at, source, clearedAt: cleared_at }
}

/** Newest first. Those of an undone run are left out. */
export async function confirmations({ db }: Reading, listing: string): Promise<Confirmation[]> {
  const { rows } = await sql<ConfirmationRow>`
    select id, at, author, source, how, revision from confirmation
    where listing = (select no from listing where id = ${listing})
      and (run is null or not exists (select 1 from run where run.id = confirmation.run and state = 'undone'))
    order by at desc, id desc`.execute(db)
  return rows.map((row) => readConfirmation(row, listing))
}

/** Newest first. */
export async function capacities({ db }: Reading, listing: string): Promise<CapacityEvent[]> {
  const rows = await db
    .selectFrom('capacity_event')
    .select(['id', 'state', 'weeks', 'until', 'said_at', 'author'])
    .where('listing', '=', (one) => one.selectFrom('listing').select('no').where('id', '=', listing))
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => readCapacity(row, listing))
}

/** The same event said twice, by its id, is one. Throws where a listing is not known. */
export async function addConfirmations(
  tx: Writing,
  events: readonly Confirmation[],
  run: string | null = null,
): Promise<void> {
  const numbers = await numbersOf(tx, events)
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
    events.map((e) => [e.id, numbers.of(e), e.at, e.by, e.source, e.how, e.revision, run]),
    '(id) do nothing',
  )
  await bump(tx, numbers.all)
}

export async function addCapacities(tx: Writing, events: readonly CapacityEvent[]): Promise<void> {
  const numbers = await numbersOf(tx, events)
  await insertMany(
    tx,
    'capacity_event',
    [
      ['id', 'text'],
      ['listing', 'integer'],
      ['state', 'text'],
      ['weeks', 'double precision'],
      ['until', 'text'],
      ['said_at', 'text'],
      ['author', 'text'],
    ],
    events.map((e) => [e.id, numbers.of(e), e.state, e.weeks, e.until, e.saidAt, e.by]),
    '(id) do nothing',
  )
  await bump(tx, numbers.all)
}

/** A signal raised again with its `clearedAt` set is cleared. */
export async function addSignals(tx: Writing, signals: readonly Signal[]): Promise<void> {
  const numbers = await numbersOf(tx, signals)
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
    ],
    signals.map((s) => [s.id, numbers.of(s), s.kind, s.at, s.source, s.clearedAt]),
    '(id) do update set cleared_at = excluded.cleared_at',
  )
  await bump(tx, numbers.all)
}
