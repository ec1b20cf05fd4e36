/**
 * Which figures of "needed and not found" may be shown. Two rules, because a total minus the rest would tell what a
 * hidden count is: every figure is rounded down to fives (so a count under five is not shown at all), and a total that
 * would still pin one of its hidden parts is lowered by five. tests/insight/gaps.test.ts tries every small table.
 */

/** Counts under this are never shown, and figures are its multiples: in a small place fewer could be somebody. */
const STEP = 5
/** A hidden part must keep at least so many possible values, 0 to 4 being all there are. */
const POSSIBLE = 3

/** "At least so many"; 0: fewer than five, which may be none. */
export const atLeast = (count: number): number => Math.floor(count / STEP) * STEP

/** The same for the sum of parts that are shown beside it. Parts are exact counts. */
export function totalAtLeast(parts: readonly number[]): number {
  const total = parts.reduce((sum, it) => sum + it, 0)
  const shown = atLeast(total)
  if (shown === 0 || parts.every((it) => it >= STEP)) return shown
  // The most the parts could be, going by what is shown of them; a hidden one is then at least STEP - 1 - slack.
  const most = parts.reduce((sum, it) => sum + atLeast(it) + STEP - 1, 0)
  const slack = most - shown
  return slack >= POSSIBLE - 1 ? shown : shown - STEP
}

export type GapRow<Why extends string> = {
  id: string
  /** At least so many; 0: fewer than five. */
  whys: { [W in Why]: number }
  together: number
}

/**
 * One line an id with figures that may be shown, most first. Lines of fewer than five are left out: that somebody
 * needed it once is nobody's business. `ids`: all lines there are whatever they hold, in this order (weeks).
 */
export function gapRows<Why extends string>(
  sums: readonly { id: string; why: Why; count: number }[],
  whys: readonly Why[],
  ids: readonly string[] | null = null,
): GapRow<Why>[] {
  const byId = Map.groupBy(sums, ({ id }) => id)
  const row = (id: string): GapRow<Why> => {
    const counts = whys.map((why) =>
      (byId.get(id) ?? []).filter((it) => it.why === why).reduce((sum, it) => sum + it.count, 0),
    )
    const shown = whys.map((why, i) => [why, atLeast(counts[i] ?? 0)])
    return { id, whys: Object.fromEntries(shown) as GapRow<Why>['whys'], together: totalAtLeast(counts) }
  }
  if (ids !== null) return ids.map(row)
  return [...byId.keys()]
    .map(row)
    .filter(({ together }) => together > 0)
    .sort((a, b) => b.together - a.together || (a.id < b.id ? -1 : 1))
}
