/** Thirty days of one directory, with the load spread or not: people come, read from the top, and some are sent. */
import { openEmbedded } from '../../../src/search/embedded/open.ts'
import type { SearchDocument } from '../../../src/search/document.ts'
import type { EngineQuery, Hit, SearchEngine } from '../../../src/search/engine.ts'
import { areaOf, backOf, loadsOf, seedOf } from '../../../src/search/fairness.ts'
import { isoDay } from '../../../src/listings/clock.ts'
import { METRES_PER_MILE } from '../../../src/places/geo.ts'
import { EVERYTHING } from '../../../src/search/query.ts'
import { standingOrder, type StandingTimes } from '../../../src/search/ranking.ts'
import { ANYBODY } from '../../../src/search/serves.ts'
import { confirmedFrom } from '../../../src/freshness/standing.ts'
import { lot, normal, dice } from '../chance.ts'
import type { Directory } from './directory.ts'
import { gradeGain, metresTo, worthTo, type Searcher } from './people.ts'
import type { FairWorld } from './world.ts'

export type Lived = {
  /** Listing → people sent there. */
  sent: Map<string, number>
  searches: number
  /** Searches that found something to rank. */
  ranked: number
  /** Of what listings are about; and the same without spreading, at the same moments. */
  graded: number
  gradedPlain: number
  /** Of what they are worth to the person, standing and distance too. */
  ndcg: number
  ndcgPlain: number
  /** Sent to a place, and the miles to it; and to what the same person had taken without spreading. */
  walked: number
  miles: number
  milesPlain: number
  toFull: number
  /** Cards on first pages that say why, of all cards. */
  said: number
  cards: number
}

const DAY = 86_400_000
const WEEK = 7
/** Places of a list by which it is judged. */
const JUDGED = 10

type State = {
  document: SearchDocument
  room: number
  fullSince: number | null
  /** By day: people who came since it last had room again, and those of them who were counted. */
  came: number[]
  days: number[]
}

export async function live(
  directory: Directory,
  people: readonly Searcher[],
  about: { world: FairWorld; strength: number; seed: number; start: Date; folder: string; atOnce: boolean },
): Promise<Lived> {
  const { world, strength, seed, start, folder, atOnce } = about
  const engine = openEmbedded(folder, directory.rules)
  const states = statesOf(directory, world, seed)
  async function* all() {
    yield directory.documents
  }
  await engine.rebuild(all(), 1)
  const lived: Lived = {
    sent: new Map(),
    searches: 0,
    ranked: 0,
    graded: 0,
    gradedPlain: 0,
    ndcg: 0,
    ndcgPlain: 0,
    walked: 0,
    miles: 0,
    milesPlain: 0,
    toFull: 0,
    said: 0,
    cards: 0,
  }
  let today = -1
  let back = new Map<string, number>()
  for (const person of people) {
    const day = Math.floor(person.day)
    for (; today < day; today++) {
      await tomorrow(engine, states, world, { seed, day: today + 1, start })
      back = backOf(loads(directory, states, today + 1), strength)
    }
    const now = start.getTime() + person.day * DAY
    const query = queryOf(directory, person, now)
    const fair = {
      version: day,
      back: atOnce && strength > 0 ? busiestBack(directory, lived.sent) : back,
      seed: seedOf(isoDay(Math.floor(now / DAY)), areaOf(query.near)),
    }
    const plain = (await engine.search({ ...query, fair: null })).hits
    const hits = strength > 0 ? (await engine.search({ ...query, fair })).hits : plain
    lived.searches++
    if (plain.length === 0) continue
    take(lived, person, states, { hits, plain }, { world, now, day, seed, times: timesAt(directory, now) })
  }
  engine.close()
  return lived
}

function statesOf({ documents }: Directory, world: FairWorld, seed: number): Map<string, State> {
  const die = dice(seed + 1)
  return new Map(
    documents.map((document) => {
      const room = Math.max(1, Math.round(world.room * Math.exp(world.room_spread * normal(die))))
      return [document.id, { document, room, fullSince: null, came: [], days: [] }]
    }),
  )
}

/**
 * What nobody can know: everybody sent to each group so far, today included, and any difference is as many steps as the
 * rule lets one stand back. How much could be spread at all.
 */
function busiestBack({ groups }: Directory, sent: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [listing, count] of sent) {
    const group = groups.get(listing) ?? listing
    sums.set(group, (sums.get(group) ?? 0) + count)
  }
  return new Map([...groups].map(([listing, group]) => [listing, (sums.get(group) ?? 0) * EVERY_STEP]))
}
const EVERY_STEP = 1000

/** People sent in the seven whole days before `day`. */
function loads({ groups }: Directory, states: Map<string, State>, day: number): Map<string, number> {
  return loadsOf(
    [...states].map(([listing, { days }]) => ({
      listing,
      group: groups.get(listing) ?? null,
      count: sum(days, day - WEEK, day),
    })),
  )
}

/** Of the days from one on and before another; days nobody came are not there. */
const sum = (days: readonly number[], from: number, before: number): number =>
  days.slice(Math.max(0, from), before).reduce((all, it) => all + (it ?? 0), 0)

/** Groups that are full say so, those that have room again say that, and what nobody says again lapses by itself. */
async function tomorrow(
  engine: SearchEngine,
  states: Map<string, State>,
  world: FairWorld,
  { seed, day, start }: { seed: number; day: number; start: Date },
): Promise<void> {
  const changed: SearchDocument[] = []
  const now = start.getTime() + day * DAY
  for (const [nth, state] of [...states.values()].entries()) {
    const taken = sum(state.came, day - 28, day)
    const saying = (state.document.capacity?.lapsesAt ?? 0) > now ? state.document.capacity?.state : null
    const says = lot(seed, 7, nth, day) < world.says_full
    if (state.fullSince === null && taken >= state.room) state.fullSince = day
    if (state.fullSince !== null && day - state.fullSince >= world.full_days) {
      state.fullSince = null
      state.came = []
      if (says) changed.push(say(state, 'open', now + 28 * DAY))
    } else if (state.fullSince !== null && says && saying !== 'full')
      changed.push(say(state, 'full', now + 42 * DAY))
  }
  if (changed.length > 0) await engine.apply(changed, [], day + 2)
}

function say(state: State, said: 'open' | 'full', lapsesAt: number): SearchDocument {
  state.document = { ...state.document, capacity: { state: said, lapsesAt } }
  return state.document
}

function queryOf({ rules }: Directory, person: Searcher, now: number): EngineQuery {
  const { asked, what, need, chosen } = person
  return {
    ...EVERYTHING,
    what,
    filters: { ...EVERYTHING.filters, need: chosen && need !== null ? [need] : [] },
    size: 100,
    near: asked === null ? null : { ...ANYBODY, ...asked },
    practice: [],
    withinMetres: asked === null ? null : 5 * METRES_PER_MILE,
    now,
    checkedDays: rules.site.freshness.confirmed_days,
    facets: [],
    fair: null,
  }
}

function timesAt({ rules }: Directory, now: number): StandingTimes {
  const { confirmed_days, due_days } = rules.site.freshness
  const today = new Date(now)
  return {
    now,
    confirmedFrom: confirmedFrom(today, confirmed_days),
    dueFrom: confirmedFrom(today, due_days),
    tomorrow: now + DAY,
  }
}

type At = { world: FairWorld; now: number; day: number; times: StandingTimes; seed: number }
type Lists = { hits: readonly Hit[]; plain: readonly Hit[] }

function take(
  lived: Lived,
  person: Searcher,
  states: Map<string, State>,
  { hits, plain }: Lists,
  at: At,
): void {
  const worths = new Map([...plain, ...hits].map(({ id }) => [id, worthNow(person, states, id, at)]))
  const about = new Map(
    [...worths.keys()].map((id) => {
      const document = states.get(id)?.document
      const metres = person.home && document ? metresTo(person.home, document) : null
      return [id, document ? gradeGain(person, document, metres) : 0]
    }),
  )
  const [gain, graded] = [gainOf(worths), gainOf(about)]
  lived.ranked++
  lived.graded += graded(hits)
  lived.gradedPlain += graded(plain)
  lived.ndcg += gain(hits)
  lived.ndcgPlain += gain(plain)
  for (const hit of hits.slice(0, at.world.read)) {
    lived.cards++
    const capacity = states.get(hit.id)?.document.capacity
    if (hit.forward && capacity?.state === 'open' && capacity.lapsesAt > at.now) lived.said++
  }
  if (person.go >= at.world.goes) return
  const chosen = choose(hits, person, worths, states, at)
  const other = choose(plain, person, worths, states, at)
  if (chosen === null || other === null) return
  lived.sent.set(chosen, (lived.sent.get(chosen) ?? 0) + 1)
  const state = states.get(chosen)
  if (state === undefined) return
  if (state.fullSince !== null) lived.toFull++
  state.came[at.day] = (state.came[at.day] ?? 0) + 1
  if (lot(at.seed, 9, at.day, Math.floor(person.take * 1e6)) < at.world.known)
    state.days[at.day] = (state.days[at.day] ?? 0) + 1
  const [far, farPlain] = [chosen, other].map((id) => {
    const document = states.get(id)?.document
    return person.home && document ? metresTo(person.home, document) : null
  })
  if (typeof far !== 'number' || typeof farPlain !== 'number') return
  lived.walked++
  lived.miles += far / METRES_PER_MILE
  lived.milesPlain += farPlain / METRES_PER_MILE
}

function worthNow(person: Searcher, states: Map<string, State>, id: string, at: At): number {
  const document = states.get(id)?.document
  if (document === undefined) return 0
  const standing = standingOrder(
    document.confirmedAt ?? -Infinity,
    document.doubtedFrom ?? Infinity,
    at.times,
  )
  return worthTo(person, document, standing, person.home ? metresTo(person.home, document) : null)
}

/** Looked at by 1 / place, taken by what it is worth, and less where the card says that it is full. */
function choose(
  hits: readonly Hit[],
  { take }: Searcher,
  worths: Map<string, number>,
  states: Map<string, State>,
  { world, now }: At,
): string | null {
  const weights = hits.slice(0, world.read).map(({ id }, i) => {
    const capacity = states.get(id)?.document.capacity
    const full = capacity?.state === 'full' && capacity.lapsesAt > now
    return ((worths.get(id) ?? 0) / (i + 1) ** world.position) * (full ? world.full_taken : 1)
  })
  let left = take * weights.reduce((sum, it) => sum + it, 0)
  for (const [i, weight] of weights.entries()) if ((left -= weight) < 0) return hits[i]?.id ?? null
  return null
}

/** nDCG of a list, where the best possible one is all of these from the best down. */
function gainOf(gains: ReadonlyMap<string, number>): (list: readonly Hit[]) => number {
  const ideal = dcg([...gains.values()].sort((a, b) => b - a))
  return (list) => dcg(list.map(({ id }) => gains.get(id) ?? 0)) / ideal
}

const dcg = (gains: readonly number[]): number =>
  gains.slice(0, JUDGED).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
