/** A feed, gathered: its lists and details in hand, and what is known of how whole it is. */
import type { Problem } from '../report.ts'

/** A list page, or a service by itself, read anew whenever it is asked for. Never a body that is no JSON. */
export type Body = () => Promise<unknown>

export type Gathered = {
  /** In the order of the feed. */
  lists: Body[]
  /** Services told in full, by their ids. */
  details: ReadonlyMap<string, Body>
  /** Ids whose details there should be and are not, with what was wrong. */
  broken: ReadonlyMap<string, string>
  /** Services that stand in no list. */
  loose: Body[]
  problems: Problem[]
  /** Whether a service that is not in it is gone. */
  whole: boolean
}

export const feedProblem = (field: string, value: string, problem: string, did: string): Problem => ({
  row: 0,
  field,
  value: value.slice(0, 120),
  problem,
  did,
})
