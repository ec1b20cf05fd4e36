/** The whole of /api/search at 100,000 listings, over HTTP, beside what its engine alone takes for the same questions in the same minute. */
import { Agent, get } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/app/config.ts'
import { askOf } from '../src/app/find/ask.ts'
import { spotOf } from '../src/app/find/where.ts'
import { openHouse, type House } from '../src/app/house.ts'
import { choicesOf, type Choices } from '../src/search/query.ts'
import { readQuery } from '../src/search/read-query.ts'
import { openStore } from '../src/store/open.ts'
import { startSite } from '../tests/site.ts'
import { FIELD_WORDS, generateListings, pick, seeded, type Random } from './generate.ts'
import { machine, type BenchResult } from './result.ts'

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
const EACH = Number(process.env.BENCH_QUERIES ?? 1000)
/** Asked first, and not measured: it takes some thousands until all is compiled and read, half a minute of a busy site. */
const WARM_UP = 3000
/** Questions asked of the site, then of the engine: by turns one at a time each would find the other in its caches. */
const IN_TURN = 50
/** Milliseconds that all but the engine may take. */
const GOAL = 3
const TOWNS = ['Sale', 'Stretford', 'Urmston', 'Altrincham', 'Hale']

/** Half of them with a place, a third with filters. */
function questionOf(random: Random): URLSearchParams {
  const params = new URLSearchParams()
  if (random() < 0.8) params.set('what', [pick(FIELD_WORDS, random), pick(FIELD_WORDS, random)].join(' '))
  if (random() < 0.5) params.set('where', pick(TOWNS, random))
  if (random() < 0.3) params.set('cost', 'free')
  if (random() < 0.3) params.set('how', 'in-person')
  params.set('within', (1 + random() * 20).toFixed(3))
  return params
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN

const spread = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(2)}, p95 ${percentile(times, 0.95).toFixed(2)} ms`

/** To the last byte, compressed as for a browser; what a client then makes of it is its own. */
function wholeOf(url: string, params: URLSearchParams): Promise<number> {
  const headers = { 'accept-encoding': 'br' }
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const asked = get(`${url}/api/search?${params.toString()}`, { agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        const took = performance.now() - from
        if (answer.statusCode === 200) resolve(took)
        else reject(new Error(`${answer.statusCode}`))
      })
    })
    asked.once('error', reject)
  })
}
const agent = new Agent({ keepAlive: true })

async function engineOf(house: House, choices: Choices, params: URLSearchParams): Promise<number> {
  const read = readQuery(params, { choices })
  if (!read.ok) throw new Error(`${read.parameter}: ${read.problem}`)
  const ask = askOf(house, read.query, await spotOf(house, read.query, ''))
  const from = performance.now()
  await house.engine.search(ask)
  return performance.now() - from
}

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-api-'))
  const store = await openStore(join(folder, 'fingerpost.db'))
  for (const batch of generateListings(LISTINGS, 500)) await store.add(batch)
  await store.close()
  const site = await startSite({ DEMO: '0', LOG_LEVEL: 'error' }, folder)
  const house = await openHouse(readConfig({ DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'silent' }))
  try {
    const choices = choicesOf(house.taxonomy.lists)
    const random = seeded(71)
    const [whole, engine]: [number[], number[]] = [[], []]
    for (let n = 0; n < EACH + WARM_UP; n += IN_TURN) {
      const asked = Array.from({ length: IN_TURN }, () => questionOf(random))
      const [overHttp, alone]: [number[], number[]] = [[], []]
      for (const params of asked) overHttp.push(await wholeOf(site.url, params))
      for (const params of asked) alone.push(await engineOf(house, choices, params))
      if (n < WARM_UP) continue
      whole.push(...overHttp)
      engine.push(...alone)
    }
    return {
      name: 'api',
      machine: machine(),
      rows: [
        {
          what: `/api/search at ${LISTINGS} listings: p95 over its engine's`,
          figure: percentile(whole, 0.95) - percentile(engine, 0.95),
          unit: 'ms',
          goal: `≤ ${GOAL}`,
          ratio: `whole ${spread(whole)}; engine ${spread(engine)}`,
        },
      ],
    }
  } finally {
    agent.destroy()
    await house.close()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
