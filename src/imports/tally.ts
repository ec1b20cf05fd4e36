/** Counts of one run, and its report as the contract has it. */
import type { Problem, Report } from './report.ts'

/** Problems listed in one report; a file in which every cell is wrong must not fill the memory. */
export const MOST_PROBLEMS = 5_000

export type Tally = {
  read: number
  listings: Report['listings']
  located: Report['located']
  problems: Problem[]
  /** Problems beyond the list's end. */
  unlisted: number
  /** Rows this source had before, found again in this run and not missing before. */
  foundAgain: number
  /** Only of a register, and only of 360Giving. */
  register: Report['register']
  grants: Report['grants']
  /** Which of several files is being read: its problems are said to be in it. */
  file: string | null
}

export const emptyTally = (): Tally => ({
  read: 0,
  listings: { added: 0, changed: 0, unchanged: 0, duplicate: 0, skipped: 0, refused: 0 },
  located: { exact: 0, postcode: 0, area: 0, none: 0 },
  problems: [],
  unlisted: 0,
  foundAgain: 0,
  register: null,
  grants: null,
  file: null,
})

export function addProblems(tally: Tally, problems: readonly Problem[]): void {
  for (const said of problems) {
    const problem = tally.file === null ? said : { ...said, problem: `${said.problem} (in ${tally.file})` }
    if (tally.problems.length < MOST_PROBLEMS) tally.problems.push(problem)
    else tally.unlisted++
  }
}

type About = { source: string; run: string; state: Report['state']; why: string | null; missing: number }

export function reportOf(tally: Tally, { source, run, state, why, missing }: About): Report {
  const { read, listings, located, unlisted, register, grants } = tally
  const problems =
    tally.file === null ? tally.problems.toSorted((a, b) => a.row - b.row) : [...tally.problems]
  if (unlisted)
    problems.push({
      row: 0,
      field: '',
      value: '',
      problem: `${unlisted.toLocaleString('en-GB')} more problems`,
      did: 'not listed here',
    })
  return { source, run, state, why, read, listings, missing, located, register, grants, problems }
}
