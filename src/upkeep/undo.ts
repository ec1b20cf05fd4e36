/** Taking a revision back: the former values of just its fields, whatever was changed in other fields since. */
import type { FieldName } from '../listings/listing.ts'
import { sameValue } from '../listings/same-value.ts'
import type { Revision } from '../store/store.ts'
import type { Values } from './form/read-task.ts'
import type { Change } from './held.ts'

export type PutBack =
  | { is: 'back'; changes: Change[] }
  /** Its fields say what they said before already. */
  | { is: 'nothing' }
  | { is: 'too-old' }
  /** A first revision has nothing before it. */
  | { is: 'first' }
  | { is: 'unknown' }

const DAY_MS = 86_400_000

/** Whether a revision can still be put back. `days`: see undo in data/site.json. */
export const stillUndoable = ({ at }: Pick<Revision, 'at'>, now: Date, days: number): boolean =>
  now.getTime() - Date.parse(at) <= days * DAY_MS

/** `now`: what stands there now. What says whether it runs is put back too: ending is a change like any other. */
export function putBack(
  history: readonly Revision[],
  revision: number,
  current: Values,
  now: Date,
  days: number,
): PutBack {
  const found = history.find((it) => it.revision === revision)
  if (found === undefined) return { is: 'unknown' }
  if (found.revision === 1) return { is: 'first' }
  if (!stillUndoable(found, now, days)) return { is: 'too-old' }
  const changes = found.changes.flatMap(({ field: name, from }) => {
    const field = name as FieldName
    const there = current[field] ?? null
    return sameValue(there, from ?? null) ? [] : [{ field, from: there, to: from ?? null }]
  })
  return changes.length === 0 ? { is: 'nothing' } : { is: 'back', changes }
}
