/**
 * `npm run simulate [-- review | fair] [-- --seeds 30 --years 3 --quick]`: does the review plan work? Tables, chart and
 * docs/review-plan.md. Does fair order spread the load? docs/fair-order.md. Without a name: both.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readReview } from '../src/app/read-review.ts'
import { inRoot } from '../src/app/root.ts'
import { machine } from '../bench/result.ts'
import { simulateFair } from '../bench/simulate/fair/all.ts'
import { chart } from '../bench/simulate/chart.ts'
import { allJobs } from '../bench/simulate/experiments.ts'
import { fillIn, reportParts } from '../bench/simulate/report.ts'
import { runAll } from '../bench/simulate/run.ts'
import { summary } from '../bench/simulate/summary.ts'
import { assumptionsTable, besideTable, partsTable, policiesTable } from '../bench/simulate/tables.ts'
import { assumed, world as readWorld } from '../bench/simulate/world.ts'

/** The tables of parts and other worlds compare the same lives: fewer seeds tell as much. */
const FEWER = 4
/** One seed of fair order over one directory takes some ten seconds of a processor. */
const FAIR_SEEDS = 5
const QUICK = { seeds: 3, fewer: 1, years: 2, listings: 600 }

const whole = (text: string | undefined): number | null =>
  /^[1-9]\d{0,2}$/.test(text ?? '') ? Number(text) : null
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '30' },
    years: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
  },
})
const [seeds, years] = [whole(values.seeds), whole(values.years)]
if (seeds === null || years === null) {
  process.stderr.write('--seeds and --years take a whole number.\n')
  process.exit(2)
}
const [what = 'both', ...more] = positionals
if (!['both', 'review', 'fair'].includes(what) || more.length > 0) {
  process.stderr.write('What is simulated is "review" or "fair"; without a name, both.\n')
  process.exit(2)
}
if (what !== 'fair') await simulateReview(seeds, years)
if (what !== 'review') await simulateFair(Math.min(seeds, FAIR_SEEDS), values.quick)

async function simulateReview(seeds: number, years: number): Promise<void> {
  const usual = { seeds, fewer: Math.min(FEWER, seeds), years, listings: readWorld().listings }
  const size = values.quick ? QUICK : usual
  const world = { ...readWorld(), years: size.years, listings: size.listings }
  const jobs = allJobs(world, readReview(), size.seeds, size.fewer)
  const ran = await runAll(jobs, (count) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${count} of ${jobs.length} `)
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  const result = summary(ran, world.listings, world.years)
  const head = (text: string) => `\n${text}\n`
  process.stdout.write(
    [
      `simulate: ${machine()}; ${result.seeds} seeds (${result.fewer} for parts and other worlds), ${world.years} years`,
      head('Policies, shares of the results people act on; letters and calls a listing a year'),
      policiesTable(result),
      head('Ours in the same lives, asking as often'),
      besideTable(result),
      head('Ours without its parts, asking as often as ALISS'),
      partsTable(result),
      head('In other worlds, and with a plan that is wrong about this one'),
      assumptionsTable(result),
      '',
    ].join('\n'),
  )
  mkdirSync(inRoot('bench', 'results'), { recursive: true })
  const saved = { name: 'simulate', machine: machine(), ...result }
  writeFileSync(inRoot('bench', 'results', 'simulate.json'), `${JSON.stringify(saved, null, 2)}\n`)
  if (!values.quick) {
    const report = inRoot('docs', 'review-plan.md')
    const rules = JSON.parse(readFileSync(inRoot('data', 'review.json'), 'utf8'))
    writeFileSync(report, fillIn(readFileSync(report, 'utf8'), reportParts(result, assumed(), rules)))
    writeFileSync(inRoot('docs', 'review-plan.svg'), chart(result))
  }
}
