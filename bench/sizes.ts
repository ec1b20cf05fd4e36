/** Both engines at growing sizes: what a question of each kind costs, what the index costs, and how each grows. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from '../tests/search/meilisearch-server.ts'
import { ownIndex, removeIndex } from '../tests/search/own-index.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'
import type { Sized } from './sizes/measure.ts'
import type { Held } from './sizes/opened.ts'

const runFile = promisify(execFile)
const SIZES = (process.env.BENCH_SIZES ?? '1000,10000,100000,300000').split(',').map(Number)
const EACH = process.env.BENCH_QUERIES ?? '300'
const ENGINES = (process.env.BENCH_ENGINES ?? 'embedded,meilisearch').split(',')
/** Milliseconds at the 95th percentile, of the embedded engine at the largest size. */
const GOAL = { typed: 15, other: 10 }
const TYPED = 'as you type'

async function measured(engine: string, listings: number): Promise<Sized> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-sizes-'))
  const index = ownIndex()
  const server = engine === 'meilisearch' ? await startMeilisearch() : null
  try {
    const script = fileURLToPath(new URL('sizes/measure.ts', import.meta.url))
    const about = server ? [server.url, server.key, index, String(server.pid ?? '')] : []
    const args = ['--expose-gc', '--max-old-space-size=8192', script]
    const { stdout } = await runFile(
      process.execPath,
      [...args, engine, String(listings), EACH, folder, ...about],
      { maxBuffer: 2 ** 24 },
    )
    const sized = JSON.parse(stdout) as Sized
    // Of a server that is not ours nobody can tell, and JSON has no NaN.
    const memory = sized.memory ?? NaN
    return server ? { ...sized, memory, disk: await diskOf(server) } : sized
  } finally {
    if (server) await removeIndex(server, index).finally(server.stop)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Megabytes, as the server tells them. */
async function diskOf({ url, key }: MeilisearchServer): Promise<number> {
  const answer = await fetch(`${url}/stats`, { headers: { Authorization: `Bearer ${key}` } })
  const { databaseSize } = (await answer.json()) as { databaseSize: number }
  return databaseSize / 2 ** 20
}

const said = (n: number): string => (n < 10 ? n.toFixed(2) : n.toFixed(0))

function rowsOf(engine: string, all: readonly [listings: number, sized: Sized][]): BenchRow[] {
  const [, last] = all.at(-1) ?? []
  const [largest] = all.at(-1) ?? [0]
  if (!last) return []
  const through = (of: (it: Sized) => string) => all.map(([n, it]) => `${n}: ${of(it)}`).join('; ')
  const kinds = Object.entries(last.times).map(([kind, { p95 }]): BenchRow => {
    const goal = kind === TYPED ? GOAL.typed : GOAL.other
    return {
      what: `${engine}, ${largest}: ${kind}, p95`,
      figure: p95,
      unit: 'ms',
      goal: engine === 'embedded' ? `≤ ${goal}` : '',
      ratio: `p50 / p95 ${through(({ times }) => `${said(times[kind]?.p50 ?? NaN)} / ${said(times[kind]?.p95 ?? NaN)}`)}`,
    }
  })
  const index: [what: string, unit: string, of: (it: Sized) => number][] = [
    ['index built from nothing', 's', ({ build }) => build],
    ['on the disk', 'MB', ({ disk }) => disk],
    ['in memory, of a process that opened it', 'MB', ({ memory }) => memory],
  ]
  const costs = index.map(([what, unit, of]): BenchRow => ({
    what: `${engine}, ${largest}: ${what}`,
    figure: of(last),
    unit,
    goal: '',
    ratio: through((it) => said(of(it))),
  }))
  if (last.held) costs.push(heldRow(engine, largest, last.held))
  return [...kinds, ...costs]
}

const heldRow = (engine: string, listings: number, { columns, objects }: Held): BenchRow => ({
  what: `${engine}, ${listings}: of that in columns and sets`,
  figure: columns,
  unit: 'MB',
  goal: '',
  ratio: `${said(objects)} MB in objects, the code among them; the rest is what starting took and the pages SQLite keeps`,
})

export async function run(): Promise<BenchResult> {
  const rows: BenchRow[] = []
  for (const engine of ENGINES) {
    if (engine === 'meilisearch' && !hasMeilisearch()) {
      process.stdout.write('Meilisearch is not measured: there is none on the PATH.\n')
      continue
    }
    const all: [number, Sized][] = []
    for (const listings of SIZES) {
      all.push([listings, await measured(engine, listings)])
      process.stderr.write(`${engine}, ${listings} listings: measured\n`)
    }
    rows.push(...rowsOf(engine, all))
  }
  return { name: 'sizes', machine: machine(), rows }
}
