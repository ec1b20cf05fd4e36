/** Whom to ask next: the order in which asking does most good, under a budget of letters and telephone calls. */
import { londonMoment, epochDay } from '../listings/clock.ts'
import type { FreshnessThresholds } from './evidence.ts'
import { rungOf, type Rung } from './ladder.ts'
import type { Assumptions } from './review/assumptions.ts'
import { chanceRight } from './review/chance.ts'
import { reasonsFor, type Reason } from './review/reasons.ts'
import type { Askable, Reviewed } from './review/reviewed.ts'
import { chanceOfAnswer, chanceSoon, worthAsking } from './review/worth.ts'

const DAY_MS = 86_400_000

/** What may still be sent in this run: see roomFor. */
export type Budget = { letters: number; rings: number; desk: number }

export type AskedListing = { id: string; rung: Rung; why: Reason[] }
/** One letter, one line of a ring list, or one matter for the desk. */
export type Ask = {
  /** The step of the listing that is worth most. */
  rung: Rung
  /** Who is written to; null: link workers nearby, or the desk. */
  person: string | null
  listings: AskedListing[]
  /** People kept from being misled, over the time a mistake would stand. Only for ordering. */
  worth: number
}

export type Rules = { assumptions: Assumptions; thresholds: FreshnessThresholds }

/** What was sent before: since the start of today in London, in the last 28 days, in the last 365. */
export type Sent = {
  lettersToday: number
  lettersLastMonth: number
  lettersLastYear: number
  ringsToday: number
  deskToday: number
}

/**
 * What is left of the budget for a directory of so many listings. A twelfth of a year's letters goes in any 28 days:
 * else the year would be spent in its first weeks, and nobody asked about what ends later.
 */
export function roomFor(sent: Sent, listings: number, assumptions: Assumptions): Budget {
  const year = Math.max(
    assumptions.letters_a_year_at_least,
    Math.floor(assumptions.letters_a_listing_a_year * listings),
  )
  const left = Math.min(
    assumptions.letters_a_day - sent.lettersToday,
    Math.ceil(year / 12) - sent.lettersLastMonth,
    year - sent.lettersLastYear,
  )
  return {
    letters: Math.max(0, left),
    rings: Math.max(0, assumptions.rings_a_day - sent.ringsToday),
    desk: Math.max(0, assumptions.desk_a_day - sent.deskToday),
  }
}

type Due = { it: Reviewed; rung: Rung; somebody: Askable | null; worth: number }

/**
 * Whom to ask at `now`, what is worth most first. One letter to a person, with all their listings that are due or soon
 * will be; nobody within person_gap_days of their last letter or above person_a_year. What finds no room stays due.
 */
export function planAsks(reviewed: readonly Reviewed[], now: Date, budget: Budget, rules: Rules): Ask[] {
  const due = reviewed
    .map((it) => dueNow(it, now, rules))
    .filter((it) => it !== null)
    .sort((a, b) => b.worth - a.worth || (a.it.id < b.it.id ? -1 : 1))
  const rung = (at: Rung) => due.filter((it) => it.somebody === null && it.rung === at)
  return [
    ...lettersOf(due, reviewed, now, budget.letters, rules),
    ...rung('link-workers')
      .slice(0, budget.rings)
      .map((it) => alone(it, now, rules)),
    ...rung('desk')
      .slice(0, budget.desk)
      .map((it) => alone(it, now, rules)),
  ].sort((a, b) => b.worth - a.worth)
}

/** Whether a listing is due, on which step, and whom to ask; null: nothing is due, or nobody may be asked today. */
function dueNow(it: Reviewed, now: Date, { assumptions, thresholds }: Rules): Due | null {
  if (it.restsUntil !== null && epochDay(it.restsUntil) >= londonMoment(now).epochDay) return null
  const there = it.askable.filter((somebody) => reaches(somebody, assumptions))
  const reach = { people: there.length, canRing: it.canRing }
  const rung = rungOf(it.ladder, it.confirmed?.at ?? null, reach, now, assumptions)
  if (rung === null) return null
  const right = chanceSoon(it, now, assumptions)
  if (rung === 'asked' && right >= assumptions.ask_below) return null
  const byLetter = rung !== 'link-workers' && rung !== 'desk'
  const somebody = byLetter ? whom(rung, there, assumptions) : null
  if (somebody !== null && !mayBeAsked(somebody, now, assumptions)) return null
  const answer = somebody === null ? assumptions.ring_answers : chanceOfAnswer(somebody, assumptions)
  return { it, rung, somebody, worth: worthAsking(it, answer, now, assumptions, thresholds, right) }
}

/** Whether a letter to them is worth its stamp: it arrives, and they have not left too many without an answer. */
const reaches = (somebody: Askable, assumptions: Assumptions): boolean =>
  !somebody.bounces && chanceOfAnswer(somebody, assumptions) >= assumptions.answers_at_least

/** Who is likeliest to answer; for "somebody else" the one who was not asked last. */
function whom(rung: Rung, there: readonly Askable[], assumptions: Assumptions): Askable | null {
  const latest = Math.max(
    ...there.map(({ lastAskedAt }) => (lastAskedAt === null ? 0 : Date.parse(lastAskedAt))),
  )
  const others =
    rung === 'somebody-else' && latest > 0
      ? there.filter(({ lastAskedAt }) => lastAskedAt === null || Date.parse(lastAskedAt) < latest)
      : there
  return others.reduce<Askable | null>(
    (best, it) =>
      best === null || chanceOfAnswer(it, assumptions) > chanceOfAnswer(best, assumptions) ? it : best,
    null,
  )
}

/** Not again within the gap, whichever way a clock was wrong, and not above the number a year. */
function mayBeAsked({ lastAskedAt, askedLastYear }: Askable, now: Date, assumptions: Assumptions): boolean {
  if (askedLastYear >= assumptions.person_a_year) return false
  if (lastAskedAt === null) return true
  return Math.abs(now.getTime() - Date.parse(lastAskedAt)) >= assumptions.person_gap_days * DAY_MS
}

/** One letter a person, worth what its listings are worth together. */
function lettersOf(
  due: readonly Due[],
  reviewed: readonly Reviewed[],
  now: Date,
  letters: number,
  rules: Rules,
): Ask[] {
  const byPerson = Map.groupBy(
    due.filter(({ somebody }) => somebody !== null),
    ({ somebody }) => somebody?.person ?? '',
  )
  const chosen = [...byPerson]
    .map(([person, theirs]) => ({ person, theirs, worth: theirs.reduce((sum, { worth }) => sum + worth, 0) }))
    .sort((a, b) => b.worth - a.worth || (a.person < b.person ? -1 : 1))
    .slice(0, letters)
  const asked = new Set(chosen.flatMap(({ theirs }) => theirs.map(({ it }) => it.id)))
  const also = pulledIn(reviewed, new Set(chosen.map(({ person }) => person)), asked, now, rules)
  return chosen.map(({ person, theirs, worth }) => ({
    rung: theirs[0]?.rung ?? 'asked',
    person,
    listings: [...theirs.map((it) => listed(it, now, rules)), ...(also.get(person) ?? [])],
    worth,
  }))
}

/** Listings of those who are written to anyway, that are due before long: each in one letter only. */
function pulledIn(
  reviewed: readonly Reviewed[],
  people: ReadonlySet<string>,
  asked: Set<string>,
  now: Date,
  { assumptions }: Rules,
): Map<string, AskedListing[]> {
  const also = new Map<string, AskedListing[]>()
  const later = new Date(now.getTime() + assumptions.pull_in_days * DAY_MS)
  for (const it of reviewed) {
    const somebody = it.askable.find(({ person }) => people.has(person))
    if (somebody === undefined || asked.has(it.id)) continue
    if (it.restsUntil !== null && epochDay(it.restsUntil) >= londonMoment(now).epochDay) continue
    const reach = { people: 1, canRing: it.canRing }
    if (rungOf(it.ladder, it.confirmed?.at ?? null, reach, now, assumptions) !== 'asked') continue
    if (chanceRight(it, later, assumptions) >= assumptions.ask_below) continue
    asked.add(it.id)
    const theirs = also.get(somebody.person) ?? []
    also.set(somebody.person, [...theirs, { id: it.id, rung: 'asked', why: [{ is: 'with-others' }] }])
  }
  return also
}

const listed = ({ it, rung }: Due, now: Date, { assumptions, thresholds }: Rules): AskedListing => ({
  id: it.id,
  rung,
  why: reasonsFor(it, now, assumptions, thresholds),
})
const alone = (due: Due, now: Date, rules: Rules): Ask => ({
  rung: due.rung,
  person: null,
  listings: [listed(due, now, rules)],
  worth: due.worth,
})
