/** Why a listing is asked about: what tells most first. Codes, so that each language says them. */
import type { FreshnessThresholds, Signal } from '../evidence.ts'
import type { Rung } from '../ladder.ts'
import type { Assumptions } from './assumptions.ts'
import { daysSinceKnown, overAt, yearEndsBetween } from './chance.ts'
import type { Reviewed } from './reviewed.ts'
import { looksOf } from './worth.ts'

export type Reason =
  | { is: 'signal'; kind: Signal['kind'] }
  /** Its money ended on a day and nobody has said since how it goes on. */
  | { is: 'funding-ended'; on: string }
  /** Its money ends within eight weeks. */
  | { is: 'funding-ends'; on: string }
  | { is: 'no-answer'; rung: Rung }
  /** Nobody keeps it and it shows no address: who is asked must ring or look it up. */
  | { is: 'nobody-to-write'; canRing: boolean }
  | { is: 'never-confirmed' }
  /** Nobody has confirmed it for longer than a confirmation holds. */
  | { is: 'long-ago'; at: string }
  /** A financial year ended since, of a kind that mostly lives from grants. */
  | { is: 'year-end' }
  | { is: 'much-looked-at'; looks: number }
  /** Of a kind that changes often. */
  | { is: 'changes-often' }
  /** Goes in the same letter as another: it is due before long. */
  | { is: 'with-others' }

const DAY_MS = 86_400_000
/** Funding that ends within so many days is worth a reason. */
const ENDS_SOON_DAYS = 56
/** So many people a week are many. */
const MANY_LOOKS = 5
/** A kind of which so many in a year go out of date changes often. */
const OFTEN_A_YEAR = 0.4
/** From so large a share on, a kind mostly lives from grants. */
const MOSTLY_GRANTS = 0.4
/** More than three reasons are none. */
const MOST = 3

/** The reasons for asking now, at most three; never empty: a listing that is asked about is due for some reason. */
export function reasonsFor(
  it: Reviewed,
  now: Date,
  assumptions: Assumptions,
  thresholds: FreshnessThresholds,
): Reason[] {
  const days = daysSinceKnown(it, now, assumptions)
  const reasons: Reason[] = []
  for (const { kind, at } of it.signals)
    if (it.confirmed === null || Date.parse(at) > Date.parse(it.confirmed.at))
      if (!reasons.some((known) => known.is === 'signal' && known.kind === kind))
        reasons.push({ is: 'signal', kind })
  reasons.push(...aboutMoney(it, now))
  if (it.ladder !== null && isOpen(it)) reasons.push({ is: 'no-answer', rung: it.ladder.rung })
  if (it.askable.length === 0) reasons.push({ is: 'nobody-to-write', canRing: it.canRing })
  if (it.confirmed === null) reasons.push({ is: 'never-confirmed' })
  else if (days > thresholds.lasts_days[it.confirmed.by])
    reasons.push({ is: 'long-ago', at: it.confirmed.at })
  const from = now.getTime() - days * DAY_MS
  const grants = it.funding === null && assumptions.grant_funded[it.kindClass] >= MOSTLY_GRANTS
  if (grants && yearEndsBetween(from, now.getTime()) > 0) reasons.push({ is: 'year-end' })
  const looks = Math.round(looksOf(it, assumptions))
  if (looks >= MANY_LOOKS) reasons.push({ is: 'much-looked-at', looks })
  if (wearOf(it, assumptions) >= OFTEN_A_YEAR) reasons.push({ is: 'changes-often' })
  if (reasons.length === 0 && it.confirmed !== null) reasons.push({ is: 'long-ago', at: it.confirmed.at })
  return reasons.slice(0, MOST)
}

function aboutMoney({ funding, confirmed }: Reviewed, now: Date): Reason[] {
  if (funding === null || funding.until === null) return []
  const over = overAt(funding)
  const saidSince = confirmed !== null && Date.parse(confirmed.at) >= over
  if (now.getTime() >= over) return saidSince ? [] : [{ is: 'funding-ended', on: funding.until }]
  const soon = over - now.getTime() <= ENDS_SOON_DAYS * DAY_MS
  return soon ? [{ is: 'funding-ends', on: funding.until }] : []
}

const isOpen = ({ ladder, confirmed }: Reviewed): boolean =>
  ladder !== null && (confirmed === null || Date.parse(confirmed.at) < Date.parse(ladder.askedAt))

const wearOf = ({ kindClass: kind }: Reviewed, it: Assumptions): number =>
  it.ends_a_year[kind] +
  it.times_change_a_year[kind] +
  it.moves_a_year[kind] +
  it.contact_changes_a_year[kind]
