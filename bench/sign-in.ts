/** Whether the time of an answer tells if an address is known: 180 known and 180 unknown ones, in turn, one site. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/open.ts'
import { aBrowser } from '../tests/people/browser.ts'
import { startSite } from '../tests/site.ts'
import { machine, type BenchResult } from './result.ts'

/** A site posts 200 letters an hour: two starts of it, each with so many of both. */
const PAIRS = 90
const STARTS = 2
/** The first ones find a cold program. */
const WARM = 8

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export async function run(): Promise<BenchResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fingerpost-bench-'))
  const store = await openStore(join(dataDir, 'fingerpost.db'))
  const at = new Date().toISOString()
  await store.act(async ({ people }) => {
    for (let n = 0; n < STARTS * PAIRS; n++)
      await people.for({ email: `known-${1000 + n}@example.org`, id: randomUUID(), at })
  })
  await store.close()
  const times = {
    known: { ask: [] as number[], page: [] as number[] },
    other: { ask: [] as number[], page: [] as number[] },
  }
  for (let start = 0; start < STARTS; start++) {
    const site = await startSite({ DEMO: '0', TRUST_PROXY: '1', LOG_LEVEL: 'error' }, dataDir)
    for (let n = 0; n < PAIRS; n++) {
      // Which of the two comes first changes, so that neither is always the warm one.
      for (const kind of n % 2 === 0 ? (['known', 'other'] as const) : (['other', 'known'] as const)) {
        const browser = aBrowser(site.url)
        const form = { email: `${kind}-${1000 + start * PAIRS + n}@example.org` }
        const headers = { 'x-forwarded-for': `10.${kind === 'known' ? 1 : 2}.${n}.1` }
        const ask = await timed(() => browser.ask('/sign-in', { form, headers }))
        const page = await timed(() => browser.ask('/sign-in/code'))
        if (n < WARM) continue
        times[kind].ask.push(ask)
        times[kind].page.push(page)
      }
    }
    await site.stop()
  }
  rmSync(dataDir, { recursive: true, force: true })
  const rows = (['ask', 'page'] as const).flatMap((what) => {
    const [known, other] = [median(times.known[what]), median(times.other[what])]
    const name = what === 'ask' ? 'a code is asked for' : 'the page that takes the code'
    return [
      { what: `${name}: known address, median`, figure: known, unit: 'ms', goal: '' },
      { what: `${name}: unknown address, median`, figure: other, unit: 'ms', goal: '' },
      { what: `${name}: between the two`, figure: Math.abs(known - other), unit: 'ms', goal: 'at most 5 ms' },
    ]
  })
  return { name: 'sign-in', machine: machine(), rows }
}
