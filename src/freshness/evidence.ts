/** What counts as knowing a listing is right, and for how long. Confirmations are events; nothing else moves them. */

import type { Knower } from '../listings/claims.ts'

export type Confirmation = {
  id: string
  listing: string
  /** When somebody who knows said it is right: an instant in UTC. */
  at: string
  /** A source confirms only where it says when it was checked; an import alone never does. */
  by: Knower
  /** Public name of the source where `by` is "source"; never a person's name. */
  source: string | null
  how: 'form' | 'phone' | 'visit' | 'file'
  /** The revision that was confirmed. */
  revision: number
}

export const SIGNALS = [
  'bounced',
  'dead-link',
  'removed-from-register',
  /** The register says that the group became part of another. */
  'merged',
  'dissolved',
  'insolvent',
  'accounts-overdue',
  'reported-closed',
  /** Several people said that something here is wrong: it has moved, it is full, a number or an address is wrong. */
  'reported-wrong',
  'missing-from-source',
  'rang-no-answer',
] as const
/** Something heard that makes a listing doubtful. It lowers the standing after a grace time; it never hides alone. */
export type Signal = {
  id: string
  listing: string
  kind: (typeof SIGNALS)[number]
  at: string
  source: string | null
  /** Set when somebody looked and it was nothing. */
  clearedAt: string | null
}

/** Days, from data/site.json. */
export type FreshnessThresholds = {
  /** What "lately" means in filters and figures: confirmed within so many days, whoever said so. */
  confirmed_days: number
  /** Confirmed within so many days: "due". Older: "unconfirmed". */
  due_days: number
  /** Within so many days the word of each kind of author stands as "confirmed"; what a file says is second hand. */
  lasts_days: { readonly [K in Knower]: number }
  /** A signal younger than this is not yet held against the listing. */
  signal_grace_days: number
}
