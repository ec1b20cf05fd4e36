/** What the databases themselves hold to: settings, migrations, and history that only grows. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { connect, type Database } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open.ts'
import { assertSqliteVersion, openConnection } from '../../src/store/sqlite.ts'
import { onEachDatabase } from './databases.ts'
import { aNew, anEdit, AT, importing, aRow, writing } from './made.ts'

const HISTORY = ['revision', 'confirmation', 'capacity_event'] as const
const CHANGES = [
  ...HISTORY.map((table) => [table, `update ${table} set author = 'desk'`] as const),
  ...HISTORY.map((table) => [table, `delete from ${table}`] as const),
]

async function raw(url: string): Promise<Database> {
  const database = await connect(url)
  onTestFinished(() => database.close())
  return database
}

onEachDatabase('history', ({ open, empty }) => {
  test.for(CHANGES)('%s refuses "%s"', async ([table, statement]) => {
    const url = await empty()
    const store = await open(url)
    await store.add([aNew('a')])
    await store.edit(anEdit('a', 1))
    const about = { id: 'e', listing: 'a', by: 'group' } as const
    await store.confirm([{ ...about, at: AT, source: null, how: 'form', revision: 1 }])
    await store.sayCapacity([
      { ...about, saidAt: AT, session: null, state: 'open', weeks: null, until: null },
    ])
    const { write } = await raw(url)
    await expect(write(({ db }) => sql.raw(statement).execute(db))).rejects.toThrow(`${table} is append only`)
    expect((await store.revisions('a')).length).toBe(2)
    expect(await store.confirmations('a')).toHaveLength(1)
    expect(await store.capacities('a')).toHaveLength(1)
  })

  test('what points to a listing must point to one that is there', async () => {
    const { write } = await raw(await empty())
    const orphan = sql`insert into slug (slug, listing) values ('a', 99)`
    await expect(write(({ db }) => orphan.execute(db))).rejects.toThrow(/foreign key/i)
  })

  test('a write that throws leaves nothing, not even a number', async () => {
    const { write, read } = await raw(await empty())
    const failing = write(async ({ db, nextChange }) => {
      nextChange()
      await sql`insert into fact (name, value) values ('a', 'b')`.execute(db)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await read.selectFrom('fact').where('name', '=', 'a').selectAll().execute()).toEqual([])
    expect((await read.selectFrom('counter').selectAll().execute()).map(({ value }) => value)).toEqual([0, 0])
  })

  test('whole numbers are numbers', async () => {
    const { read } = await raw(await empty())
    const { rows } = await sql<{ n: number }>`select count(*) as n from counter`.execute(read)
    expect(rows).toMatchObject([{ n: 2 }])
  })
})

onEachDatabase('migrations', ({ empty, open }) => {
  test('four that start at the same moment in one process agree', async () => {
    const url = await empty()
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(url)))
    await Promise.all(stores.map((store, i) => store.add([aNew(`${i}`)])))
    expect(await stores[0]?.count()).toEqual({ all: 4, published: 4 })
  })

  test('two processes that start at the same moment agree', async () => {
    const url = await empty()
    const script = new URL('./open-once.ts', import.meta.url).pathname
    const codes = await Promise.all(
      [1, 2].map(
        () =>
          new Promise((resolve) => {
            spawn(process.execPath, [script, url], { stdio: 'inherit' }).on('exit', resolve)
          }),
      ),
    )
    expect(codes).toEqual([0, 0])
    expect(await (await open(url)).count()).toEqual({ all: 0, published: 0 })
  })

  test('a second opening changes nothing', async () => {
    const url = await empty()
    await importing(await open(url), writing([aRow('1')]))
    expect((await (await open(url)).listings(['id-1'])).length).toBe(1)
  })

  test('a database that has been migrated further is refused', async () => {
    const url = await empty()
    const { write } = await raw(url)
    await write(({ db }) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', ${AT})`.execute(db),
    )
    await expect(openStore(url)).rejects.toThrow('9999-later')
  })
})

const VERSIONS: [version: string, ok: boolean][] = [
  ['3.51.3', true],
  ['3.53.4', true],
  ['4.0.0', true],
  ['3.51.2', false],
  ['3.50.9', false],
  ['2.99.99', false],
]
const ADDRESSES: [address: string, words: RegExp][] = [
  ['mysql://localhost/x', /postgres:\/\/… or the path of a file, not "mysql:/],
  ['http://example.org', /not "http:/],
  [
    'postgres://somebody:secret@127.0.0.1:1/x',
    /^PostgreSQL at 127\.0\.0\.1:1 does not answer: .*ECONNREFUSED/,
  ],
]

describe('addresses', () => {
  test.for(ADDRESSES)('%s is no address of a store', async ([address, words]) => {
    await expect(openStore(address)).rejects.toThrow(words)
  })
})

describe('SQLite', () => {
  test.for(VERSIONS)('%s may be used: %s', ([version, ok]) => {
    if (ok) expect(() => assertSqliteVersion(version)).not.toThrow()
    else expect(() => assertSqliteVersion(version)).toThrow(`SQLite ${version} is too old`)
  })

  test('a write is on the disk before it is said to be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'deep', 'store.db')
    const store = await openStore(path)
    onTestFinished(() => store.close())
    const { db } = openConnection(path, 'writer')
    const pragma = (name: string) => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]
    expect(['journal_mode', 'synchronous', 'foreign_keys'].map(pragma)).toEqual(['wal', 2, 1])
    db.close()
    const reader = openConnection(path, 'reader').db
    expect(() => reader.exec('delete from fact')).toThrow(/readonly|query_only/i)
    reader.close()
  })

  test('a store in memory is gone when it is closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder)
    onTestFinished(() => void vi.unstubAllEnvs())
    const store = await openStore(':memory:')
    await store.add([aNew('a')])
    expect(await store.count()).toEqual({ all: 1, published: 1 })
    expect(readdirSync(folder)).toHaveLength(1)
    await store.close()
    expect(readdirSync(folder)).toEqual([])
  })

  test('a file that is no database is refused and left as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'letter.txt')
    writeFileSync(path, 'Dear council, '.repeat(2000))
    await expect(openStore(path)).rejects.toThrow('not a database')
    expect(readFileSync(path, 'utf8')).toBe('Dear council, '.repeat(2000))
  })

  test('a store is opened while another program is writing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'store.db')
    await (await openStore(path)).close()
    const other = new DatabaseSync(path)
    other.exec('begin immediate')
    const store = await openStore(path)
    expect(await store.count()).toEqual({ all: 0, published: 0 })
    await store.close()
    other.close()
  })

  test('a writer waits for another program, and readers do not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerpost-store-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'store.db')
    const store = await openStore(path)
    onTestFinished(() => store.close())
    const other = new DatabaseSync(path)
    other.exec('begin immediate')
    const waiting = store.add([aNew('a')])
    // Pages are read meanwhile.
    expect(await store.listings(['a'])).toEqual([])
    other.exec('rollback')
    other.close()
    await waiting
    expect(await store.count()).toEqual({ all: 1, published: 1 })
  })
})

test('a new file, and the logs beside it, are for the user alone who runs the program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-mode-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const store = await openStore(join(folder, 'store.db'))
  onTestFinished(() => store.close())
  await store.add([aNew('a')])
  const modes = readdirSync(folder).map((name) => [
    name,
    (statSync(join(folder, name)).mode & 0o777).toString(8),
  ])
  expect(modes.sort()).toEqual([
    ['store.db', '600'],
    ['store.db-shm', '600'],
    ['store.db-wal', '600'],
  ])
})
