/**
 * Ids, addresses and keys are compared by the database as they are. PostgreSQL keeps no NUL character in text and
 * SQLite stops reading at one, so none is let in; words of a listing are JSON and keep every character on both.
 */
export function refuseNul(what: string, values: readonly (string | null)[]): void {
  for (const value of values)
    if (value?.includes('\0'))
      throw new Error(`There is a NUL character in ${what}: ${JSON.stringify(value)}.`)
}

/** Words that stand in a column of their own lose it: a name is no worse for that. */
export function bare<T extends string | null>(text: T): T {
  return (text?.includes('\0') ? text.replaceAll('\0', '') : text) as T
}
