/**
 * Ids, addresses and keys are compared by the database as they are. PostgreSQL keeps no NUL character in text and
 * SQLite stops reading at one, so none is let in; words of a listing are JSON and keep every character on both.
 */
export function refuseNul(what: string, values: readonly (string | null)[]): void {
  for (const value of values)
    if (value?.includes('\0'))
      throw new Error(`There is a NUL character in ${what}: ${JSON.stringify(value)}.`)
}
