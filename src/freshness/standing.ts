/** How far a listing can be trusted at a time, and the sentence that says so. */
import type { Knower } from '../listings/claims.ts'

export const STANDINGS = ['confirmed', 'due', 'unconfirmed', 'likely-ended', 'ended'] as const
export type Standing = {
  state: (typeof STANDINGS)[number]
  /** Instant in UTC of the last confirmation; null: never. */
  confirmedAt: string | null
  confirmedBy: Knower | null
  /** Name of the source where it was a source. */
  source: string | null
}

/** A sentence in two breaths, as the look shows it: "Confirmed by the group" + "12 days ago". Joined by a blank it is one sentence. */
export type Said = { main: string; detail: string }
