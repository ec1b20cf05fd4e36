/** Pages a second at 10,000 listings, 50 connections, two cores: from the short cache, without it, and a bare node:http beside them. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { openStore } from '../src/store/open.ts'
import { startSite } from '../tests/site.ts'
import { FIELD_WORDS, generateListings } from './generate.ts'
import { machine, type BenchResult } from './result.ts'

const run_ = promisify(execFile)
const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 10_000)
const SECONDS = 10
/** As a deployment sets PROCESSES. */
const PROCESSES = process.env.BENCH_PROCESSES ?? '1'
const CONNECTIONS = 50
/** Words that some listings have and some do not, as people's words are. */
const WORDS = FIELD_WORDS.slice(0, 60)
const TOWNS = ['Sale', 'Stretford', 'Urmston', 'Altrincham', 'M33 2', 'WA14 1', 'M41', 'Hale']

type Load = { perSecond: number; p99: number; errors: number }

/** wrk, because a generator written in JavaScript would take the core that the server needs. */
async function load(url: string, script: string | null): Promise<Load> {
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '--latency',
    ...(script === null ? [] : ['-s', script]),
    url,
  ]
  const { stdout } = await run_('wrk', args)
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  const [, value = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const p99 = Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's']
  const errors = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0)
  return { perSecond, p99, errors }
}

/** Every request another search: nothing comes from the cache. */
const VARIED = `
local words = {${WORDS.map((it) => `"${it}"`).join(',')}}
local towns = {${TOWNS.map((it) => `"${it.replace(' ', '+')}"`).join(',')}}
local n = 0
request = function()
  n = n + 1
  local what = words[(n % #words) + 1]
  local where = towns[(math.floor(n / #words) % #towns) + 1]
  return wrk.format("GET", "/search?what=" .. what .. "&where=" .. where .. "&within=" .. string.format("%.3f", 1 + (n % 40000) / 1000))
end`

async function bare(body: Buffer): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}

export async function run(): Promise<BenchResult> {
  const there = spawn('wrk', ['-v']).on('error', () => undefined)
  await new Promise((resolve) => there.once('close', resolve))
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-'))
  const store = await openStore(join(folder, 'fingerpost.db'))
  for (const batch of generateListings(LISTINGS, 500)) await store.add(batch)
  await store.close()
  const site = await startSite({ DEMO: '0', LOG_LEVEL: 'error', PROCESSES }, folder)
  const script = join(folder, 'varied.lua')
  writeFileSync(script, VARIED)
  const page = `${site.url}/search?what=tea&where=Sale`
  const body = gzipSync(Buffer.from(await (await fetch(page)).arrayBuffer()))
  await load(`${site.url}/search`, script)
  const cached = await load(page, null)
  const fresh = await load(`${site.url}/search`, script)
  await site.stop()
  const plain = await bare(body)
  const beside = await load(plain.url, null)
  plain.close()
  rmSync(folder, { recursive: true, force: true })
  const of = (it: Load) => `${(it.perSecond / beside.perSecond).toFixed(3)} of bare node:http`
  return {
    name: 'pages',
    machine: machine(),
    rows: [
      {
        what: `/search from the short cache (${LISTINGS} listings, ${PROCESSES} processes, ${CONNECTIONS} connections)`,
        figure: cached.perSecond,
        unit: 'pages/s',
        goal: '≥ 20,000',
        ratio: of(cached),
      },
      { what: 'its 99th percentile', figure: cached.p99, unit: 'ms', goal: '≤ 100' },
      {
        what: '/search made anew each time',
        figure: fresh.perSecond,
        unit: 'pages/s',
        goal: '≥ 400',
        ratio: of(fresh),
      },
      { what: 'its 99th percentile', figure: fresh.p99, unit: 'ms', goal: '≤ 100' },
      { what: 'answers that were errors', figure: cached.errors + fresh.errors, unit: '', goal: '0' },
      {
        what: `bare node:http answering the same page, ${body.length} bytes of gzip`,
        figure: beside.perSecond,
        unit: 'pages/s',
        goal: '',
      },
    ],
  }
}
