/** Import of 100,000 rows, file to durable listings, beside the least that anybody could do with the same file. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from '../src/app/root.ts'
import { writeRows } from './import/rows.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'

const ROWS = 100_000
/** Each measured so often, in turn; the middle one counts. */
const TIMES = 3

type Measured = { milliseconds: number; processor: number; peak: number }
const NOTHING: Measured = { milliseconds: NaN, processor: NaN, peak: NaN }
const execute = promisify(execFile)

async function child(what: string, csv: string, database: string): Promise<Measured> {
  const { stdout } = await execute(process.execPath, [
    inRoot('bench', 'import', 'child.ts'),
    what,
    csv,
    database,
  ])
  return JSON.parse(stdout) as Measured
}

const middle = (all: readonly Measured[]): Measured =>
  all.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(all.length / 2)] ?? NOTHING

export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'fingerpost-bench-'))
  try {
    const csv = join(folder, 'rows.csv')
    await writeRows(csv, ROWS)
    const { size } = await stat(csv)
    const all: { [what: string]: Measured[] } = { bare: [], first: [], again: [] }
    for (let time = 0; time < TIMES; time++) {
      const database = join(folder, `${time}.db`)
      all['bare']?.push(await child('bare', csv, join(folder, `bare-${time}.db`)))
      all['first']?.push(await child('import', csv, database))
      all['again']?.push(await child('import', csv, database))
    }
    const [bare, first, again] = ['bare', 'first', 'again'].map((what) => middle(all[what] ?? []))
    return {
      name: 'import',
      machine: machine(),
      rows: rowsOf(bare ?? NOTHING, first ?? NOTHING, again ?? NOTHING, size),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsOf(bare: Measured, first: Measured, again: Measured, size: number): BenchRow[] {
  const what = `${ROWS.toLocaleString('en-GB')} rows (${Math.round(size / 1_000_000)} MB)`
  const beside = (a: number, b: number): string => `${(a / b).toFixed(2)} times the bare work`
  return [
    { what: `papaparse and a bare table, ${what}`, figure: bare.milliseconds, unit: 'ms', goal: '' },
    {
      what: `first import, ${what}`,
      figure: first.milliseconds,
      unit: 'ms',
      goal: 'at most 5 times, aim 3',
      ratio: beside(first.milliseconds, bare.milliseconds),
    },
    {
      what: 'first import, processor time',
      figure: first.processor,
      unit: 'ms',
      goal: 'at most 5 times, aim 3',
      ratio: beside(first.processor, bare.processor),
    },
    {
      what: 'the same file again',
      figure: again.milliseconds,
      unit: 'ms',
      goal: '',
      ratio: beside(again.milliseconds, bare.milliseconds),
    },
    { what: 'peak memory of the first import', figure: first.peak, unit: 'MB', goal: 'at most 300' },
  ]
}
