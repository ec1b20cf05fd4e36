/** The one door to the system of record. */
import { sql } from 'kysely'
import { actIn } from './act.ts'
import { addListings } from './add.ts'
import { addFundings } from './answers/funding.ts'
import { answeredBy } from './answers/answered.ts'
import { intakesOf } from './answers/intake.ts'
import { auditLog } from './audit.ts'
import { erase, rename } from './addresses.ts'
import { awardsRead } from './awards/awards.ts'
import { connect, type Database } from './database.ts'
import { editListing } from './edit.ts'
import { draftsRead } from './editing/doors.ts'
import {
  addCapacities,
  addConfirmations,
  addSignals,
  capacities,
  capacitiesSince,
  confirmations,
} from './events.ts'
import { byId, bySlug, changesSince, count, lastChange, listings, ofGroup } from './find.ts'
import { groupsById, groupsLike } from './groups.ts'
import { importStore } from './import-run.ts'
import { codeWaiting } from './keepers/codes.ts'
import { invitation, waitingFor } from './keepers/invitations.ts'
import { mailStore } from './mail/mail-store.ts'
import { due, tried } from './mail/outbox.ts'
import { matter, matters, openByKind } from './matters/matters.ts'
import { mergesInto } from './merging/merges.ts'
import { notices } from './notices/notices.ts'
import { lookAtOnce } from './once.ts'
import { peopleStore } from './people/doors.ts'
import { grantsOf, holdersOf } from './people/grants.ts'
import { gazetteerTables } from './places.ts'
import { registersRead } from './registers/doors.ts'
import { asksSince } from './reviews/asks.ts'
import { revisions } from './revisions.ts'
import { rulings } from './runs/conflicts.ts'
import { toldOtherwise } from './runs/told-otherwise.ts'
import { runCounts, runLines } from './runs/lines.ts'
import { keptOf } from './runs/undone.ts'
import { lastRuns, run, runs } from './run-records.ts'
import { arrange, fact, putSource, setFact, sourceCounts, sources, toArrange } from './sources.ts'
import { statements } from './statements.ts'
import type { Store } from './store.ts'
import { sentTo } from './sent.ts'
import { talliesOf } from './tallies.ts'
import { acceptedBy, ties, umbrella, umbrellas } from './umbrellas/umbrellas.ts'
import { gapsRead } from './gaps/doors.ts'
import { workersRead } from './workers/workers.ts'

async function health(database: Database): Promise<string> {
  try {
    await sql`select value from counter`.execute(database.read)
    return 'ok'
  } catch (error) {
    return `The store does not answer: ${error instanceof Error ? error.message : String(error)}`
  }
}

/**
 * Opens the store and brings its tables up to date. `url`: "postgres://…", the path of a file (its folder is made), or
 * ":memory:" for one that is gone when closed. `clock` says when a run ended. Throws one sentence where it cannot.
 */
export async function openStore(
  url: string,
  { clock = () => new Date() }: { clock?: () => Date } = {},
): Promise<Store> {
  const database = await connect(url)
  const { dialect, write, close } = database
  const reading = { db: database.read, dialect }
  return {
    dialect,
    listings: (ids) => listings(reading, ids),
    bySlug: (slug) => bySlug(reading, slug),
    byId: (id) => byId(reading, id),
    ofGroup: (group) => ofGroup(reading, group),
    group: async (id) => (await groupsById(reading, [id]))[0] ?? null,
    groupsNamed: (name) => groupsLike(reading, [name], []),
    statements: (listing) => statements(reading, listing),
    merges: (listing) => mergesInto(reading, listing),
    revisions: (listing) => revisions(reading, listing),
    confirmations: (listing) => confirmations(reading, listing),
    capacities: (listing) => capacities(reading, listing),
    capacitiesSince: (since) => capacitiesSince(reading, since),
    add: (given) => write((tx) => addListings(tx, given)),
    edit: (edit) => write((tx) => editListing(tx, edit)),
    confirm: (events) => write((tx) => addConfirmations(tx, events)),
    sayCapacity: (events) => write((tx) => addCapacities(tx, events)),
    raise: (signals) => write((tx) => addSignals(tx, signals)),
    sayFunding: (events) => write((tx) => addFundings(tx, events)),
    intakes: (given) => intakesOf(reading, given),
    rename: (listing, slug) => write((tx) => rename(tx, listing, slug)),
    erase: (listing, at) => write((tx) => erase(tx, listing, at)),
    lastChange: () => lastChange(reading),
    changesSince: (change, limit) => changesSince(reading, change, limit),
    count: () => count(reading),
    sources: () => sources(reading),
    putSource: (source) => write((tx) => putSource(tx, source)),
    runs: (source, limit) => runs(reading, source, limit),
    run: (id) => run(reading, id),
    lastRuns: (each) => lastRuns(reading, each),
    sourceCounts: () => sourceCounts(reading),
    async arrange(given) {
      const changed = await toArrange(reading, given)
      if (changed.length > 0) await write((tx) => arrange(tx, changed))
    },
    rulings: (listing) => rulings(reading, listing),
    toldOtherwise: (source, page) => toldOtherwise(reading, source, page),
    runLines: (id, which) => runLines(reading, id, which),
    runCounts: (id) => runCounts(reading, id),
    stays: (id) => keptOf(reading, id),
    drafts: draftsRead(reading),
    awards: awardsRead(reading),
    registers: registersRead(reading),
    places: gazetteerTables(database),
    imports: importStore(database, clock),
    act: (work) => write((tx) => work(actIn(tx))),
    once: (token, kind, now) => lookAtOnce(reading, token, kind, now),
    answered: (token) => answeredBy(reading, token),
    grants: {
      of: (person) => grantsOf(reading, person),
      holders: (role, scope) => holdersOf(reading, role, scope),
    },
    keepers: {
      invitation: (id) => invitation(reading, id),
      waiting: (group, now) => waitingFor(reading, group, now),
      code: (listing, person, now) => codeWaiting(reading, listing, person, now),
    },
    people: peopleStore(database),
    umbrellas: {
      all: () => umbrellas(reading),
      get: (id) => umbrella(reading, id),
      of: (group) => acceptedBy(reading, group),
      ties: (which) => ties(reading, which),
    },
    matters: {
      get: (id) => matter(reading, id),
      list: (which, how) => matters(reading, which, how),
      openByKind: () => openByKind(reading),
    },
    notices: (which) => notices(reading, which),
    audit: (which) => auditLog(reading, which),
    asked: (since) => asksSince(reading, since),
    tallies: (given, since) => talliesOf(reading, given, since),
    sentTo: (days) => sentTo(reading, days),
    workers: workersRead(reading),
    gaps: gapsRead(reading),
    ...mailStore(database),
    outbox: {
      due: (now, limit) => due(reading, now, limit),
      tried: (it) => write((tx) => tried(tx, it)),
    },
    fact: (name) => fact(reading, name),
    setFact: (name, value) => write((tx) => setFact(tx, name, value)),
    health: () => health(database),
    close,
  }
}
