/** What is promised within a time, in a site as people start it: found while a search server fails, off the page, shown. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inRoot, ROOT } from '../src/app/root.ts'
import { openStore } from '../src/store/open.ts'
import { HOW_TO_HAVE_REAL_DATA, realData } from '../tests/real-data.ts'
import { FAULTS } from '../tests/search/faulty-server.ts'
import { startSearchSite } from '../tests/search/search-site.ts'
import { startSite } from '../tests/site.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'

/** Goals, in milliseconds: issue "Search that finds", and the desk's promise that an import shows at once. */
const PAGE_MS = 2000
const REMOVED_MS = 5000
const SHOWN_MS = 2000
/** Rounds through every page before a fault is thought to be known: the first one meets it. */
const ROUNDS = 3

const row = (what: string, ms: number, goal: number, ratio?: string): BenchRow => ({
  what,
  figure: Math.round(ms),
  unit: 'ms',
  goal: `≤ ${goal.toLocaleString('en-GB')}`,
  ...(ratio === undefined ? {} : { ratio }),
})

export async function run(): Promise<BenchResult> {
  return {
    name: 'in-time',
    machine: machine(),
    rows: [...(await whileFailing()), await removed(), ...(await imported())],
  }
}

/** The slowest page of all, for each thing that a search server must never do. */
async function whileFailing(): Promise<BenchRow[]> {
  const here = await startSearchSite(null)
  const slowest = async () => {
    const all: number[] = []
    for (let i = 0; i < ROUNDS; i++) all.push(await here.everyPage())
    return Math.max(...all)
  }
  try {
    await slowest()
    const well = await slowest()
    const rows = [row('slowest page, the search server is well', well, PAGE_MS)]
    for (const fault of FAULTS) {
      await here.faulty.does(fault)
      const ms = await slowest()
      rows.push(row(`slowest page, it ${fault}`, ms, PAGE_MS, `${(ms / well).toFixed(1)} × when it is well`))
      await here.faulty.does('well')
      await here.answeredBy('meilisearch')
    }
    return rows
  } finally {
    await here.close()
  }
}

/** From a removal by another process until no search shows it. */
async function removed(): Promise<BenchRow> {
  const site = await startSite({ DEMO: '1', LOG_LEVEL: 'error' })
  const store = await openStore(join(site.dataDir, 'fingerpost.db'))
  try {
    const ask = async () => {
      const page = await (await fetch(`${site.url}/api/search?what=choir&size=100`)).json()
      return (page as { listings: { id: string }[] }).listings.map(({ id }) => id)
    }
    const [id] = await ask()
    if (id === undefined) throw new Error('no choir in the demonstration')
    await store.erase(id, new Date().toISOString())
    const began = performance.now()
    while ((await ask()).includes(id)) await pause(10)
    return row('removed by another process: off the page', performance.now() - began, REMOVED_MS)
  } finally {
    await store.close()
    await site.stop()
  }
}

/** From the end of `npm run import` in another terminal until a search finds all of it. */
async function imported(): Promise<BenchRow[]> {
  const folder = realData()
  if (folder === null) {
    process.stderr.write(`An import was left out: ${HOW_TO_HAVE_REAL_DATA}\n`)
    return []
  }
  const site = await startSite({ DEMO: '0', LOG_LEVEL: 'error' })
  try {
    const total = async () =>
      ((await (await fetch(`${site.url}/api/search?kind=food-bank`)).json()) as { total: number }).total
    await total()
    const file = join(folder, 'gm-food-banks', 'gm_food_banks.csv')
    const done = spawnSync(
      process.execPath,
      [inRoot('scripts', 'import.ts'), file, '--profile', 'gm-food-banks'],
      { cwd: ROOT, env: { ...process.env, DATA_DIR: site.dataDir }, encoding: 'utf8' },
    )
    if (done.status !== 0) throw new Error(done.stderr)
    const began = performance.now()
    let last = { total: await total(), at: performance.now() }
    while (performance.now() - last.at < SHOWN_MS) {
      await pause(10)
      const now = await total()
      if (now !== last.total) last = { total: now, at: performance.now() }
    }
    return [row(`an import of ${last.total} listings: all found`, last.at - began, SHOWN_MS)]
  } finally {
    await site.stop()
  }
}
