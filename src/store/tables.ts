/** The tables as Kysely sees them: the same in SQLite and PostgreSQL. Instants are ISO text in UTC, JSON is text. */
import type { DraftTable } from './tables/editing.ts'
import type { Status } from '../listings/listing.ts'
import type {
  AskingTable,
  PersonTable,
  PressedTable,
  SecondFactorTable,
  SignInTable,
} from './tables/sign-ins.ts'
import type { AwardOrgTable, AwardTable } from './tables/awards.ts'
import type { AnsweredTable, FundingEventTable, IntakeTable } from './tables/answers.ts'
import type { NoticeTable } from './tables/desk.ts'
import type {
  AuditTable,
  MatterTable,
  OnceTable,
  OutboxTable,
  RoleGrantTable,
  TallyTable,
} from './tables/people.ts'
import type { MergeTable } from './tables/merging.ts'
import type { BounceTable, JobTurnTable, LinkCheckTable, StoppedTable } from './tables/mail.ts'
import type {
  DraftDiscardedTable,
  GroupReplacedTable,
  RegisterEntryTable,
  RegisterReplacedTable,
} from './tables/registers.ts'
import type { AskTable } from './tables/reviews.ts'
import type { RulingTable, RunBeforeTable, RunLineTable, SeenBeforeTable } from './tables/runs.ts'
import type {
  InvitationTable,
  KeeperCodeTable,
  UmbrellaGroupTable,
  UmbrellaTable,
} from './tables/umbrellas.ts'
import type { GapTable, MissedWordsTable, WordMarkTable } from './tables/gaps.ts'
import type { NoteTable, SavedSearchTable, SentTable, TurnTable } from './tables/workers.ts'

/** Numbers handed out inside writing transactions: "change" for the feed, "listing" for `listing.no`. */
type CounterTable = { name: 'change' | 'listing'; value: number }

type OrganisationTable = {
  id: string
  name: string
  org_ids: string
  website: string | null
  /** The source whose register made it, in which run; null: somebody named it. */
  register: string | null
  run: string | null
}

/** Charity and company numbers of groups, to find them by: those in `organisation.org_ids`. */
type OrgIdentifierTable = { org_id: string; organisation: string }

type ListingTable = {
  /** Short number inside the database: other tables point to it, nothing outside ever sees it. */
  no: number
  id: string
  slug: string
  group_id: string | null
  revision: number
  change: number
  /** "erased": only the slug and the id are left. */
  status: Status | 'erased'
  edited_at: string
  /** See fields-text.ts. null: one statement stands behind it and it is just what that statement says. */
  fields: string | null
  /** It turned out to be that one: whoever asks for it gets the other. */
  merged_into: number | null
}

/** Every slug a listing ever had; the one it has now is in `listing.slug`. */
type SlugTable = { slug: string; listing: number }

/** What a source says of a listing, how it said it, and by what the listing is found again by other sources. */
export type StatementTable = {
  listing: number
  source: string
  /** The source's own key; null where people wrote it. */
  key: string | null
  hash: string
  /** See statement-text.ts. null: taken back. */
  fields: string | null
  /** The run that wrote it. */
  run: string | null
  /** When the source last said it, as far as `source.complete_at` does not say. */
  seen_at: string | null
  /** The run that did not find it any more. */
  missing_run: string | null
  name: string | null
  postcode: string | null
  phone: string | null
  host: string | null
  lat: number | null
  lng: number | null
}

/** The statement that a run replaced, so that the run can be undone. */
type ReplacedTable = StatementTable & {
  replaced_by: string
}

type RevisionTable = {
  listing: number
  revision: number
  at: string
  author: string
  source: string
  run: string | null
  /** JSON list of { field, from, to }; "[]" for the first one, which is worked out from what followed. */
  changes: string
}

type ConfirmationTable = {
  id: string
  listing: number
  at: string
  author: string
  source: string | null
  how: string
  revision: number
  /** The run that brought it: undone, it takes its confirmations with it. */
  run: string | null
}
type CapacityEventTable = {
  id: string
  listing: number
  /** Key of a session; null: the whole listing. */
  session: string | null
  state: string
  weeks: number | null
  until: string | null
  said_at: string
  author: string
  /** The run that brought it, as of a confirmation. */
  run: string | null
}
type SignalTable = {
  id: string
  listing: number
  kind: string
  at: string
  source: string | null
  cleared_at: string | null
  run: string | null
  /** The run that cleared it. */
  closed_run: string | null
}

type SourceTable = {
  id: string
  name: string
  kind: string
  publisher: string | null
  licence: string | null
  licence_url: string | null
  attribution: string | null
  url: string | null
  last_run_at: string | null
  /** Start of the last run that named everything the source has: each statement not missing was said again then. */
  complete_at: string | null
  /** 1: data/sources.json says how it is read; what follows is its word. */
  arranged: number
  /** JSON list. */
  at: string
  profile: string | null
  every: string | null
  /** JSON: group of fields → rank. */
  ranks: string
  author: string
}
type RunTable = {
  id: string
  source: string
  started_at: string
  finished_at: string | null
  state: string
  /** 1: it named everything the source has. */
  complete: number
  /** "": it has not ended. */
  report: string
  begun_by: string
  /** The process that runs it: see imports/holder.ts. */
  holder: string | null
  why: string | null
  /** 1: it was refused until somebody says that the loss is meant. */
  asks: number
  /** Counts of the lines of its difference by kind, as JSON; null: a run of before there were any. */
  difference: string | null
  /** In which order runs were kept, over all sources; null: it was not kept, or is from before this was noted. */
  nth: number | null
}

type PostcodeTable = {
  postcode: string
  lat: number
  lng: number
  area_codes: string
  learned: number
  run: string | null
}
type OutcodeTable = { outcode: string; lat: number; lng: number; town: string | null }
type AreaTable = {
  code: string
  name: string
  kind: string
  lat: number
  lng: number
  west: number
  south: number
  east: number
  north: number
  outline: string
}
type PlaceNameTable = {
  /** Small letters: how it is looked up. */
  folded: string
  name: string
  kind: string
  lat: number
  lng: number
  weight: number
}
type FactTable = { name: string; value: string }

export type Tables = {
  draft: DraftTable
  counter: CounterTable
  organisation: OrganisationTable
  org_identifier: OrgIdentifierTable
  listing: ListingTable
  merge: MergeTable
  slug: SlugTable
  statement: StatementTable
  replaced: ReplacedTable
  revision: RevisionTable
  confirmation: ConfirmationTable
  capacity_event: CapacityEventTable
  funding_event: FundingEventTable
  intake: IntakeTable
  answered: AnsweredTable
  signal: SignalTable
  award: AwardTable
  award_org: AwardOrgTable
  source: SourceTable
  run: RunTable
  run_line: RunLineTable
  run_before: RunBeforeTable
  seen_before: SeenBeforeTable
  ruling: RulingTable
  postcode: PostcodeTable
  outcode: OutcodeTable
  area: AreaTable
  place_name: PlaceNameTable
  fact: FactTable
  role_grant: RoleGrantTable
  matter: MatterTable
  audit: AuditTable
  notice: NoticeTable
  once: OnceTable
  outbox: OutboxTable
  tally: TallyTable
  sent: SentTable
  note: NoteTable
  saved_search: SavedSearchTable
  turn: TurnTable
  gap: GapTable
  word_mark: WordMarkTable
  missed_words: MissedWordsTable
  job_turn: JobTurnTable
  stopped: StoppedTable
  bounce: BounceTable
  link_check: LinkCheckTable
  person: PersonTable
  sign_in: SignInTable
  asking: AskingTable
  second_factor: SecondFactorTable
  pressed: PressedTable
  ask: AskTable
  umbrella: UmbrellaTable
  umbrella_group: UmbrellaGroupTable
  invitation: InvitationTable
  keeper_code: KeeperCodeTable
  register_entry: RegisterEntryTable
  register_replaced: RegisterReplacedTable
  group_replaced: GroupReplacedTable
  draft_discarded: DraftDiscardedTable
}
export type TableName = keyof Tables
