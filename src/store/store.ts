/**
 * The system of record. One interface over SQLite and PostgreSQL; one contract suite holds both.
 * When a promise here is fulfilled, what it wrote is on the disk. Nothing else writes a listing.
 */
import type { CapacityEvent } from '../capacity/event.ts'
import type { Confirmation, Signal } from '../freshness/evidence.ts'
import type { FundingEvent } from '../funding/event.ts'
import type { Author, Statement } from '../listings/claims.ts'
import type { Listing, ListingFields } from '../listings/listing.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { GazetteerTables } from '../places/gazetteer.ts'
import type { Act } from './act.ts'
import type { Intake } from './answers/intake.ts'
import type { AuditEntry } from './audit.ts'
import type { AwardsRead } from './awards/awards.ts'
import type { DraftsRead } from './editing/doors.ts'
import type { ImportStore } from './import-store.ts'
import type { Invitation, KeeperCode } from './keepers/keeper.ts'
import type { MailStore } from './mail/mail-store.ts'
import type { Tried, Waiting } from './mail/outbox.ts'
import type { Merge } from './merging/merging.ts'
import type { Matter, WhichMatters } from './matters/matter.ts'
import type { Notice } from './notices/notice.ts'
import type { OnceLooked } from './once.ts'
import type { PeopleStore } from './people/doors.ts'
import type { Grant, Role } from './people/grant.ts'
import type { RegistersRead } from './registers/register-store.ts'
import type { Asked } from './reviews/asks.ts'
import type { Ruling } from './runs/conflicts.ts'
import type { WhichLines } from './runs/lines.ts'
import type { LineCounts, RunLine } from './runs/run-line.ts'
import type { Kept } from './runs/undone.ts'
import type { ToldOtherwise } from './runs/told-otherwise.ts'
import type { Days, SentTo } from './sent.ts'
import type { Tally } from './tallies.ts'
import type { Tie, Umbrella } from './umbrellas/umbrella.ts'
import type { WhichTies } from './umbrellas/umbrellas.ts'
import type { GapsRead } from './gaps/doors.ts'
import type { WorkersRead } from './workers/workers.ts'

/** A listing and what is known about it now: everything a page or an index needs. */
export type Known = {
  listing: Listing
  /** The latest one. */
  confirmation: Confirmation | null
  /** The latest one of the listing as a whole, whether or not it still holds: the rules in capacity/ decide. */
  capacity: CapacityEvent | null
  /** The latest one of each session of which anybody spoke: see capacity/by-session.ts. */
  capacities: CapacityEvent[]
  /** What a person said last. For insiders: the public is told no more than funding/said.ts makes of it. */
  funding: FundingEvent | null
  /** What a source told last, for insiders as well; grants of the group come beside it: see upkeep/money.ts. */
  fundingTold: FundingEvent | null
  /** Those not cleared. */
  signals: Signal[]
  /** Ids of the sources whose claims stand behind it: for licence and attribution. */
  sources: string[]
}

export type Found =
  { is: 'listing'; known: Known } | { is: 'moved'; slug: string } | { is: 'erased' } | { is: 'unknown' }

/** What to write: a whole statement of one source about one listing, and the settled result of all its statements. */
export type Edit = {
  listing: string
  /** The revision the writer read. */
  revision: number
  statement: Statement
  settled: ListingFields
  author: Author
  /** Instant in UTC. */
  at: string
  /** Absent or null in a part: stays as it was. */
  identity?: Identity
  /** Who runs it from now on; absent: as before. */
  group?: Organisation
}
export type EditOutcome =
  | { is: 'saved'; known: Known }
  /** Somebody changed this meanwhile: nothing was written; what stands now is given, nothing is lost. */
  | { is: 'stale'; known: Known }
  | { is: 'unknown' }

/** By what other sources find a listing again: name and place in the one spelling of imports/matching. */
export type Identity = {
  name: string | null
  postcode: string | null
  phone: string | null
  host: string | null
}

export type NewListing = {
  id: string
  slug: string
  group: Organisation | null
  statement: Statement
  settled: ListingFields
  author: Author
  at: string
  /** Absent: imports cannot tell that a row of theirs is this listing. */
  identity?: Identity
}

export type Revision = {
  listing: string
  revision: number
  at: string
  author: Author
  source: string
  run: string | null
  changes: { field: string; from: unknown; to: unknown }[]
}

/** Where claims come from: a file's publisher, the group itself, the desk. Licence and attribution are shown with them. */
export type Source = {
  id: string
  name: string
  kind: string
  publisher: string | null
  licence: string | null
  licence_url: string | null
  attribution: string | null
  url: string | null
  lastRunAt: string | null
  /** How it is read; absent: data/sources.json says nothing of it. */
  arranged?: Arranged | undefined
}

/** A standing arrangement as the store keeps it: see imports/arrangement.ts. */
export type Arranged = {
  at: string[]
  profile: string | null
  every: string | null
  ranks: { [group: string]: number }
  author: 'source' | 'register'
}

export type Run = {
  id: string
  source: string
  startedAt: string
  finishedAt: string | null
  /** "stopped": it was cut off in the middle, and nothing of it was kept. */
  state: 'running' | 'applied' | 'refused' | 'undone' | 'stopped'
  /** The report of imports/report.ts, as JSON text; of a run that never came so far "" or less. */
  report: string
  /** Who began it: somebody at the command line, the program when it was due, the desk's button. */
  by: 'hand' | 'due' | 'desk'
  /** Why nothing was kept, in one sentence; null: it was kept, or is running. */
  why: string | null
  /** It was refused because too much would go: it waits until somebody says that it is meant. */
  asks: boolean
}

/** A run without its report, which may be long. */
export type RunHead = Omit<Run, 'report'>
/** How many listings a source speaks of, and how many of them its last whole run did not have. */
export type SourceCount = { listings: number; missing: number }

/** Listings that changed after a number, oldest change first. `upTo` is the number to ask from next. */
export type Changes = { known: Known[]; removed: string[]; upTo: number; more: boolean }

export interface Store {
  readonly dialect: 'sqlite' | 'postgres'
  /** In the order asked; unknown ids are left out. */
  listings(ids: readonly string[]): Promise<Known[]>
  bySlug(slug: string): Promise<Found>
  byId(id: string): Promise<Found>
  /** Everything a group runs, drafts and what ended included, by name. */
  ofGroup(group: string): Promise<Known[]>
  /** Who runs listings, with its charity and company numbers. */
  group(id: string): Promise<Organisation | null>
  /** Those with just this name. */
  groupsNamed(name: string): Promise<Organisation[]>
  statements(listing: string): Promise<Statement[]>
  /** Listings that turned out to be this one, newest first: see merging/. */
  merges(listing: string): Promise<Merge[]>
  /** Newest first. */
  revisions(listing: string): Promise<Revision[]>
  confirmations(listing: string): Promise<Confirmation[]>
  capacities(listing: string): Promise<CapacityEvent[]>
  /** Of all listings, from an instant on, oldest first. */
  capacitiesSince(since: string): Promise<CapacityEvent[]>
  add(listings: readonly NewListing[]): Promise<void>
  edit(edit: Edit): Promise<EditOutcome>
  /** Events: append only; each puts its listing into the change feed. */
  confirm(confirmations: readonly Confirmation[]): Promise<void>
  sayCapacity(events: readonly CapacityEvent[]): Promise<void>
  raise(signals: readonly Signal[]): Promise<void>
  sayFunding(events: readonly FundingEvent[]): Promise<void>
  /** How many new people a month each can take, as last said; never public. */
  intakes(listings: readonly string[]): Promise<Intake[]>
  /** Old slug keeps leading to the listing. */
  rename(listing: string, slug: string): Promise<void>
  /** Removes all content; the address answers "gone" for ever. */
  erase(listing: string, at: string): Promise<void>
  lastChange(): Promise<number>
  changesSince(change: number, limit: number): Promise<Changes>
  count(): Promise<{ all: number; published: number }>
  sources(): Promise<Source[]>
  putSource(source: Source): Promise<void>
  /** Newest first. */
  runs(source: string | null, limit: number): Promise<Run[]>
  run(id: string): Promise<Run | null>
  /** Of every source its last `each` runs, newest first, by source. */
  lastRuns(each: number): Promise<Map<string, RunHead[]>>
  /** By source; those that say nothing are left out. */
  sourceCounts(): Promise<Map<string, SourceCount>>
  /** What data/sources.json says now; one it no longer names stays a record. Nothing is written where nothing changed. */
  arrange(sources: readonly Source[]): Promise<void>
  /** Listings that a source still tells of and of which people said something too, page by page. */
  toldOtherwise(source: string, page?: { after?: number; limit?: number }): Promise<ToldOtherwise[]>
  /** What the desk answered to conflicts, oldest first. */
  rulings(listing: string): Promise<Ruling[]>
  /** The difference of a run, applied or refused, in its order, page by page: 100 lines where no limit is given. */
  runLines(run: string, which?: WhichLines): Promise<RunLine[]>
  /** How many lines of each kind; null: there is no such run, or it is from before differences were kept. */
  runCounts(run: string): Promise<LineCounts | null>
  /** What people changed since a run in what it had changed: taking it back leaves that. By listing. */
  stays(run: string): Promise<Kept[]>
  drafts: DraftsRead
  /** Grants of money that 360Giving tells of, by the groups that received them. */
  awards: AwardsRead
  registers: RegistersRead
  places: GazetteerTables
  imports: ImportStore
  /** What people do, in one transaction: see act.ts. */
  act: <T>(work: (act: Act) => Promise<T>) => Promise<T>
  once(token: string, kind: string, now: Date): Promise<OnceLooked>
  /** Listings of an answer link that were answered by it, and when. */
  answered(token: string): Promise<{ [listing: string]: string }>
  grants: {
    /** Those a person holds now. */
    of(person: string): Promise<Grant[]>
    holders(role: Role, scope?: string | null): Promise<Grant[]>
  }
  keepers: {
    invitation(id: string): Promise<Invitation | null>
    /** Those nobody has answered, oldest first, expired ones left out. */
    waiting(group: string, now: Date): Promise<Invitation[]>
    /** The code that somebody may type now. */
    code(listing: string, person: string, now: Date): Promise<KeeperCode | null>
  }
  people: PeopleStore
  umbrellas: {
    /** By name. */
    all(): Promise<Umbrella[]>
    get(id: string): Promise<Umbrella | null>
    /** Ids of the bodies whose help a group has accepted. */
    of(group: string): Promise<string[]>
    ties(which: WhichTies): Promise<Tie[]>
  }
  matters: {
    get(id: string): Promise<Matter | null>
    /** Oldest first. */
    list(which: WhichMatters, how?: { limit?: number; newestFirst?: boolean }): Promise<Matter[]>
    openByKind(): Promise<{ [kind: string]: number }>
  }
  /** What the desk says about many listings at once, newest first; `from` a day: only those that hold then or later. */
  notices(which?: { from?: string; limit?: number }): Promise<Notice[]>
  /** Newest first. */
  audit(which: { limit: number; before?: string; listing?: string }): Promise<AuditEntry[]>
  tallies(listings: readonly string[], since: string): Promise<Tally[]>
  /** People sent from the day `from` on and before another; the other listings of their groups with 0. */
  sentTo(days: Days): Promise<SentTo[]>
  /** Whom was asked about what from an instant on, oldest first, and whether an answer came. */
  asked(since: string): Promise<Asked[]>
  /** What link workers write. */
  workers: WorkersRead
  /** What was needed and not found. */
  gaps: GapsRead
  turns: MailStore['turns']
  mail: MailStore['mail']
  links: MailStore['links']
  outbox: {
    /** Letters whose time has come: those that expire soonest first, so that a code does not wait behind a digest. */
    due(now: Date, limit: number): Promise<Waiting[]>
    tried(it: Tried): Promise<void>
  }
  /** Small facts of the deployment, such as "demonstration": "1". */
  fact(name: string): Promise<string | null>
  setFact(name: string, value: string): Promise<void>
  /** "ok", or one sentence saying what is wrong. */
  health(): Promise<string>
  close(): Promise<void>
}
