/** What a listing said at an earlier revision: today's values with every later change taken back. */
import type { FieldName } from '../listings/listing.ts'
import type { Revision } from '../store/store.ts'
import type { Values } from './form/read-task.ts'

/** `history`: newest first. A revision that never was counts as the newest. */
export function valuesAt(now: Values, history: readonly Revision[], revision: number): Values {
  const values: Values = { ...now }
  const newest = history[0]?.revision ?? revision
  if (revision < 1 || revision > newest) return values
  for (const { revision: later, changes } of history) {
    if (later <= revision) break
    for (const { field, from } of changes) values[field as FieldName] = from ?? null
  }
  return values
}
