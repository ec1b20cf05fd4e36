/** Tables of what groups answer: funding, how many new people they can take, and answer links that were used. */
export type FundingEventTable = {
  id: string
  listing: number
  says: string
  until: string | null
  said_at: string
  author: string
  source: string | null
  /** The run that brought it; undone, it takes it along. */
  run: string | null
}
/** How many new people a month; the latest one counts. */
export type IntakeTable = {
  id: string
  listing: number
  per_month: number | null
  said_at: string
  author: string
}
/** Listings of an answer link that were answered: each once. */
export type AnsweredTable = { hash: string; listing: string; at: string }
