/** What our pages would show of a listing: the rules of the site itself. */
import type { FreshnessThresholds, Signal } from '../../../src/freshness/evidence.ts'
import { KIND_CLASSES } from '../../../src/freshness/review/reviewed.ts'
import { standing } from '../../../src/freshness/standing.ts'
import type { FundingThresholds } from '../../../src/funding/event.ts'
import { fundingAt, tellsOfFunding } from '../../../src/funding/funding.ts'
import { DAY_MS, FIRST_DAY_MS, instantOn } from '../lives.ts'
import type { Seen } from '../seen.ts'
import type { Parts } from './parts.ts'

const PUBLISHED = { status: 'published' } as const
const CONFIRMATION = { id: '', listing: '', source: null, how: 'form', revision: 1 } as const
/** For `byKind`: days after which a listing is doubted, instead of the same for all. */
const DUE_DAYS = { session: 310, course: 240, building: 1035, service: 420, remote: 480 }

/**
 * Whether the site's standing is a doubt: "unconfirmed", "likely ended". ("Due", which says "Check before you go", is
 * not counted as one.) Listings without signals that were confirmed in the same instant stand alike: each such answer
 * is reckoned once a day of the simulation.
 */
export function standings(thresholds: FreshnessThresholds, parts: Parts) {
  const known = new Map<number, boolean>()
  let today = 0
  return ({ confirmed, kind }: Seen, signals: readonly Signal[], now: Date): boolean => {
    if (today !== now.getTime()) known.clear()
    today = now.getTime()
    const key = confirmed.day * KIND_CLASSES.length + (parts.byKind ? KIND_CLASSES.indexOf(kind) : 0)
    const before = signals.length === 0 ? known.get(key) : undefined
    if (before !== undefined) return before
    const confirmation = { ...CONFIRMATION, at: instantOn(confirmed.day), by: confirmed.by }
    const held = parts.byKind ? { ...thresholds, due_days: DUE_DAYS[kind] } : thresholds
    const { state } = standing(PUBLISHED, confirmation, signals, now, held)
    const doubted = state !== 'confirmed' && state !== 'due'
    if (signals.length === 0) known.set(key, doubted)
    return doubted
  }
}

/** The page says that the money has ended, and nobody confirmed it since. */
export function saysMoneyIsOver(
  { funding: said, confirmed }: Seen,
  now: Date,
  days: FundingThresholds,
): boolean {
  if (said === null || said.until === null) return false
  const over = Date.parse(said.until) + DAY_MS
  if (over > now.getTime() || FIRST_DAY_MS + confirmed.day * DAY_MS >= over) return false
  const funding = fundingAt(said, now, days)
  return funding.state === 'ended' && tellsOfFunding(funding, now, days)
}
