/** Ours: the review plan, the ladder, the standing, capacity and funding rules of src/, as they run on the site. */
import type { CapacityThresholds } from '../../../src/capacity/event.ts'
import type { FreshnessThresholds, Signal } from '../../../src/freshness/evidence.ts'
import { planAsks, roomFor } from '../../../src/freshness/review-plan.ts'
import type { Assumptions } from '../../../src/freshness/review/assumptions.ts'
import type { Askable, Reviewed } from '../../../src/freshness/review/reviewed.ts'
import type { FundingAsks, FundingThresholds } from '../../../src/funding/event.ts'
import { DAY_MS, FIRST_DAY_MS, instantOn } from '../lives.ts'
import { lastWord, roomLapses, type Ask, type Policy, type Running, type Seen } from '../seen.ts'
import type { Parts } from './parts.ts'
import { saysMoneyIsOver, standings } from './shown.ts'

export type Site = {
  freshness: FreshnessThresholds
  capacity: CapacityThresholds
  funding: FundingThresholds & FundingAsks
}
/** `asks`: how many letters, calls and look-ups it may make in these weeks; `onTop`: only letters count. */
export type Allowance = { asks: number; weeks: number; onTop: boolean }
type Made = { allowance: Allowance; rules: Assumptions; site: Site; parts: Parts }

/** Of all asks, so many may be calls and look-ups. */
const CALLS_SHARE = 0.2
const LOOK_UPS_SHARE = 0.05
/** The directory hears of new addresses without asking: one that came back is tried again after so long. */
const RETRY_DAYS = 183
/** Looks a week where looks do not count. */
const SAME_LOOKS = 2

export function ours(allowance: Allowance, rules: Assumptions, site: Site, parts: Parts): Policy {
  return {
    keeps: { funding: parts.funding, calls: parts.calls, links: parts.links },
    start: (seen, people) => running(seen, people, { allowance, rules, site, parts }),
  }
}

/** The allowance as the site's budget says it. It runs once a week here, so a day's calls are a week's. */
function budgetOf({ allowance: { asks, weeks, onTop }, rules, parts }: Made): Assumptions {
  const part = (share: number) => (parts.ladder ? Math.floor((asks * share) / weeks) : 0)
  const [rings, desk] = [part(CALLS_SHARE), part(LOOK_UPS_SHARE)]
  const letters = Math.floor((asks / weeks - (onTop ? 0 : rings + desk)) * 52)
  return {
    ...rules,
    letters_a_day: letters,
    letters_a_listing_a_year: letters,
    letters_a_year_at_least: 0,
    rings_a_day: rings,
    desk_a_day: desk,
  }
}

const noonOf = (day: number): Date => new Date(FIRST_DAY_MS + day * DAY_MS + DAY_MS / 2)

function running(seen: readonly Seen[], people: number, made: Made): Running {
  const { rules, site, parts } = made
  const askable = Array.from({ length: people }, (_, person) => newPerson(person))
  const reviewed = seen.map((it, at) => newReviewed(it, at, askable, parts))
  const signals: Signal[][] = seen.map(() => [])
  const lapses = new Float64Array(seen.length)
  const standsDoubted = standings(site.freshness, parts)
  const allowed = budgetOf(made)
  const sent: { day: number; person: number }[] = []

  function refresh(it: number): void {
    const [known, plan] = [seen[it], reviewed[it]]
    if (known === undefined || plan === undefined) return
    plan.confirmed = { at: instantOn(known.confirmed.day), by: known.confirmed.by }
    plan.funding = parts.funding ? known.funding : null
    plan.moneySaidAt = plan.funding?.saidAt ?? null
    plan.signals = signals[it] = []
    lapses[it] = roomLapses(known, site.capacity)
  }
  function raise(it: number, kind: Signal['kind'], day: number): void {
    signals[it]?.push({ id: '', listing: '', kind, at: instantOn(day), source: null, clearedAt: null })
  }
  function bounced(person: number, day: number): void {
    const it = askable[person]
    if (it === undefined) return
    it.bounces = true
    // As src/reviews/bounces.ts does: only where nobody else of the group can be reached.
    reviewed.forEach((plan, at) => {
      if (plan.askable.includes(it) && plan.askable.every(({ bounces }) => bounces)) raise(at, 'bounced', day)
    })
  }
  function answered(person: number): void {
    const it = askable[person]
    if (it === undefined || !parts.answers) return
    it.answered++
    it.unanswered = 0
  }
  /** What the store would say of people and looks on this day. */
  function lookUp(day: number, now: Date): void {
    while ((sent[0]?.day ?? day) <= day - 365) sent.shift()
    for (const it of askable) {
      it.askedLastYear = 0
      if (it.bounces && now.getTime() - Date.parse(it.lastAskedAt ?? '') > RETRY_DAYS * DAY_MS)
        it.bounces = false
    }
    for (const { person } of sent) {
      const it = askable[person]
      if (it !== undefined) it.askedLastYear++
    }
    reviewed.forEach((plan, it) => (plan.looksPerWeek = parts.looks ? (seen[it]?.looked ?? 0) : SAME_LOOKS))
  }
  function write(person: number, day: number, now: Date): void {
    sent.push({ day, person })
    const it = askable[person]
    if (it === undefined) return
    it.lastAskedAt = now.toISOString()
    if (!parts.answers) return
    it.asked++
    it.unanswered++
  }
  function asks(day: number): Ask[] {
    const now = noonOf(day)
    lookUp(day, now)
    const there = reviewed.filter((_, it) => seen[it]?.ended === false && (seen[it]?.from ?? 0) <= day)
    const lettersLastMonth = sent.length - 1 - sent.findLastIndex((it) => it.day <= day - 28)
    const before = {
      lettersToday: 0,
      lettersLastMonth,
      lettersLastYear: sent.length,
      ringsToday: 0,
      deskToday: 0,
    }
    const budget = roomFor(before, 1, allowed)
    const planned = {
      assumptions: rules,
      thresholds: site.freshness,
      money: { ...site.funding, every_days: 7 },
    }
    return planAsks(there, now, budget, planned).map((ask): Ask => {
      const listings = ask.listings.map(({ id }) => Number(id))
      for (const { id, rung } of ask.listings) {
        const plan = reviewed[Number(id)]
        if (plan !== undefined) plan.ladder = { rung, askedAt: now.toISOString() }
      }
      if (ask.person === null)
        return { is: ask.rung === 'desk' ? 'look-up' : 'call', listing: listings[0] ?? 0 }
      write(Number(ask.person), day, now)
      return { is: 'letter', person: Number(ask.person), listings }
    })
  }

  seen.forEach((_, it) => refresh(it))
  return {
    asks,
    heard: refresh,
    answered,
    bounced,
    siteGone: (it, day) => raise(it, 'dead-link', day),
    nobodyAnswered: (it, day) => raise(it, 'rang-no-answer', day),
    doubts(it, day) {
      const known = seen[it]
      if (known === undefined) return false
      const now = noonOf(day)
      if (standsDoubted(known, signals[it] ?? [], now)) return true
      return parts.funding && saysMoneyIsOver(known, now, site.funding)
    },
    room(it, day) {
      const known = seen[it]
      if (known === undefined || (parts.lapse && (lapses[it] ?? 0) <= FIRST_DAY_MS + day * DAY_MS))
        return 'unknown'
      return lastWord(known)
    },
  }
}

const newPerson = (person: number): Askable => ({
  person: String(person),
  role: 'keeper',
  asked: 0,
  answered: 0,
  unanswered: 0,
  askedLastYear: 0,
  lastAskedAt: null,
  bounces: false,
})

const newReviewed = (it: Seen, at: number, askable: readonly Askable[], parts: Parts): Reviewed => ({
  id: String(at),
  group: String(it.group),
  kindClass: it.kind,
  confirmed: null,
  editedAt: instantOn(it.confirmed.day),
  importedAt: null,
  funding: null,
  moneySaidAt: null,
  roomKnown: false,
  signals: [],
  looksPerWeek: it.looked,
  pointingsPerWeek: 0,
  askable: it.people.map((person) => askable[person]).filter((one) => one !== undefined),
  canRing: parts.ladder,
  ladder: null,
  restsUntil: null,
})
