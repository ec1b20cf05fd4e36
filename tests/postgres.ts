/**
 * A PostgreSQL of the tests' own: started by the first test file that asks, in a temporary folder, reachable from this
 * machine only, and stopped by global-setup.ts. DATABASE_URL_TEST names a server to be used instead.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { findBinaries, startPostgres } from './postgres-server.ts'

/** Somebody else's start is waited for so long. Milliseconds. */
const START_MS = 60_000

export const HOW_TO_HAVE_POSTGRES =
  'no PostgreSQL on this machine: apt-get install postgresql, or set DATABASE_URL_TEST=postgres://…'

export function hasPostgres(): boolean {
  return process.env['DATABASE_URL_TEST'] !== undefined || findBinaries() !== null
}

/** Address of the server; the first process to make the folder "starting" starts it, the others wait. */
async function server(): Promise<string> {
  const given = process.env['DATABASE_URL_TEST']
  if (given !== undefined) return given
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
  const url = await startPostgres(folder)
  // Renamed into place: nobody reads half an address.
  writeFileSync(`${address}.new`, url)
  renameSync(`${address}.new`, address)
  return url
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** An empty database of its own: its address, and how to be rid of it. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const at = await server()
  const name = `fingerpost_${crypto.randomUUID().replaceAll('-', '')}`
  await ask(at, `create database ${name}`)
  const url = new URL(at)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(at, `drop database ${name} with (force)`) }
}
