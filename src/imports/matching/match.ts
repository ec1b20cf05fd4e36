/** Which of several listings a row is: one for sure, some that somebody should look at, or none. */
import { compare, type Compared, type Side } from './compare.ts'
import type { Matching } from './weights.ts'

export type Known = { listing: string; side: Side }
export type Asked = { listing: string; compared: Compared }
export type Match =
  | { is: 'none' }
  | { is: 'same'; listing: string; compared: Compared }
  /** Likely the same as these, likeliest first, but not surely. */
  | { is: 'ask'; listings: Asked[] }

/** `known`: each listing once, none of which the row's own source spoke of: its keys are its word that they are two. */
export function match(row: Side, known: readonly Known[], matching: Matching): Match {
  const all = known.map(({ listing, side }): Asked => ({ listing, compared: compare(row, side, matching) }))
  const sure = all.filter(({ compared }) => compared.is === 'same')
  const [one] = sure
  if (one && sure.length === 1) return { is: 'same', ...one }
  // Two of one name in one building: the telephone or the website tells which.
  const closer = sure.filter(({ compared: { why } }) => why.includes('phone') || why.includes('website'))
  const [closest] = closer
  if (closest && closer.length === 1) return { is: 'same', ...closest }
  const asked = sure.length > 0 ? sure : all.filter(({ compared }) => compared.is === 'ask')
  if (asked.length === 0) return { is: 'none' }
  return { is: 'ask', listings: asked.toSorted((a, b) => b.compared.score - a.compared.score) }
}
