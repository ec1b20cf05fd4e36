/** All of the simulation of fair order: tables on the screen, JSON beside the other figures, docs/fair-order.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../../../src/app/root.ts'
import { readSite } from '../../../src/app/site.ts'
import { keyOf, openTrafford } from '../../../tests/relevance/trafford/directory.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../../../tests/real-data.ts'
import { machine } from '../../result.ts'
import { fillIn } from '../report.ts'
import { demoDirectory, directoryOf, type Directory } from './directory.ts'
import { fairParts, fairTable, fairVerdict, type FairSummary } from './report.ts'
import { fairRow, half, otherWorlds } from './run.ts'
import { fairWorld } from './world.ts'

/** The first of the thirty days; the demonstration is as old as it always is. */
const START = new Date('2026-11-22T00:00:00Z')
const STRENGTHS = [3, 10]

async function trafford(): Promise<Directory | null> {
  const data = realData()
  if (data === null) {
    process.stdout.write(`real Trafford skipped: ${HOW_TO_HAVE_REAL_DATA}\n`)
    return null
  }
  const { house, close } = await openTrafford(data)
  return directoryOf('imported real Trafford', house.store, ({ listing }) => keyOf(listing)).finally(close)
}

/** `quick`: one seed, two thousand searches, nothing written but JSON. */
export async function simulateFair(seeds: number, quick: boolean): Promise<void> {
  const { strength } = readSite().fairness
  const world = quick ? { ...fairWorld(), days: 6, searches: 2000 } : fairWorld()
  const demo = await demoDirectory(START)
  const real = quick ? null : await trafford()
  const say = (text: string) => void process.stderr.write(process.stderr.isTTY ? `\r${text}\u001b[K` : '')
  const row = (name: string, directory: Directory, over: Partial<Parameters<typeof fairRow>[2]> = {}) => {
    say(name)
    return fairRow(name, directory, { world, strength, seeds: quick ? 1 : seeds, start: START, ...over })
  }
  const summary: FairSummary = { strength, rows: [await row(demo.name, demo)], strengths: [], worlds: [] }
  if (real !== null) summary.rows.push(await row(real.name, real))
  for (const other of quick ? [] : STRENGTHS)
    summary.strengths.push(
      await row(`strength ${other}`, demo, { world: half(world), strength: other, seeds: 1 }),
    )
  for (const [name, other] of quick ? [] : otherWorlds(world))
    summary.worlds.push(await row(name, demo, { world: other, seeds: 1 }))
  say('')
  process.stdout.write(
    [
      `fair order: ${machine()}; ${world.searches} searches in ${world.days} days, strength ${strength}`,
      fairVerdict(summary.rows),
      fairTable([...summary.rows, ...summary.strengths, ...summary.worlds]),
      '',
    ].join('\n'),
  )
  mkdirSync(inRoot('bench', 'results'), { recursive: true })
  const saved = { name: 'fair-order', machine: machine(), ...summary }
  writeFileSync(inRoot('bench', 'results', 'fair-order.json'), `${JSON.stringify(saved, null, 2)}\n`)
  if (quick) return
  const report = inRoot('docs', 'fair-order.md')
  writeFileSync(report, fillIn(readFileSync(report, 'utf8'), fairParts(summary)))
}
