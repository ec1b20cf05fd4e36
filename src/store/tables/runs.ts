/** One line of what a run would change or did: see runs/run-line.ts. */
export type RunLineTable = {
  run: string
  /** From 1, in the order of the run. */
  number: number
  is: string
  /** Id of the listing; null where it never came to be. */
  listing: string | null
  name: string
  /** JSON list of changes. */
  changes: string
}

/** What stood before a run changed it, for what has no table of its own for that: see runs/before.ts. */
export type RunBeforeTable = {
  /** In the order in which things were changed, over all runs. */
  number: number
  run: string
  /** What kind of thing: "signal", "matter", "place"… */
  what: string
  id: string
  /** JSON; null: it was not there. */
  before: string | null
  /** JSON of what the run left there; null: nothing. */
  after: string | null
}

/** When and whether a source had a row before a run only saw it again. */
export type SeenBeforeTable = {
  run: string
  listing: number
  source: string
  seen_at: string | null
  missing_run: string | null
}

/** What the desk answered to a conflict, field by field. */
export type RulingTable = {
  listing: number
  source: string
  field: string
  /** What was offered, as it is compared: see listings/says-same.ts. */
  offered: string
  ruling: string
  at: string
  person: string | null
  matter: string | null
}
