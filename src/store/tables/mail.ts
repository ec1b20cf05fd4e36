/** Tables of sending letters, of what came back, and of websites looked at. Instants are ISO text in UTC. */
export type JobTurnTable = {
  name: string
  /** Which process holds it; null: nobody. */
  holder: string | null
  until: string
  /** When what it is for was last done to its end; null: never. */
  done_at: string | null
}
export type StoppedTable = { address: string; kind: string; at: string }
export type BounceTable = { address: string; day: string; at: string; permanent: number }
export type LinkCheckTable = {
  listing: string
  url: string
  next_at: string
  checked_at: string | null
  /** Checks in a row that found it gone, and when the first of them was. */
  fails: number
  failing_since: string | null
  /** Checks in a row without an answer either way. */
  unsure: number
  /** The signal that was raised; null: none stands. */
  signal: string | null
}
