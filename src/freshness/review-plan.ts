/** Whom to ask next: the order in which asking does most good, under a budget of letters and telephone calls. */
import { londonMoment, epochDay } from '../listings/clock.ts'
import type { FreshnessThresholds } from './evidence.ts'
import { rungOf, type Rung } from './ladder.ts'
import type { Assumptions } from './review/assumptions.ts'
import { certainToday } from './review/certain.ts'
import { chanceRight } from './review/chance.ts'
import { moneyReason, openWindow, type MoneyRules } from './review/money.ts'
import { reasonsFor, type Reason } from './review/reasons.ts'
import type { Askable, Reviewed } from './review/reviewed.ts'
import { mayBeAsked, reaches, whom } from './review/whom.ts'
import { chanceOfAnswer, chanceSoon, worthAsking } from './review/worth.ts'

const DAY_MS = 86_400_000

/** What may still be sent in this run: see roomFor. */
export type Budget = {
  letters: number
  rings: number
  desk: number
  /** Letters that may still go today, whatever the month has seen: to those whose money ends. */
  certain: number
  /** Letters a day, where a year is spent evenly; at least 1. */
  evenly: number
}

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

export type Rules = { assumptions: Assumptions; thresholds: FreshnessThresholds; money: MoneyRules }

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
  const today = assumptions.letters_a_day - sent.lettersToday
  const left = Math.min(today, Math.ceil(year / 12) - sent.lettersLastMonth, year - sent.lettersLastYear)
  return {
    certain: Math.max(0, today),
    evenly: Math.max(1, Math.ceil(year / 365)),
    letters: Math.max(0, left),
    rings: Math.max(0, assumptions.rings_a_day - sent.ringsToday),
    desk: Math.max(0, assumptions.desk_a_day - sent.deskToday),
  }
}

type Due = {
  it: Reviewed
  rung: Rung
  somebody: Askable | null
  worth: number
  /** It is asked whatever it is worth, for this reason. */
  certain: Reason | null
}

/**
 * Whom to ask at `now`, what is worth most first. One letter to a person, with all their listings that are due or soon
 * will be; nobody within person_gap_days of their last letter or above person_a_year. What finds no room stays due.
 * Listings whose money ends are asked first, whatever they are worth: see review/certain.ts.
 */
export function planAsks(reviewed: readonly Reviewed[], now: Date, budget: Budget, rules: Rules): Ask[] {
  const certain = certainDue(reviewed, now, budget, rules)
  const sure = new Set(certain.map(({ it }) => it.id))
  const likely = reviewed
    .filter(({ id }) => !sure.has(id))
    .map((it) => dueNow(it, now, rules))
    .filter((it) => it !== null)
  const due = [...certain, ...likely].sort(
    (a, b) =>
      Number(b.certain !== null) - Number(a.certain !== null) ||
      b.worth - a.worth ||
      (a.it.id < b.it.id ? -1 : 1),
  )
  const rung = (at: Rung) => due.filter((it) => it.somebody === null && it.rung === at)
  return [
    ...lettersOf(due, reviewed, now, budget, rules),
    ...rung('link-workers')
      .filter(({ certain: for_ }, nth) => for_ !== null || nth < budget.rings)
      .map((it) => alone(it, now, rules)),
    ...rung('desk')
      .filter(({ certain: for_ }, nth) => for_ !== null || nth < budget.desk)
      .map((it) => alone(it, now, rules)),
  ].sort((a, b) => b.worth - a.worth)
}

function certainDue(reviewed: readonly Reviewed[], now: Date, budget: Budget, rules: Rules): Due[] {
  const { assumptions, thresholds } = rules
  const room = { ...budget, letters: budget.certain }
  return certainToday(reviewed, now, room, rules).map(({ it, rung, somebody, why }) => {
    const answer = somebody === null ? assumptions.ring_answers : chanceOfAnswer(somebody, assumptions)
    return { it, rung, somebody, worth: worthAsking(it, answer, now, assumptions, thresholds), certain: why }
  })
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
  const worth = worthAsking(it, answer, now, assumptions, thresholds, right)
  return { it, rung, somebody, worth, certain: null }
}

/** One letter a person, worth what its listings are worth together. */
function lettersOf(
  due: readonly Due[],
  reviewed: readonly Reviewed[],
  now: Date,
  { letters }: Budget,
  rules: Rules,
): Ask[] {
  const byPerson = Map.groupBy(
    due.filter(({ somebody }) => somebody !== null),
    ({ somebody }) => somebody?.person ?? '',
  )
  const chosen = [...byPerson]
    .map(([person, theirs]) => ({
      person,
      theirs,
      worth: theirs.reduce((sum, { worth }) => sum + worth, 0),
      sure: theirs.some(({ certain }) => certain !== null),
    }))
    .sort((a, b) => Number(b.sure) - Number(a.sure) || b.worth - a.worth || (a.person < b.person ? -1 : 1))
    .filter(({ sure }, nth) => sure || nth < letters)
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
  rules: Rules,
): Map<string, AskedListing[]> {
  const { assumptions } = rules
  const also = new Map<string, AskedListing[]>()
  const later = new Date(now.getTime() + assumptions.pull_in_days * DAY_MS)
  for (const it of reviewed) {
    const somebody = it.askable.find(({ person }) => people.has(person))
    if (somebody === undefined || asked.has(it.id)) continue
    if (it.restsUntil !== null && epochDay(it.restsUntil) >= londonMoment(now).epochDay) continue
    const why = whyAlong(it, now, later, rules)
    if (why === null) continue
    asked.add(it.id)
    const theirs = also.get(somebody.person) ?? []
    also.set(somebody.person, [...theirs, { id: it.id, rung: 'asked', why: [why] }])
  }
  return also
}

/** Why it goes in a letter that is written anyway: its money is to be asked about by now, or it is due before long. */
function whyAlong(it: Reviewed, now: Date, later: Date, { assumptions, money }: Rules): Reason | null {
  const window = openWindow(it, now, money)
  if (window !== null) return moneyReason(window, it.funding?.until ?? '')
  const reach = { people: 1, canRing: it.canRing }
  if (rungOf(it.ladder, it.confirmed?.at ?? null, reach, now, assumptions) !== 'asked') return null
  return chanceRight(it, later, assumptions) >= assumptions.ask_below ? null : { is: 'with-others' }
}

function listed({ it, rung, certain }: Due, now: Date, { assumptions, thresholds }: Rules): AskedListing {
  const why = reasonsFor(it, now, assumptions, thresholds)
  if (certain === null) return { id: it.id, rung, why }
  return {
    id: it.id,
    rung,
    why: [certain, ...why.filter(({ is }) => is !== certain.is)].slice(0, why.length),
  }
}
const alone = (due: Due, now: Date, rules: Rules): Ask => ({
  rung: due.rung,
  person: null,
  listings: [listed(due, now, rules)],
  worth: due.worth,
})
