/** One suite, every database: each case gets a new empty one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'

export type DatabaseUnderTest = {
  dialect: 'sqlite' | 'postgres'
  /** A new empty database; it is gone when the test has ended. */
  empty: () => Promise<string>
  /** A store on it, closed when the test has ended. Without an address: on a new empty one. */
  open: (url?: string) => Promise<Store>
}

async function emptyFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'store.db')
}

async function emptyDatabase(): Promise<string> {
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  return url
}

function underTest(dialect: DatabaseUnderTest['dialect']): DatabaseUnderTest {
  const empty = dialect === 'sqlite' ? emptyFile : emptyDatabase
  return {
    dialect,
    empty,
    async open(url) {
      const store = await openStore(url ?? (await empty()), { clock: () => new Date('2026-11-22T10:00:00Z') })
      // Ended tests clean up last things first: the store is closed before its database goes.
      onTestFinished(() => store.close())
      return store
    },
  }
}

/** Runs the cases on SQLite and on PostgreSQL; where PostgreSQL is missing, one skipped test says so and why. */
export function onEachDatabase(about: string, cases: (database: DatabaseUnderTest) => void): void {
  describe(`${about}, on SQLite`, () => cases(underTest('sqlite')))
  describe(`${about}, on PostgreSQL`, () => {
    if (hasPostgres()) cases(underTest('postgres'))
    else test.skip(HOW_TO_HAVE_POSTGRES, () => undefined)
  })
}
