/** One suite, every database: each case gets a new one. */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, inject, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { freshDatabase, hasPostgres, HOW_TO_HAVE_POSTGRES } from '../postgres.ts'

export type DatabaseUnderTest = {
  dialect: 'sqlite' | 'postgres'
  /** A new empty database; it is gone when the test has ended. */
  empty: () => Promise<string>
  /** A store on it, closed when the test has ended. Without an address: on a new one with all tables already there. */
  open: (url?: string) => Promise<Store>
}

async function emptyFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'store.db')
}

/** Tables are made once a run and copied: to make them anew for each of thousands of cases took most of their time. */
async function fileWithTables(): Promise<string> {
  const ready = join(inject('postgresFolder'), 'tables.db')
  if (!existsSync(ready)) {
    const made = await emptyFile()
    await (await openStore(made)).close()
    // Renamed into place: nobody copies half a file, and two that make it make the same.
    copyFileSync(made, `${ready}.${process.pid}`)
    renameSync(`${ready}.${process.pid}`, ready)
  }
  const file = await emptyFile()
  copyFileSync(ready, file)
  return file
}

async function postgres(has: 'nothing' | 'tables'): Promise<string> {
  const { url, drop } = await freshDatabase(has)
  onTestFinished(drop)
  return url
}

function underTest(dialect: DatabaseUnderTest['dialect']): DatabaseUnderTest {
  const sqlite = dialect === 'sqlite'
  const withTables = () => (sqlite ? fileWithTables() : postgres('tables'))
  return {
    dialect,
    empty: () => (sqlite ? emptyFile() : postgres('nothing')),
    async open(url) {
      const store = await openStore(url ?? (await withTables()), {
        clock: () => new Date('2026-11-22T10:00:00Z'),
      })
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
