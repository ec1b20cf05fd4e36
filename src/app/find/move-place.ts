/** "yoga in sale" as "yoga" near "Sale": the question with the place that stood in its words where places stand. */
import type { Query } from '../../search/query.ts'
import type { Spot } from './where.ts'

export function movePlace<Q extends Pick<Query, 'what' | 'where' | 'within'>>(
  query: Q,
  spot: Spot | null,
): { query: Q; spot: Spot | null } {
  if (spot?.rest === undefined) return { query, spot }
  const { rest, asWords: _, within = query.within, ...there } = spot
  return { query: { ...query, what: rest, where: there.label, within }, spot: there }
}
