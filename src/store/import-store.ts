/** What an import needs of the store, in bulk and inside one transaction a run. */
import type { Author, Statement } from '../listings/claims.ts'
import type { Listing, ListingFields } from '../listings/listing.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { CapacityEvent } from '../capacity/event.ts'
import type { Confirmation, Signal } from '../freshness/evidence.ts'
import type { FundingEvent } from '../funding/event.ts'
import type { AwardsInRun } from './awards/in-run.ts'
import type { AwardsRead } from './awards/awards.ts'
import type { Sides } from './awards/sides.ts'
import type { Matter, NewMatter } from './matters/matter.ts'
import type { Register } from '../freshness/register-entry.ts'
import type { RegistersIn } from './registers/register-store.ts'
import type { Began, Beginning, CutOff, IsGone } from './running.ts'
import type { Difference } from './runs/run-line.ts'
import type { Lost, Silent } from './runs/silent.ts'
import type { Undone } from './runs/undone.ts'
import type { PostcodeRow } from '../places/gazetteer.ts'
import type { Identity, Source } from './store.ts'

/** What this source said last time under one key. */
export type KnownRow = {
  key: string
  listing: string
  /** "" where the run that said it was undone: whatever the source says now is a change. */
  hash: string
  missing: boolean
  /** The listing was erased and must not come back: pass the row over. `write` ignores it. */
  erased: boolean
}

/** A listing that may be the same thing, found by name and place, postcode, phone or website host. */
export type Candidate = {
  /** "" where people said it. */
  key: string
  source: string
  listing: string
  name: string | null
  postcode: string | null
  point: { lat: number; lng: number } | null
  phone: string | null
  host: string | null
  /** Numbers of the group that runs it. */
  orgIds: string[]
}

/** By what candidates are looked for. */
export type Sought = {
  /** As imports/matching/identity.ts writes them. */
  names: readonly string[]
  postcodes: readonly string[]
  phones: readonly string[]
  hosts: readonly string[]
  orgIds: readonly string[]
  points: readonly { lat: number; lng: number }[]
  /** Metres round a point: a square, whose corners lie farther away. */
  near: number
  /** Statements given for one value at most. */
  most: { [K in keyof Alikes]: number }
}
/** Value → statements that have it; of a point, its pointKey. */
export type Alikes = {
  names: Map<string, Candidate[]>
  postcodes: Map<string, Candidate[]>
  phones: Map<string, Candidate[]>
  hosts: Map<string, Candidate[]>
  orgIds: Map<string, Candidate[]>
  points: Map<string, Candidate[]>
}

export type RowWrite = {
  /** The source's own key for the row, and a hash of what it said: equal hash, nothing to do. */
  key: string
  hash: string
  statement: Statement
  settled: ListingFields
  /** How the listing is found again by other sources: see imports/match.ts. */
  identity: Identity
  group: Organisation | null
} & ({ is: 'new'; slug: string } | { is: 'known'; revision: number })

/**
 * One run, one transaction: all of it is durable when `run` is fulfilled, none of it when it throws or returns `keep: false`.
 */
export interface ImportTransaction {
  /**
   * Keys of this batch that this run has not seen before; the others are repeats. Remembers them. A key that stands
   * twice in the batch is given once: the caller tells its first from its second.
   */
  firstSeen(keys: readonly string[]): Promise<Set<string>>
  known(keys: readonly string[]): Promise<Map<string, KnownRow>>
  /**
   * What sources, this one too, and people say with one of these values. Drafts are left out: a listing that a file tells
   * of would else be hidden with a draft nobody has looked at.
   */
  candidates(sought: Sought): Promise<Alikes>
  /** Of these pairs of listings, by the ids of their matters, those that the desk said are two. */
  toldApart(matters: readonly string[]): Promise<Set<string>>
  listings(ids: readonly string[]): Promise<Map<string, { listing: Listing; statements: Statement[] }>>
  /** By name, letter for letter, or by org-id. */
  groups(names: readonly string[], orgIds: readonly string[]): Promise<Organisation[]>
  slugsTaken(slugs: readonly string[]): Promise<Set<string>>
  /**
   * Adds and changes; each row is one listing, one statement, one revision. A group given replaces the one the listing
   * has; null leaves it. Throws where a revision is not the one that stands, as when two rows write one listing.
   */
  write(rows: readonly RowWrite[], author: Author, at: string): Promise<void>
  /** What a run says at a time: the same id said again is no news. A run taken back takes all of it along. */
  confirm(confirmations: readonly Confirmation[]): Promise<void>
  sayCapacity(events: readonly CapacityEvent[]): Promise<void>
  sayFunding(events: readonly FundingEvent[]): Promise<void>
  /** Raised again with `clearedAt` set it is cleared. */
  raise(signals: readonly Signal[]): Promise<void>
  /** Opened again by the same id, open or decided, a matter stays as it is: an answer is remembered. */
  openMatters(matters: readonly NewMatter[]): Promise<void>
  /** What registers of charities say. `kind`: the register that this run reads; null: it only tells listings. */
  registers(kind: Register | null, at: string): RegistersIn
  /** Grants of money, of the source that this run reads; and those of groups, whoever told of them. */
  awards: AwardsInRun & Pick<AwardsRead, 'ofGroups'>
  /** Who here may have received a grant. */
  sides: Sides
  /** What the source says otherwise than people: one open matter a listing at most. */
  conflicts: {
    open(): Promise<Map<string, Matter>>
    /** Of each listing, "field offered" of what the desk keeps against this source. */
    kept(listings: readonly string[]): Promise<Map<string, Set<string>>>
    restate(id: string, about: Matter['about']): Promise<void>
    withdraw(id: string, at: string): Promise<void>
  }
  /** What the source tells of no more: see runs/silent.ts. */
  missing: {
    lost(limit: number): Promise<Lost[]>
    silent(which: { runs: number; before: string }): Promise<Silent[]>
    heardAgain(listings: readonly string[], at: string): Promise<void>
  }
  /** Points of postcodes, from rows that have both; they go with the run. */
  learn(rows: readonly PostcodeRow[]): Promise<void>
  /** Rows said again without a change. */
  seenAgain(keys: readonly string[]): Promise<void>
  /** Keys of this source that this run has not seen: marked missing, never deleted. How many are missing now, and how many of them were not before. */
  markMissing(): Promise<{ now: number; newly: number }>
}

/** What a listing's statements settle to; null where nothing is left to show. */
export type Settle = (statements: readonly Statement[]) => ListingFields | null

export type About = {
  run: string
  source: Source
  startedAt: string
  /** Nothing at all is written, whatever `work` says. */
  dryRun?: boolean
}

/** `difference`: what the run would change or did; kept also where the run itself is not. */
export type RunOutcome<T> = {
  keep: boolean
  state: 'applied' | 'refused'
  report: string
  value: T
  difference?: Difference
}

export interface ImportStore {
  /**
   * Before anything is read: the record of a run under way, and the turn of its source, so that nobody else reads it
   * meanwhile. Runs of the source that `isGone` says were cut off are marked so, and given.
   */
  begin(beginning: Beginning, isGone: IsGone): Promise<Began>
  /** Of a run that was begun and wrote nothing. One that `run` has ended stays as it is. */
  end(
    of: { run: string; source: string; startedAt: string },
    said: { report: string; why: string | null },
  ): Promise<void>
  /** Runs that `isGone` says were cut off, marked so at an instant; nothing is written where there is none. */
  cutOff(at: string, isGone: IsGone): Promise<CutOff[]>
  /**
   * A run that is not kept or throws leaves only its own record, "refused" with its report; a dry run leaves nothing.
   * One that was begun and meanwhile taken for dead throws: nothing of it is kept.
   * While it runs, other writers wait: up to 10 seconds, then they are told that the store is busy.
   */
  run<T>(about: About, work: (tx: ImportTransaction) => Promise<RunOutcome<T>>): Promise<T>
  /**
   * Claims of the run go back to what this source said before it; what a later run said stands. Its confirmations go
   * with it. A listing that only this run spoke of keeps its id, address and words but becomes a draft, out of the
   * index; the same row imported again brings it back. What people changed since stays, and is given. Throws one
   * sentence where there is no such run or it was not applied.
   */
  undo(run: string, at: string, settle: Settle): Promise<Undone>
}
