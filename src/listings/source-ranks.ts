/** Sources that are believed more or less than others of their kind: ranks of their own, by group of fields. */
import { z } from 'zod'
import { FIELD_NAMES, type FieldName } from './listing.ts'
import type { Ranks } from './settle.ts'

/** data/source-ranks.json once more: which fields stand in which group. Checked as a whole by `ranksSchema`. */
export const fieldGroups = z
  .record(z.string(), z.union([z.string(), z.object({ fields: z.array(z.enum(FIELD_NAMES)) })]))
  .transform(
    (file) =>
      new Map(
        Object.entries(file).flatMap(([group, it]): [string, readonly FieldName[]][] =>
          typeof it === 'string' ? [] : [[group, it.fields]],
        ),
      ),
  )
export type FieldGroups = z.output<typeof fieldGroups>

type OwnRanks = { id: string; ranks: { [group: string]: number } }

/** The same ranks with those that sources have of their own. `unknown`: a group that is none of the file's. */
export function withSources(
  ranks: Ranks,
  groups: FieldGroups,
  sources: readonly OwnRanks[],
): { is: 'ranks'; ranks: Ranks } | { is: 'unknown'; source: string; group: string } {
  const own = new Map<FieldName, Map<string, number>>()
  for (const { id, ranks: given } of sources)
    for (const [group, rank] of Object.entries(given)) {
      const fields = groups.get(group)
      if (fields === undefined) return { is: 'unknown', source: id, group }
      for (const field of fields) own.set(field, (own.get(field) ?? new Map<string, number>()).set(id, rank))
    }
  const all = { ...ranks }
  for (const [field, bySource] of own) all[field] = { ...ranks[field], bySource }
  return { is: 'ranks', ranks: all }
}
