/** Rows that are no listings, by what a profile says of them. */
import type { Profile } from '../profile.ts'
import type { Cleaner } from '../transforms/cell.ts'
import type { ColumnOf } from './rule.ts'

export function skipper(
  profile: Profile,
  columnOf: ColumnOf,
  clean: Cleaner,
): (cells: readonly string[]) => boolean {
  const rules = profile.skip.map(({ column, is, empty, not_in }) => {
    const at = columnOf(column)
    const out = is && new Set(is.map((word) => word.toLowerCase()))
    const only = not_in && new Set(not_in.map((word) => word.toLowerCase()))
    return (cells: readonly string[]): boolean => {
      const cell = at < 0 ? '' : clean(cells[at] ?? '').toLowerCase()
      if (cell === '') return empty === true
      return (out?.has(cell) ?? false) || (only !== undefined && !only.has(cell))
    }
  })
  return (cells) => rules.some((rule) => rule(cells))
}
