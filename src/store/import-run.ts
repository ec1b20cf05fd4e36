/** Import runs: to come. */
import type { Database } from './database.ts'
import type { ImportStore } from './import-store.ts'

export function importStore(_database: Database, _clock: () => Date): ImportStore {
  const notYet = () => Promise.reject(new Error('Import runs are not built yet.'))
  return { run: notYet, undo: notYet }
}
