/** A register of 170,000 charities, zipped JSON to durable groups, and the same one again. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from '../src/app/root.ts'
import { asJson } from './registers/rows.ts'
import { writeZip } from './registers/zip.ts'
import { machine, type BenchResult } from './result.ts'

const ROWS = 170_000
/** Each measured so often; the middle one counts. */
const TIMES = 3

type Measured = {
  milliseconds: number
  processor: number
  peak: number
  read: number
  listingsWritten: number
}
const NOTHING: Measured = { milliseconds: NaN, processor: NaN, peak: NaN, read: 0, listingsWritten: NaN }
const execute = promisify(execFile)

async function child(zip: string, database: string): Promise<Measured> {
  const script = inRoot('bench', 'registers', 'child.ts')
  const { stdout } = await execute(process.execPath, [script, zip, database])
  return JSON.parse(stdout) as Measured
}

const middle = (all: readonly Measured[]): Measured =>
  all.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(all.length / 2)] ?? NOTHING

export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'fingerpost-bench-'))
  try {
    const zip = join(folder, 'publicextract.charity.zip')
    await writeZip(zip, [{ name: 'publicextract.charity.json', text: asJson(ROWS) }])
    const { size } = await stat(zip)
    const first: Measured[] = []
    const again: Measured[] = []
    for (let time = 0; time < TIMES; time++) {
      const database = join(folder, `${time}.db`)
      first.push(await child(zip, database))
      again.push(await child(zip, database))
    }
    return { name: 'registers', machine: machine(), rows: rowsOf(middle(first), middle(again), size) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function rowsOf(first: Measured, again: Measured, size: number): BenchResult['rows'] {
  const what = `${ROWS.toLocaleString('en-GB')} rows (${Math.round(size / 1_000_000)} MB zipped)`
  return [
    { what: `first run, ${what}`, figure: first.milliseconds / 1000, unit: 's', goal: 'at most 60' },
    { what: 'peak memory of the first run', figure: first.peak, unit: 'MB', goal: 'at most 300' },
    {
      what: 'the same file again',
      figure: again.milliseconds / 1000,
      unit: 's',
      goal: 'at most a third of the first run',
      ratio: `${(again.milliseconds / first.milliseconds).toFixed(2)} times the first run`,
    },
    { what: 'peak memory of the same file again', figure: again.peak, unit: 'MB', goal: 'at most 300' },
    { what: 'writes to listings in it', figure: again.listingsWritten, unit: '', goal: '0' },
  ]
}
