/** A draft after a task was saved: fields that say something new, each with what stood there when it was first typed over. */
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { sameValue } from '../../listings/same-value.ts'
import type { Draft } from '../../store/editing/draft.ts'
import type { Values } from '../form/read-task.ts'
import type { Task } from '../form/rows.ts'
import type { Session } from '../../listings/session.ts'

/**
 * `changed`: fields whose value in `values` was just typed. `base`: what the person saw before any typing of theirs.
 * What a field was first typed over stays remembered: it is what a change of somebody else is compared with.
 */
export function typed(
  draft: Draft,
  {
    task,
    base,
    values,
    changed,
    at,
  }: { task: Task; base: Values; values: Values; changed: readonly FieldName[]; at: string },
): Draft {
  const fields: Draft['fields'] = { ...draft.fields }
  for (const field of changed) {
    const from = fields[field]?.from ?? (fields[field] === undefined ? (base[field] ?? null) : null)
    const to = values[field] ?? null
    if (sameValue(from, to)) delete fields[field]
    else fields[field] = { from, to }
  }
  const tasks = draft.tasks.includes(task) ? draft.tasks : [...draft.tasks, task]
  return { ...draft, fields: inOrder(fields), tasks, updatedAt: at }
}

function inOrder(fields: Draft['fields']): Draft['fields'] {
  return Object.fromEntries(FIELD_NAMES.flatMap((field) => (fields[field] ? [[field, fields[field]]] : [])))
}

/** Sessions say which place they are at by its number: when places go, the numbers of the others move up. */
export function withoutPlaces(sessions: readonly Session[], gone: readonly number[]): Session[] {
  return sessions.map(({ place, ...rest }) => {
    if (place === undefined || gone.includes(place)) return rest
    return { ...rest, place: place - gone.filter((it) => it < place).length }
  })
}
