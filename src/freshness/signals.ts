/** What is held against a listing, and from when. */
import { instantOf } from '../listings/clock.ts'
import { dayOf, heardAt } from '../listings/heard.ts'
import type { Confirmation, FreshnessThresholds, Signal } from './evidence.ts'

/** Which reason is told when there are several: what says most first. */
const TELLING: readonly Signal['kind'][] = [
  'reported-closed',
  'dissolved',
  'removed-from-register',
  'merged',
  'missing-from-source',
  'rang-no-answer',
  'dead-link',
  'bounced',
  'insolvent',
  'accounts-overdue',
  'reported-wrong',
]

/** These say that what stands here may be wrong, not that it has ended. */
export const MAY_BE_WRONG: readonly Signal['kind'][] = ['reported-wrong', 'insolvent', 'accounts-overdue']

/** Signals that may be held against it: not cleared, and newer than what a person who knows last said. */
function standingSignals(signals: readonly Signal[], confirmation: Confirmation | null): Signal[] {
  const confirmed = confirmation === null ? Number.NEGATIVE_INFINITY : Date.parse(confirmation.at)
  return signals.filter(({ at, clearedAt }) => clearedAt === null && Date.parse(at) > confirmed)
}

/** The first instant of the London day on which the grace time of a signal is over. Epoch milliseconds. */
function heldFrom(signal: Signal, { signal_grace_days }: FreshnessThresholds): number {
  return instantOf(dayOf(Date.parse(signal.at)) + signal_grace_days, 0).getTime()
}

/** Epoch milliseconds from which a listing is doubted, for an index that has no clock; null: nothing is held against it. */
export function doubtedFrom(
  signals: readonly Signal[],
  confirmation: Confirmation | null,
  thresholds: FreshnessThresholds,
): number | null {
  const held = standingSignals(signals, confirmation).map((signal) => heldFrom(signal, thresholds))
  return held.length === 0 ? null : Math.min(...held)
}

/** Why it is doubted now; null: it is not. A signal dated in the future is not heard yet. */
export function doubt(
  signals: readonly Signal[],
  confirmation: Confirmation | null,
  now: Date,
  thresholds: FreshnessThresholds,
): Signal['kind'] | null {
  const held = standingSignals(signals, confirmation)
    .filter((signal) => heardAt(signal.at, now) !== null && heldFrom(signal, thresholds) <= now.getTime())
    .map(({ kind }) => kind)
  return TELLING.find((kind) => held.includes(kind)) ?? null
}
