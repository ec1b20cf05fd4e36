/** One directory through the years: the lives go on, the policy asks, answers come, people look. */
import type { FundingEvent } from '../../src/funding/event.ts'
import type { Knower } from '../../src/listings/claims.ts'
import { lot } from './chance.ts'
import { fundedUntil, instantOn, isoOn, within, type Life, type Lives } from './lives.ts'
import { nothingYet, type Tallied } from './measure.ts'
import type { Ask, Policy, Running, Seen } from './seen.ts'
import type { World } from './world.ts'

/** What a lot is for. */
const FOR = {
  answer: 1,
  after: 2,
  careless: 3,
  funding: 4,
  unasked: 5,
  report: 6,
  call: 7,
  look: 8,
  ring: 9,
  tell: 10,
  known: 11,
}
/** The looks of so many weeks are seen in the tally. */
const TALLY_WEEKS = 26

/** What is due to be heard in a week. */
type Coming = { listings: readonly number[]; person: number | null; by: Knower; careless: boolean }

export type State = {
  world: World
  lives: Lives
  seen: Seen[]
  policy: Policy
  running: Running
  /** Day on which all that is shown was last made right. */
  right: Float64Array
  /** First change after that: of times, of place. */
  newTimes: Float64Array
  moves: Float64Array
  coming: Coming[][]
  tallied: Tallied
}

export function live(world: World, lives: Lives, policy: Policy): Tallied {
  const seen = lives.lives.map((life, at) => firstSeen(world, lives, life, at))
  const right = Float64Array.from(lives.lives, ({ knownAt }) => knownAt)
  const state: State = {
    world,
    lives,
    seen,
    policy,
    running: policy.start(seen, lives.people.length),
    right,
    newTimes: Float64Array.from(lives.lives, (it) => it.newTimes[0] ?? Number.POSITIVE_INFINITY),
    moves: Float64Array.from(lives.lives, (it) => it.moves[0] ?? Number.POSITIVE_INFINITY),
    coming: Array.from({ length: lives.weeks + 4 }, () => []),
    tallied: nothingYet(),
  }
  const to = new Uint16Array(lives.people.length)
  for (let week = 0; week < lives.weeks; week++) {
    const day = week * 7
    for (const it of state.coming[week] ?? []) arrive(state, it, day)
    if (week % 2 === 0 || week < TALLY_WEEKS) tallyLooks(state, week)
    for (const ask of state.running.asks(day)) send(state, ask, week, to)
    lookAround(state, week)
  }
  state.tallied.mostToOne = to.reduce((most, it) => Math.max(most, it), 0)
  return state.tallied
}

/** The directory before day 0: everything was once confirmed by its group, and some grants are known of. */
function firstSeen(world: World, { seed, groups }: Lives, life: Life, at: number): Seen {
  const known = lot(seed, FOR.known, at, 0) < world.grant_known && life.grants.length > 0 && life.from === 0
  return {
    kind: life.kind,
    group: life.group,
    people: groups[life.group]?.people ?? [],
    from: life.from,
    confirmed: { day: life.knownAt, by: 'group' },
    ended: false,
    room: null,
    funding: known ? fundingWord(life, life.knownAt, at) : null,
    looked: 0,
  }
}

function fundingWord(life: Life, day: number, at: number): FundingEvent {
  const funded = fundedUntil(life, day)
  const says = funded === null ? 'goes-on' : funded.stops ? 'ends' : 'unknown'
  const until = funded === null ? null : isoOn(funded.until)
  return { id: '', listing: String(at), says, until, saidAt: instantOn(day), by: 'group', source: null }
}

function tallyLooks({ lives, seen }: State, week: number): void {
  const from = Math.max(0, week - TALLY_WEEKS)
  seen.forEach((it, at) => {
    const first = Math.max(from, Math.ceil(it.from / 7))
    let sum = 0
    for (let past = first; past < week; past++) sum += lives.looked[at * lives.weeks + past] ?? 0
    it.looked = week > first ? sum / (week - first) : 0
  })
}

/** Something is heard of listings: what shows is made right, unless somebody answered without looking. */
function arrive(state: State, { listings, person, by, careless }: Coming, day: number): void {
  const { world, lives, seen, running, policy } = state
  if (person !== null) running.answered?.(person, day)
  for (const at of listings) {
    const [life, it] = [lives.lives[at], seen[at]]
    if (life === undefined || it === undefined || it.ended) continue
    if (life.ends <= day) {
      it.ended = true
      continue
    }
    it.confirmed = { day, by }
    it.room = { state: within(life.full, day) ? 'full' : 'open', saidAt: instantOn(day) }
    if (policy.keeps.funding && by === 'group' && lot(lives.seed, FOR.funding, at, day) < world.tells_funding)
      it.funding = fundingWord(life, day, at)
    if (!careless) makeRight(state, at, day)
    running.heard?.(at, day)
  }
}

function makeRight({ lives, right, newTimes, moves }: State, at: number, day: number): void {
  const life = lives.lives[at]
  right[at] = day
  newTimes[at] = life?.newTimes.find((on) => on > day) ?? Number.POSITIVE_INFINITY
  moves[at] = life?.moves.find((on) => on > day) ?? Number.POSITIVE_INFINITY
}

function send(state: State, ask: Ask, week: number, to: Uint16Array): void {
  const { world, lives, tallied, running, coming } = state
  const day = week * 7
  const soon = (by: Knower, listing: number) =>
    coming[week + 1]?.push({ listings: [listing], person: null, by, careless: false })
  if (ask.is === 'letter') {
    tallied.letters++
    to[ask.person] = (to[ask.person] ?? 0) + 1
    return post(state, ask.person, ask.listings, week)
  }
  const ended = (lives.lives[ask.listing]?.ends ?? 0) <= day
  if (ask.is === 'call') {
    tallied.calls++
    const answered =
      lot(lives.seed, FOR.ring, ask.listing, week) < (ended ? world.ring_ended : world.ring_answered)
    if (answered) soon('link-worker', ask.listing)
    else running.nobodyAnswered?.(ask.listing, day)
  } else {
    tallied.lookUps++
    if (lot(lives.seed, FOR.look, ask.listing, week) < world.desk_finds) soon('desk', ask.listing)
  }
}

/** A letter: it comes back, or is answered one day, or is not. */
function post(state: State, to: number, listings: readonly number[], week: number): void {
  const { world, lives, running, coming } = state
  const { seed } = lives
  const day = week * 7
  const person = lives.people[to]
  if (person === undefined) return
  if (within(person.dead, day)) return running.bounced?.(to, day)
  const allEnded = listings.every((at) => (lives.lives[at]?.ends ?? 0) <= day)
  const chance = person.answers * (allEnded ? world.ended_answers : 1)
  if (lot(seed, FOR.answer, to, week) >= chance) return
  let late = lot(seed, FOR.after, to, week)
  const weeks = world.answers_after.findIndex((share) => (late -= share) < 0)
  const careless = lot(seed, FOR.careless, to, week) < world.careless
  coming[week + Math.max(0, weeks) + 1]?.push({ listings, person: to, by: 'group', careless })
}

/** People look, act and are misled; some report; link workers ring; some groups tell unasked. */
function lookAround(state: State, week: number): void {
  const { world, lives, seen, running, tallied, coming } = state
  const { seed } = lives
  const day = week * 7
  const next = (listing: number, weeks: number, by: Knower) =>
    coming[week + weeks]?.push({ listings: [listing], person: null, by, careless: false })
  lives.lives.forEach((life, at) => {
    const it = seen[at]
    if (it === undefined || it.ended || life.from > day) return
    const why = wrongOn(state, at, day)
    const doubted = running.doubts(at, day)
    const room = running.room(at, day)
    const acts = life.looks * (doubted ? world.heeds_doubt : 1) * (room === 'full' ? world.full_goes : 1)
    const blind = acts * (doubted ? 1 - world.rings_first : 1)
    tallied.looks += life.looks
    tallied.acts += acts
    const full = why === null && room === 'open' && within(life.full, day)
    if (why !== null) tallied[why] += blind
    else {
      if (full) tallied.full += blind
      tallied.goodWeeks++
      tallied.goodLooks += life.looks
      if (doubted) tallied.goodDoubted++
      if (doubted) tallied.goodLooksDoubted += life.looks
    }
    if (why !== null && lot(seed, FOR.report, at, week) < 1 - Math.exp(-world.misled_report * blind * 0.8))
      next(at, 2, 'desk')
    if (why !== null && toldUnasked(state, at, day)) next(at, 1, 'group')
    if (state.policy.keeps.links && life.siteGone > day - 7 && life.siteGone <= day)
      running.siteGone?.(at, day)
    if (state.policy.keeps.calls) {
      const rings = 1 - Math.exp(-world.worker_rings * life.looks)
      const ended = life.ends <= day
      const heard = (ended ? world.ring_ended : world.ring_answered) * world.worker_tells
      if (lot(seed, FOR.call, at, week) < rings && lot(seed, FOR.tell, at, week) < heard)
        next(at, 1, 'link-worker')
    }
  })
}

/** What is wrong with what is shown; null: nothing. */
function wrongOn(
  { lives, newTimes, moves }: State,
  at: number,
  day: number,
): 'ended' | 'moved' | 'times' | null {
  if ((lives.lives[at]?.ends ?? 0) <= day) return 'ended'
  if ((moves[at] ?? 0) <= day) return 'moved'
  return (newTimes[at] ?? 0) <= day ? 'times' : null
}

/** In the week of a change some groups tell of it. */
function toldUnasked({ world, lives, newTimes, moves }: State, at: number, day: number): boolean {
  const since = (on: number | undefined) => on !== undefined && on > day - 7 && on <= day
  const changed = [lives.lives[at]?.ends, newTimes[at], moves[at]].some(since)
  return changed && lot(lives.seed, FOR.unasked, at, day) < world.tells_unasked
}
