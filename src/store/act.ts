/**
 * What people do, all of it or nothing: an answer, the letter it causes and the line in the record are one transaction.
 * `store.act(async (act) => …)` gives one of these; when it is fulfilled everything is on the disk, when it throws nothing is.
 */
import type { CapacityEvent } from '../capacity/event.ts'
import type { Confirmation, Signal } from '../freshness/evidence.ts'
import type { FundingEvent } from '../funding/event.ts'
import type { Statement } from '../listings/claims.ts'
import type { Organisation } from '../listings/organisation.ts'
import { addListings, slugsTaken } from './add.ts'
import { answeredBy, useAnswer } from './answers/answered.ts'
import { addFundings } from './answers/funding.ts'
import { setIntake, type Intake } from './answers/intake.ts'
import { note, type AuditEntry } from './audit.ts'
import type { Writing } from './database.ts'
import { editListing } from './edit.ts'
import { draftsAct, type DraftsAct } from './editing/doors.ts'
import { addCapacities, addConfirmations, addSignals } from './events.ts'
import { byId } from './find.ts'
import { groupsById, groupsLike, putGroups } from './groups.ts'
import { keepersInAct, type KeepersInAct } from './keepers/in-act.ts'
import { writeLink, type LinkCheck } from './links/link-checks.ts'
import { bouncesOf, noteBounce, type Bounce } from './mail/bounces.ts'
import { post, posted, type Post } from './mail/outbox.ts'
import { stop, unstop, type Stopped } from './mail/stopped.ts'
import type { Matter, NewMatter, WhichMatters } from './matters/matter.ts'
import { assign, decide, matter, matters, open, restate, type Decision } from './matters/matters.ts'
import type { Notice } from './notices/notice.ts'
import { addNotice, endNotice } from './notices/notices.ts'
import { lookAtOnce, makeOnce, useOnce, type Once, type OnceLooked } from './once.ts'
import type { Grant, Role } from './people/grant.ts'
import { end, give, grantsOf, holdersOf } from './people/grants.ts'
import { peopleIn, type PeopleActs } from './people/doors.ts'
import { registersAct, type RegistersAct } from './registers/doors.ts'
import { merge } from './merging/merge.ts'
import { mergesInto } from './merging/merges.ts'
import type { Merge, Merged, Merging, Parted, Parting } from './merging/merging.ts'
import { part } from './merging/part.ts'
import { addAsks, type AskRow } from './reviews/asks.ts'
import { addRulings, rulings, type Ruling } from './runs/conflicts.ts'
import { gapsAct, type GapsAct } from './gaps/doors.ts'
import { fact, setFact } from './sources.ts'
import { statements } from './statements.ts'
import type { Settle } from './import-store.ts'
import type { Undone } from './runs/undone.ts'
import { undo } from './undo.ts'
import type { Edit, EditOutcome, Found, NewListing } from './store.ts'
import { addSent, type Limit, type Sent } from './sent.ts'
import { addTallies, type Tally } from './tallies.ts'
import type { Tie, Umbrella } from './umbrellas/umbrella.ts'
import { acceptedBy, putTie, putUmbrella, ties, type WhichTies } from './umbrellas/umbrellas.ts'
import { workersAct, type WorkersAct } from './workers/workers.ts'

export type Act = {
  workers: WorkersAct
  gaps: GapsAct
  drafts: DraftsAct
  registers: RegistersAct
  byId: (listing: string) => Promise<Found>
  statements: (listing: string) => Promise<Statement[]>
  add: (listings: readonly NewListing[]) => Promise<void>
  edit: (edit: Edit) => Promise<EditOutcome>
  /** Two listings become one: the other's addresses and its id lead there. */
  merge: (merging: Merging) => Promise<Merged>
  /** What some sources say goes to a listing of its own; the desk's answer that they are two is remembered. */
  part: (parting: Parting) => Promise<Parted>
  /** Merges into a listing that stand, newest first. */
  merges: (listing: string) => Promise<Merge[]>
  slugsTaken: (slugs: readonly string[]) => Promise<Set<string>>
  confirm: (confirmations: readonly Confirmation[]) => Promise<void>
  sayCapacity: (events: readonly CapacityEvent[]) => Promise<void>
  raise: (signals: readonly Signal[]) => Promise<void>
  sayFunding: (events: readonly FundingEvent[]) => Promise<void>
  setIntake: (intake: Intake) => Promise<void>
  fact: (name: string) => Promise<string | null>
  setFact: (name: string, value: string) => Promise<void>
  count: (tallies: readonly Tally[]) => Promise<void>
  /** `most`: what a day's count of a listing may reach. What is of days before `keepFrom` is forgotten. */
  send: (sent: readonly Sent[], how: { keepFrom: string; most: Limit }) => Promise<void>
  ask: (asks: readonly AskRow[]) => Promise<void>
  /** Posts a letter: it is sent after the act, at least once, and by the same key no second time. */
  post: (letter: Post) => Promise<void>
  /** Whether a letter was posted by this key: then no link need be made for it. */
  posted: (key: string) => Promise<boolean>
  /** An address no longer wants a kind of letter, or wants it again. */
  stop: (which: Stopped & { at: string }) => Promise<void>
  unstop: (which: Stopped) => Promise<void>
  /** False: that day was known already. */
  noteBounce: (bounce: Bounce) => Promise<boolean>
  bouncesOf: (address: string, since: string) => Promise<Bounce[]>
  /** What a look at a website found. */
  writeLink: (link: LinkCheck) => Promise<void>
  audit: (entry: AuditEntry) => Promise<void>
  /** What the desk answered to conflicts. */
  rulings: {
    of: (listing: string) => Promise<Ruling[]>
    add: (rulings: readonly Ruling[]) => Promise<void>
  }
  once: {
    make: (token: string, once: Omit<Once, 'usedAt'>) => Promise<void>
    use: (token: string, kind: string, now: Date) => Promise<OnceLooked>
    look: (token: string, kind: string, now: Date) => Promise<OnceLooked>
    /** Of a link that is good for several listings: true where this call used it up for this one. */
    useFor: (token: string, listing: string, at: string) => Promise<boolean>
    /** Listing → instant it was used for it. */
    usedFor: (token: string) => Promise<{ [listing: string]: string }>
  }
  grants: {
    of: (person: string) => Promise<Grant[]>
    holders: (role: Role, scope?: string | null) => Promise<Grant[]>
    give: (grant: Grant) => Promise<void>
    end: (grant: string, at: string) => Promise<boolean>
  }
  keepers: KeepersInAct
  people: PeopleActs
  groups: {
    get: (id: string) => Promise<Organisation | null>
    /** Those with one of these numbers; one that runs listings comes last. */
    numbered: (orgIds: readonly string[]) => Promise<Organisation[]>
    /** Adds groups, or writes over the ones with the same id. Their listings hear of it. */
    put: (groups: readonly Organisation[]) => Promise<void>
  }
  umbrellas: {
    of: (group: string) => Promise<string[]>
    ties: (which: WhichTies) => Promise<Tie[]>
    put: (umbrella: Umbrella) => Promise<void>
    tie: (tie: Tie) => Promise<void>
  }
  notices: {
    add: (notice: Notice) => Promise<void>
    /** False where it had ended before. */
    end: (id: string, by: string, at: string) => Promise<boolean>
  }
  /** Takes a run of a source back: see ImportStore.undo. */
  undoRun: (run: string, at: string, settle: Settle) => Promise<Undone>
  matters: {
    get: (id: string) => Promise<Matter | null>
    list: (which: WhichMatters) => Promise<Matter[]>
    open: (matter: NewMatter) => Promise<void>
    assign: (id: string, person: string | null) => Promise<boolean>
    restate: (id: string, about: Matter['about']) => Promise<boolean>
    decide: (decision: Decision) => Promise<boolean>
  }
}

export function actIn(tx: Writing): Act {
  return {
    workers: workersAct(tx),
    gaps: gapsAct(tx),
    drafts: draftsAct(tx),
    registers: registersAct(tx),
    byId: (listing) => byId(tx, listing),
    statements: (listing) => statements(tx, listing),
    add: (listings) => addListings(tx, listings),
    edit: (edit) => editListing(tx, edit),
    merge: (merging) => merge(tx, merging),
    part: (parting) => part(tx, parting),
    merges: (listing) => mergesInto(tx, listing),
    slugsTaken: (slugs) => slugsTaken(tx, slugs),
    confirm: (events) => addConfirmations(tx, events),
    sayCapacity: (events) => addCapacities(tx, events),
    raise: (signals) => addSignals(tx, signals),
    sayFunding: (events) => addFundings(tx, events),
    setIntake: (intake) => setIntake(tx, intake),
    fact: (name) => fact(tx, name),
    setFact: (name, value) => setFact(tx, name, value),
    count: (tallies) => addTallies(tx, tallies),
    send: (sent, how) => addSent(tx, sent, how),
    ask: (asks) => addAsks(tx, asks),
    post: (letter) => post(tx, letter),
    posted: (key) => posted(tx, key),
    stop: (which) => stop(tx, which),
    unstop: (which) => unstop(tx, which),
    noteBounce: (bounce) => noteBounce(tx, bounce),
    bouncesOf: (address, since) => bouncesOf(tx, address, since),
    writeLink: (link) => writeLink(tx, link),
    audit: (entry) => note(tx, entry),
    rulings: { of: (listing) => rulings(tx, listing), add: (given) => addRulings(tx, given) },
    once: {
      make: (token, once) => makeOnce(tx, token, once),
      use: (token, kind, now) => useOnce(tx, token, kind, now),
      look: (token, kind, now) => lookAtOnce(tx, token, kind, now),
      useFor: (token, listing, at) => useAnswer(tx, token, listing, at),
      usedFor: (token) => answeredBy(tx, token),
    },
    grants: {
      of: (person) => grantsOf(tx, person),
      holders: (role, scope) => holdersOf(tx, role, scope),
      give: (grant) => give(tx, grant),
      end: (grant, at) => end(tx, grant, at),
    },
    keepers: keepersInAct(tx),
    people: peopleIn(tx),
    groups: {
      get: async (id) => (await groupsById(tx, [id]))[0] ?? null,
      numbered: (orgIds) => groupsLike(tx, [], orgIds),
      put: (groups) => putGroups(tx, groups),
    },
    umbrellas: {
      of: (group) => acceptedBy(tx, group),
      ties: (which) => ties(tx, which),
      put: (given) => putUmbrella(tx, given),
      tie: (tie) => putTie(tx, tie),
    },
    notices: {
      add: (notice) => addNotice(tx, notice),
      end: (id, by, at) => endNotice(tx, id, by, at),
    },
    undoRun: (run, at, settle) => undo(tx, run, at, settle),
    matters: {
      get: (id) => matter(tx, id),
      list: (which) => matters(tx, which),
      open: (given) => open(tx, given),
      assign: (id, person) => assign(tx, id, person),
      restate: (id, about) => restate(tx, id, about),
      decide: (decision) => decide(tx, decision),
    },
  }
}
