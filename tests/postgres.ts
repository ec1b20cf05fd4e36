/**
 * A PostgreSQL of the tests' own: started by the first test file that asks, in a temporary folder, reachable from this
 * machine only, and stopped by global-setup.ts. DATABASE_URL_TEST names a server to be used instead.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { openStore } from '../src/store/open.ts'
import { findBinaries, startPostgres } from './postgres-server.ts'

/** Somebody else's start is waited for so long. Milliseconds. */
const START_MS = 60_000

export const HOW_TO_HAVE_POSTGRES =
  'no PostgreSQL on this machine: apt-get install postgresql, or set DATABASE_URL_TEST=postgres://…'

export function hasPostgres(): boolean {
  return process.env['DATABASE_URL_TEST'] !== undefined || findBinaries() !== null
}

/** The database of this run that has all tables and nothing in them: a copy of it is six times as fast as migrating. */
const templateOf = (folder: string) => basename(folder).replace(/\W/g, '_').toLowerCase()

/** Address of the server; the first process to make the folder "starting" makes it ready, the others wait. */
async function server(): Promise<string> {
  const folder = inject('postgresFolder')
  const address = join(folder, 'address')
  try {
    mkdirSync(join(folder, 'starting'))
  } catch {
    const giveUp = performance.now() + START_MS
    while (!existsSync(address)) {
      if (performance.now() > giveUp) throw new Error(`PostgreSQL did not start: see ${join(folder, 'log')}`)
      await pause(50)
    }
    return readFileSync(address, 'utf8')
  }
  const url = process.env['DATABASE_URL_TEST'] ?? (await startPostgres(folder))
  const template = templateOf(folder)
  await makeDatabase(url, template, 'template1')
  await (await openStore(databaseAt(url, template))).close()
  // Renamed into place: nobody reads half an address.
  writeFileSync(`${address}.new`, url)
  renameSync(`${address}.new`, address)
  return url
}

async function asked<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const ask = (url: string, sql: string) => asked(url, (client) => client.query(sql))

/** Copied as files, as before version 15: written to its journal a database takes eight times the processor time. */
const makeDatabase = (url: string, name: string, template: string) =>
  asked(url, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const how = (rows[0]?.version ?? 0) >= 150_000 ? 'strategy file_copy' : ''
    await client.query(`create database ${name} template ${template} ${how}`)
  })

function databaseAt(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A database of its own, empty or with all tables already there: its address, and how to be rid of it. */
export async function freshDatabase(
  has: 'nothing' | 'tables' = 'nothing',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const at = await server()
  const name = `fingerpost_${crypto.randomUUID().replaceAll('-', '')}`
  await makeDatabase(at, name, has === 'tables' ? templateOf(inject('postgresFolder')) : 'template1')
  const drop = async () => void (await ask(at, `drop database ${name} with (force)`))
  return { url: databaseAt(at, name), drop }
}

/** What a run leaves on a server that was given: its database with the tables. */
export async function dropTemplate(folder: string): Promise<void> {
  const given = process.env['DATABASE_URL_TEST']
  if (given !== undefined && existsSync(join(folder, 'address')))
    await ask(given, `drop database ${templateOf(folder)} with (force)`)
}
