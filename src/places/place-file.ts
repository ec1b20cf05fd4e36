/** What the readers of place files share: how they tell what they read, and that a file is none of theirs. */
import type { BadPoint } from './geo.ts'
import type { NoPostcode } from './postcode.ts'

/** A file that cannot be read as places; the message is one sentence for whoever gave it. */
export class UnreadablePlaceFile extends Error {}

export type PlaceFileProblem = {
  /** Line or feature, from 1. */
  row: number
  value: string
  why: NoPostcode | BadPoint | 'no-point' | 'no-name' | 'no-outline'
}
export type PlaceFileKind = 'onspd' | 'code-point-open' | 'postcodes' | 'outcodes' | 'boundaries'
export type Progress = (so: { bytes: number; rows: number }) => void

/** Problems kept word for word; the others are only counted. */
const PROBLEMS_KEPT = 100

export type PlaceFileTally = {
  kind: PlaceFileKind
  rows: number
  kept: number
  /** Of those kept, postcodes that are no longer in use. */
  ended: number
  /** Rows not kept. */
  refused: number
  /** The first hundred of them. */
  problems: PlaceFileProblem[]
}

export function newTally(kind: PlaceFileKind): PlaceFileTally {
  return { kind, rows: 0, kept: 0, ended: 0, refused: 0, problems: [] }
}

export function refuse(tally: PlaceFileTally, problem: PlaceFileProblem): void {
  tally.refused += 1
  if (tally.problems.length < PROBLEMS_KEPT) tally.problems.push(problem)
}
