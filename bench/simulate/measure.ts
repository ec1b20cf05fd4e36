/** What came of it: counted a week at a time, weighted by how much a listing is looked at. */

export type Tallied = {
  /** Looks at results that are not known to have ended, and those after which somebody acts. */
  looks: number
  acts: number
  /** Acts that mislead, by the first reason that holds. */
  ended: number
  moved: number
  times: number
  full: number
  /** Weeks of listings that are right, and of those that are doubted all the same; and weighted by looks. */
  goodWeeks: number
  goodDoubted: number
  goodLooks: number
  goodLooksDoubted: number
  letters: number
  calls: number
  lookUps: number
  /** Most letters to one person in the whole time. */
  mostToOne: number
}

export const nothingYet = (): Tallied => ({
  looks: 0,
  acts: 0,
  ended: 0,
  moved: 0,
  times: 0,
  full: 0,
  goodWeeks: 0,
  goodDoubted: 0,
  goodLooks: 0,
  goodLooksDoubted: 0,
  letters: 0,
  calls: 0,
  lookUps: 0,
  mostToOne: 0,
})

export type Figures = {
  /** Shares of the results people act on, per cent. */
  misleads: number
  wrong: number
  ended: number
  moved: number
  times: number
  full: number
  /** Shares of what is right, per cent: of listings, and of looks. */
  doubted: number
  doubtedLooks: number
  /** Misled people of a thousand who look. */
  misledOfThousand: number
  /** A listing a year. */
  asks: number
  letters: number
  calls: number
}

export function figures(it: Tallied, listings: number, years: number): Figures {
  const share = (part: number, of: number) => (of === 0 ? 0 : (part / of) * 100)
  const wrong = it.ended + it.moved + it.times
  const each = listings * years
  return {
    misleads: share(wrong + it.full, it.acts),
    wrong: share(wrong, it.acts),
    ended: share(it.ended, it.acts),
    moved: share(it.moved, it.acts),
    times: share(it.times, it.acts),
    full: share(it.full, it.acts),
    doubted: share(it.goodDoubted, it.goodWeeks),
    doubtedLooks: share(it.goodLooksDoubted, it.goodLooks),
    misledOfThousand: share(wrong + it.full, it.looks) * 10,
    asks: (it.letters + it.calls + it.lookUps) / each,
    letters: it.letters / each,
    calls: (it.calls + it.lookUps) / each,
  }
}

/** Student's t for a two-sided 95 % interval, by degrees of freedom; above 30 the normal value is near enough. */
const T = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1,
  2.09, 2.09, 2.08, 2.07, 2.07, 2.06, 2.06, 2.06, 2.05, 2.05, 2.05, 2.04,
]

/** Mean and half the width of its 95 % interval. */
export function interval(values: readonly number[]): { mean: number; half: number } {
  const mean = values.reduce((sum, it) => sum + it, 0) / values.length
  if (values.length < 2) return { mean, half: 0 }
  const variance = values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (values.length - 1)
  return { mean, half: (T[values.length - 2] ?? 1.96) * Math.sqrt(variance / values.length) }
}
