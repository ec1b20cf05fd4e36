/** Two people at once: what each changed is kept, field by field; only where both changed one field somebody must choose. */
import type { FieldName } from '../listings/listing.ts'
import { sameValue } from '../listings/same-value.ts'
import type { DraftField } from '../store/editing/draft.ts'

export type Edits = { [F in FieldName]?: DraftField }
export type Clash = {
  field: FieldName
  /** What stood there when it was typed over, what stands there now, what was typed. */
  from: unknown
  theirs: unknown
  mine: unknown
}
/** "mine": what was typed goes over what stands there now. */
export type Choices = { [F in FieldName]?: 'mine' | 'theirs' }
export type Merged = { changes: { field: FieldName; from: unknown; to: unknown }[]; clashes: Clash[] }

/**
 * `mine`: what somebody typed, with what stood there then. `now`: what stands there now, null where there is none.
 * `changes`: what is to be written, from what stands there now. A field in `clashes` is written nowhere yet.
 */
export function merged(mine: Edits, now: { [F in FieldName]?: unknown }, choices: Choices = {}): Merged {
  const changes: Merged['changes'] = []
  const clashes: Clash[] = []
  for (const [name, { from, to }] of Object.entries(mine)) {
    const field = name as FieldName
    const theirs = now[field] ?? null
    if (sameValue(theirs, to)) continue
    if (sameValue(theirs, from) || choices[field] === 'mine') changes.push({ field, from: theirs, to })
    else if (choices[field] !== 'theirs') clashes.push({ field, from, theirs, mine: to })
  }
  return { changes, clashes }
}
