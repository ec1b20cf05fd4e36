/** Tables of charity registers. Days are "2026-11-22", instants ISO text in UTC. */
export type RegisterEntryTable = {
  source: string
  org_id: string
  kind: string
  hash: string
  name: string
  state: string
  registered_on: string | null
  ended_on: string | null
  insolvent: number
  dissolved: number
  overdue: number
  accounts_to: string | null
  successor: string | null
  successor_name: string | null
  company: string | null
  postcode: string | null
  website: string | null
  /** Number of the entry of the same name and postcode that came before. */
  twin: string | null
  doubtful: number
  heard_at: string
  run: string
  missing_run: string | null
}

/** The entry that a run replaced, as JSON of its row. `run`: the run that had written it. */
export type RegisterReplacedTable = {
  replaced_by: string
  source: string
  org_id: string
  run: string
  entry: string
}

/** A group that a run gave a number or a website: JSON of it before and after. */
export type GroupReplacedTable = { replaced_by: string; organisation: string; before: string; after: string }

/** Drafts that the desk put aside. */
export type DraftDiscardedTable = { listing: number; at: string; person: string }
