/** The embedded engine: how long each kind of question takes, beside MiniSearch and Orama, and what it finds. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { machine, type BenchResult, type BenchRow } from './result.ts'
import { COMPARED, type Measured } from './search/ask.ts'
import type { Times } from './search/timed.ts'

const runFile = promisify(execFile)

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
const EACH = Number(process.env.BENCH_QUERIES ?? 500)
const FILTERED = 'text + 3 filters + 5 facets'
/** Milliseconds at the 95th percentile. */
const GOALS: { [what: string]: number } = {
  'two words': 4,
  'typo in each word': 5,
  [FILTERED]: 5,
  'near with facets': 2,
  'near with all facets': 2,
  'map box': 2,
  'everything with facets': 2,
  'everything with all facets': 2,
  suggestion: 5,
}
/** How many times slower than ours the others have to be on text, filters and facets. */
const TIMES = { MiniSearch: 3, Orama: 20 }

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-search-'))
  try {
    const ours = await measured('embedded', folder)
    const rows = [...ownRows(ours)]
    for (const name of ['MiniSearch', 'Orama'] as const)
      rows.push(...besideRows(name, await measured(name, folder), ours))
    return { name: 'search', machine: machine(), rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(name: string, folder: string): Promise<Measured> {
  const script = fileURLToPath(new URL('search/ask.ts', import.meta.url))
  const args = [
    '--expose-gc',
    '--max-old-space-size=8192',
    script,
    name,
    String(LISTINGS),
    String(EACH),
    folder,
  ]
  const { stdout } = await runFile(process.execPath, args, { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout) as Measured
}

const goal = (most: number | undefined): string => (most === undefined ? '' : `≤ ${most}`)
const spread = ({ p50, p99, asked }: Times): string =>
  `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)}${asked < EACH ? `, ${asked} asked` : ''}`

function ownRows({ build, first, firstMisspelt, times, recall }: Measured): BenchRow[] {
  return [
    { what: `${LISTINGS} listings indexed from nothing`, figure: build, unit: 's', goal: '≤ 10' },
    { what: 'first answer after a restart', figure: first, unit: 'ms', goal: '≤ 500' },
    { what: 'first answer after a restart, misspelt', figure: firstMisspelt, unit: 'ms', goal: '≤ 500' },
    ...Object.entries(times).map(([what, it]) => ({
      what: `${what}, p95`,
      figure: it.p95,
      unit: 'ms',
      goal: goal(GOALS[what]),
      ratio: spread(it),
    })),
    recallRow('ours', recall, 'at least theirs'),
  ]
}

function besideRows(name: keyof typeof TIMES, { times, recall }: Measured, ours: Measured): BenchRow[] {
  const rows = COMPARED.flatMap((what): BenchRow[] => {
    const [theirs, us] = [times[what], ours.times[what]]
    if (!theirs || !us) return []
    return [
      {
        what: `${name}: ${what}, p95`,
        figure: theirs.p95,
        unit: 'ms',
        goal: what === FILTERED ? `≥ ${TIMES[name]} times ours` : '',
        ratio: `${(theirs.p95 / us.p95).toFixed(1)} times ours; ${spread(theirs)}`,
      },
    ]
  })
  return [...rows, recallRow(name, recall, '')]
}

const recallRow = (name: string, { plain, one, every }: Measured['recall'], goal: string): BenchRow => ({
  what: `${name}: known items among the first ten`,
  figure: plain * 100,
  unit: '%',
  goal,
  ratio: `one word misspelt ${(one * 100).toFixed(1)}, every word ${(every * 100).toFixed(1)}`,
})
