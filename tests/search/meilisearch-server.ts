/**
 * A Meilisearch of the tests' own: `meilisearch` of the PATH (or the program that MEILI_BINARY names) on a free port,
 * in a temporary folder, reachable from this machine only. MEILI_URL names a server to be used instead.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type MeilisearchServer = {
  url: string
  /** The master key of a server of our own; of another one whatever key was given. */
  key: string
  version: string
  /** Everything it keeps, and all that it has said; null and nothing where it is not ours. */
  folder: string | null
  output(): string
  /** Process id; null where it is not ours. */
  pid: number | null
  /** Ends it and takes its folder away; a server that is not ours is left alone. */
  stop(): Promise<void>
  /** Ends it and keeps its folder, as a crash does; `restart` starts it again on the same port. */
  kill(): Promise<void>
  restart(): Promise<void>
}

/** Said by every test that is skipped for want of it. */
export const HOW_TO_HAVE_MEILISEARCH =
  'skipped: no Meilisearch. Put `meilisearch` on the PATH, or set MEILI_URL and MEILI_MASTER_KEY'

const MASTER_KEY = 'only-for-tests-0123456789'
/** A start takes a second or so on a quiet machine. Milliseconds. */
const START_MS = 60_000

function binary(): string | null {
  const named = process.env['MEILI_BINARY']
  if (named !== undefined) return existsSync(named) ? named : null
  const names = process.platform === 'win32' ? ['meilisearch.exe'] : ['meilisearch']
  const places = (process.env['PATH'] ?? '').split(delimiter).flatMap((it) => names.map((n) => join(it, n)))
  return places.find((it) => existsSync(it)) ?? null
}

export const hasMeilisearch = (): boolean => process.env['MEILI_URL'] !== undefined || binary() !== null

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A server of its own for who asks, unless MEILI_URL names one: then tests keep to indexes of their own (own-index.ts). */
export async function startMeilisearch(): Promise<MeilisearchServer> {
  const given = process.env['MEILI_URL']?.split(',')[0]
  if (given !== undefined) return theirs(given)
  const program = binary()
  if (program === null) throw new Error(HOW_TO_HAVE_MEILISEARCH)
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-meilisearch-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let said = ''
  const hear = (chunk: Buffer): void => void (said += chunk.toString())
  let child = start(program, folder, port, hear)
  const version = await ready(url, child)
  const end = async () => ended(child)
  return {
    url,
    key: MASTER_KEY,
    version,
    folder,
    output: () => said,
    get pid() {
      return child.pid ?? null
    },
    kill: end,
    async restart() {
      await end()
      child = start(program, folder, port, hear)
      await ready(url, child)
    },
    async stop() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function theirs(url: string): Promise<MeilisearchServer> {
  const key = process.env['MEILI_MASTER_KEY'] ?? process.env['MEILI_KEY'] ?? ''
  const nothing = async () => undefined
  return {
    url,
    key,
    version: await versionOf(url, key),
    folder: null,
    output: () => '',
    pid: null,
    stop: nothing,
    kill: nothing,
    restart: nothing,
  }
}

function start(program: string, folder: string, port: number, hear: (chunk: Buffer) => void): ChildProcess {
  const named = { 'db-path': 'data.ms', 'dump-dir': 'dumps', 'snapshot-dir': 'snapshots' }
  const places = Object.entries(named).flatMap(([name, place]) => [`--${name}`, join(folder, place)])
  const plain = ['--http-addr', `127.0.0.1:${port}`, '--no-analytics', '--log-level', 'WARN']
  // Its own settings only: MEILI_… of this process are meant for the site.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MEILI_')))
  const child = spawn(program, [...plain, ...places, '--master-key', MASTER_KEY], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  // Nothing of it may outlive the tests, however they end.
  process.once('exit', () => child.kill('SIGKILL'))
  return child
}

async function ready(url: string, child: ChildProcess): Promise<string> {
  for (const giveUp = performance.now() + START_MS; performance.now() < giveUp; await pause(50)) {
    if (child.exitCode !== null)
      throw new Error(`Meilisearch ended with ${child.exitCode} before it answered`)
    const isUp = await fetch(`${url}/health`).then(
      (it) => it.ok,
      () => false,
    )
    if (isUp) return versionOf(url, MASTER_KEY)
  }
  throw new Error('Meilisearch did not start')
}

async function versionOf(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/version`, {
    headers: key === '' ? {} : { Authorization: `Bearer ${key}` },
  })
  const { pkgVersion } = (await answer.json()) as { pkgVersion?: unknown }
  return typeof pkgVersion === 'string' ? pkgVersion : 'not said'
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
