/**
 * A listing whose known funding ends is asked about for certain: weeks before the end, and again after it, whatever it is
 * worth, unless somebody has spoken of the money since. Many ends of one day (31 March) are spread over the weeks around.
 */
import type { FundingAsks } from '../../funding/event.ts'
import { epochDay, londonMoment } from '../../listings/clock.ts'
import { dayOf } from '../../listings/heard.ts'
import type { Reason } from './reasons.ts'
import type { Reviewed } from './reviewed.ts'

/** What was missed after the end is made up for so long; then the money is one reason among others. Days. */
const LATE_DAYS = 28
/** What was missed goes over so many days, as near as can be: not all of it on the morning after. */
const LATE_OVER_DAYS = 7

export type MoneyRules = FundingAsks & {
  /** Days from one run of the plan to the next. */
  every_days: number
}

/** When one listing is to be asked about its money. Days since 1970. */
export type MoneyWindow = {
  is: 'before' | 'after'
  /** The last funded day. */
  end: number
  opens: number
  /** Where nothing is spread it is asked on this day. */
  middle: number
  closes: number
  /** Where that was missed it is made up for until this day. */
  late: number
  /** By this day it should have been asked: `closes`, or some days from now. */
  by: number
}

function windowAt(end: number, today: number, rules: MoneyRules): MoneyWindow | null {
  const { ask_days, spread_days, ask_after_days, spread_after_days } = rules
  const around = (is: MoneyWindow['is'], middle: number, spread: number, late: number): MoneyWindow => {
    const closes = middle + spread
    const by = today <= closes ? closes : Math.max(today, Math.min(late, today + LATE_OVER_DAYS - 1))
    return { is, end, opens: middle - spread, middle, closes, late, by }
  }
  const middle = end + ask_after_days
  const after = around('after', middle, spread_after_days, middle + spread_after_days + LATE_DAYS)
  if (today >= after.opens) return today <= after.late ? after : null
  const before = around('before', end - ask_days, spread_days, end)
  return today >= before.opens ? before : null
}

/** The window that `now` lies in, where nobody was asked in it and nobody has spoken of the money since; else null. */
export function openWindow(
  { funding, moneySaidAt, ladder }: Pick<Reviewed, 'funding' | 'moneySaidAt' | 'ladder'>,
  now: Date,
  rules: MoneyRules,
): MoneyWindow | null {
  if (funding === null || funding.until === null) return null
  const window = windowAt(epochDay(funding.until), londonMoment(now).epochDay, rules)
  if (window === null) return null
  const since = window.is === 'before' ? window.opens : window.end + 1
  const heard = (at: string | null, from: number) => at !== null && dayOf(Date.parse(at)) >= from
  if (heard(moneySaidAt, since) || heard(ladder?.askedAt ?? null, window.opens)) return null
  return window
}

export const moneyReason = ({ is }: MoneyWindow, until: string): Reason => ({
  is: is === 'before' ? 'funding-ends' : 'funding-ended',
  on: until,
})

export type Turn = { it: Reviewed; window: MoneyWindow }

/**
 * Whose turn it may be today, most pressing first: where few end on one day all of them in the middle of the window;
 * where many do it begins earlier, at most when the window opens. `evenly`: letters a day of a year spent evenly.
 */
export function turns(reviewed: readonly Reviewed[], now: Date, evenly: number, rules: MoneyRules): Turn[] {
  const today = londonMoment(now).epochDay
  const ending = new Map<string, number>()
  for (const { funding } of reviewed)
    if (funding?.until) ending.set(funding.until, (ending.get(funding.until) ?? 0) + 1)
  const found: (Turn & { lot: number })[] = []
  for (const it of reviewed) {
    const window = openWindow(it, now, rules)
    if (window === null) continue
    const days = Math.ceil((ending.get(it.funding?.until ?? '') ?? 1) / evenly)
    const begins = Math.max(window.opens, window.middle - Math.floor((days - 1) / 2))
    if (today >= begins) found.push({ it, window, lot: lotOf(it.id) })
  }
  return found.sort((a, b) => a.window.by - b.window.by || a.lot - b.lot || (a.it.id < b.it.id ? -1 : 1))
}

/**
 * How many of them today: as few a day as have everybody asked by their day, and no fewer than an even year allows. They
 * come in the order of `turns`.
 */
export function quota(all: readonly Turn[], now: Date, evenly: number, { every_days }: MoneyRules): number {
  const today = londonMoment(now).epochDay
  return all.reduce((most, { window }, nth) => {
    const runs = Math.floor(Math.max(0, window.by - today) / every_days) + 1
    return Math.max(most, Math.ceil((nth + 1) / runs))
  }, evenly * every_days)
}

/** The same for the same listing, on every machine: which of many ends of one day comes first (FNV-1a). */
function lotOf(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
