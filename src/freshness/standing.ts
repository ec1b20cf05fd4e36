/** How far a listing can be trusted at a time, and the sentence that says so. */
import type { Knower } from '../listings/claims.ts'
import { epochDay, instantOf, londonMoment } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import type { Listing } from '../listings/listing.ts'
import type { Text } from '../text/en.ts'
import { ago, longDay, monthOf } from '../text/format.ts'
import type { Confirmation, FreshnessThresholds, Signal } from './evidence.ts'
import { doubt, MAY_BE_WRONG } from './signals.ts'

export const STANDINGS = ['confirmed', 'due', 'unconfirmed', 'likely-ended', 'ended'] as const
export type Standing = {
  state: (typeof STANDINGS)[number]
  /** Instant in UTC of the last confirmation; null: never. */
  confirmedAt: string | null
  confirmedBy: Knower | null
  /** Name of the source where it was a source. */
  source: string | null
  /** Why it is doubted: always for "likely-ended"; for "unconfirmed" where what stands here may be wrong. */
  why: Signal['kind'] | null
  /** The day it ended, where somebody said so; only for "ended". */
  endedOn: string | null
}

/** A sentence in two breaths, as the look shows it: "Confirmed by the group" + "12 days ago". Joined by a blank it is one sentence. */
export type Said = { main: string; detail: string }

/**
 * The standing of a listing at `now`, in London days. `confirmation` is the latest one; one dated after today is refused,
 * as though nobody had confirmed. A draft or a paused listing stands as any other.
 */
export function standing(
  listing: Pick<Listing, 'status' | 'ended_on'>,
  confirmation: Confirmation | null,
  signals: readonly Signal[],
  now: Date,
  thresholds: FreshnessThresholds,
): Standing {
  const at = confirmation === null ? null : heardAt(confirmation.at, now)
  const heard = at === null ? null : confirmation
  const known = {
    confirmedAt: at === null ? null : new Date(at).toISOString(),
    confirmedBy: heard?.by ?? null,
    source: heard?.source ?? null,
    why: null,
    endedOn: null,
  }
  if (hasEnded(listing, now)) return { ...known, state: 'ended', endedOn: listing.ended_on ?? null }
  const why = doubt(signals, heard, now, thresholds)
  if (why !== null)
    return { ...known, state: MAY_BE_WRONG.includes(why) ? 'unconfirmed' : 'likely-ended', why }
  return {
    ...known,
    state: at === null || heard === null ? 'unconfirmed' : byAge(at, heard.by, now, thresholds),
  }
}

/** The first instant whose confirmation still counts as so many days old at `now`: for an index. Epoch milliseconds. */
export function confirmedFrom(now: Date, days: number): number {
  return instantOf(londonMoment(now).epochDay - days, 0).getTime()
}

/** Ended by its status, or because the day somebody named is over. */
function hasEnded({ status, ended_on }: Pick<Listing, 'status' | 'ended_on'>, now: Date): boolean {
  if (status === 'ended') return true
  return ended_on !== undefined && epochDay(ended_on) < londonMoment(now).epochDay
}

function byAge(at: number, by: Knower, now: Date, thresholds: FreshnessThresholds): Standing['state'] {
  const days = londonMoment(now).epochDay - dayOf(at)
  if (days <= thresholds.lasts_days[by]) return 'confirmed'
  return days <= thresholds.due_days ? 'due' : 'unconfirmed'
}

/** The one sentence on how far it can be trusted. `canRing`: a telephone number is shown beside it. */
export function standingSaid(standing: Standing, now: Date, text: Text, canRing = true): Said {
  const words = text.standing
  const first = canRing ? words.ringFirst : words.checkFirst
  const { state, confirmedAt, why, endedOn } = standing
  if (state === 'ended')
    return { main: words.ended, detail: endedOn === null ? '' : words.endedOn(longDay(endedOn, text)) }
  if (state === 'likely-ended')
    return { main: words.likelyEnded, detail: why === null ? first : words.why[why] }
  if (why !== null) return { main: words.mayBeWrong, detail: words.why[why] }
  if (confirmedAt === null) return { main: words.never, detail: first }
  if (state === 'unconfirmed') return { main: words.notSince(monthOf(confirmedAt, now, text)), detail: first }
  const by = confirmedBy(standing, text)
  const when = ago(confirmedAt, now, text)
  if (state === 'confirmed') return { main: by, detail: when }
  return { main: words.due(by, when), detail: words.checkFirst }
}

function confirmedBy({ confirmedBy, source }: Standing, { standing: { confirmed } }: Text): string {
  if (confirmedBy === null) return confirmed['a-source']
  if (confirmedBy !== 'source') return confirmed[confirmedBy]
  return source === null ? confirmed['a-source'] : confirmed.source(source)
}
