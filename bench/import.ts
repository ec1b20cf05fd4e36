/** Import of 100,000 rows, file to durable listings, beside the least that anybody could do with the same file. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from '../src/app/root.ts'
import { writeRows } from './import/rows.ts'
import { machine, type BenchResult } from './result.ts'

const ROWS = 100_000
/** Each measured so often, in turn; the middle one counts. */
const TIMES = 3

type Measured = { milliseconds: number; peak: number }
const run1 = promisify(execFile)

async function child(what: string, csv: string, database: string): Promise<Measured> {
  const { stdout } = await run1(process.execPath, [
    inRoot('bench', 'import', 'child.ts'),
    what,
    csv,
    database,
  ])
  return JSON.parse(stdout) as Measured
}

const middle = (all: readonly Measured[]): Measured =>
  all.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(all.length / 2)] ?? {
    milliseconds: NaN,
    peak: NaN,
  }

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
    const least = bare?.milliseconds ?? NaN
    const beside = (it: Measured | undefined): string =>
      `${((it?.milliseconds ?? NaN) / least).toFixed(2)} times the bare work`
    const what = `${ROWS.toLocaleString('en-GB')} rows (${Math.round(size / 1_000_000)} MB)`
    return {
      name: 'import',
      machine: machine(),
      rows: [
        { what: `papaparse and a bare table, ${what}`, figure: least, unit: 'ms', goal: '' },
        {
          what: `first import, ${what}`,
          figure: first?.milliseconds ?? NaN,
          unit: 'ms',
          goal: 'at most 5 times, aim 3',
          ratio: beside(first),
        },
        {
          what: 'the same file again',
          figure: again?.milliseconds ?? NaN,
          unit: 'ms',
          goal: '',
          ratio: beside(again),
        },
        {
          what: 'peak memory of the first import',
          figure: first?.peak ?? NaN,
          unit: 'MB',
          goal: 'at most 300',
        },
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
