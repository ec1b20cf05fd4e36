/** The embedded engine: how long each kind of question takes, beside MiniSearch and Orama, and what it finds. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openEmbedded } from '../src/search/embedded/open.ts'
import type { EngineQuery } from '../src/search/engine.ts'
import type { SearchDocument } from '../src/search/document.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'
import { miniSearch, orama, type Beside } from './search/beside.ts'
import { documentsOf, generatedKnown, RULES } from './search/documents.ts'
import { frequencies, knownItems, makePrefixes, makeQueries } from './search/queries.ts'

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
const EACH = Number(process.env.BENCH_QUERIES ?? 500)
/** Engines that take long are asked as many questions as fit; seconds a kind of question. */
const CAP = 15_000
/** What is compared with the others, as the goals name it. */
const COMPARED = 'text + 3 filters + 5 facets'
const GOALS: Record<string, number> = {
  'two words': 4,
  'typo in each word': 5,
  [COMPARED]: 5,
  'near with facets': 2,
  'near with all facets': 2,
  'map box': 2,
  'everything with facets': 2,
  'everything with all facets': 2,
  suggestion: 5,
}

type Times = { p50: number; p95: number; p99: number; asked: number }

async function timed<T>(list: readonly T[], ask: (one: T) => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  const stop = performance.now() + CAP
  // A few first, so that what is measured has been compiled.
  for (const one of list.slice(0, 20)) await ask(one)
  for (const one of list) {
    const from = performance.now()
    await ask(one)
    times.push(performance.now() - from)
    if (performance.now() > stop) break
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), asked: times.length }
}

const rowOf = (what: string, times: Times, goal = GOALS[what]): BenchRow => ({
  what: `${what}, p95`,
  figure: times.p95,
  unit: 'ms',
  goal: goal === undefined ? '' : `≤ ${goal}`,
  ratio: `p50 ${times.p50.toFixed(2)}, p99 ${times.p99.toFixed(2)}${times.asked < EACH ? `, ${times.asked} asked` : ''}`,
})

type Recall = { plain: number; one: number; every: number }

async function recall(
  ask: Beside['ask'],
  base: EngineQuery,
  documents: SearchDocument[],
  counts: Map<string, number>,
): Promise<Recall> {
  const share = async (slips: 0 | 1 | 3) => {
    const items = knownItems(documents, counts, EACH, slips)
    let found = 0
    let asked = 0
    const stop = performance.now() + CAP
    for (const { id, what } of items) {
      const { ids } = await ask({ ...base, what, size: 10 })
      if (ids.includes(id)) found++
      asked++
      if (performance.now() > stop) break
    }
    return found / asked
  }
  return { plain: await share(0), one: await share(1), every: await share(3) }
}

const recallRow = (name: string, { plain, one, every }: Recall, goal: string): BenchRow => ({
  what: `${name}: known items among the first ten`,
  figure: plain * 100,
  unit: '%',
  goal,
  ratio: `one word misspelt ${(one * 100).toFixed(1)}, every word ${(every * 100).toFixed(1)}`,
})

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-search-'))
  try {
    return { name: 'search', machine: machine(), rows: await measure(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string): Promise<BenchRow[]> {
  const known = Array.from({ length: LISTINGS }, (_, n) => generatedKnown(n))
  const engine = openEmbedded(folder, RULES)
  const from = performance.now()
  await engine.rebuild(documentsOf(known), LISTINGS)
  const rows: BenchRow[] = [
    {
      what: `${LISTINGS} documents indexed from nothing`,
      figure: (performance.now() - from) / 1000,
      unit: 's',
      goal: '≤ 10',
    },
  ]
  const documents: SearchDocument[] = []
  for await (const batch of documentsOf(known)) documents.push(...batch)
  known.length = 0
  const counts = frequencies(documents)
  const queries = makeQueries(documents, counts, EACH)
  const [ordinary] = queries['two words']
  const [misspelt] = queries['typo in each word']
  if (!ordinary || !misspelt) throw new Error('no queries')
  rows.push(firstRow('first answer after a restart', folder, ordinary))
  rows.push(firstRow('first answer after a restart, misspelt', folder, misspelt))

  const ours: Record<string, Times> = {}
  for (const [what, list] of Object.entries(queries)) {
    const points = what.startsWith('map')
    ours[what] = await timed(list, (query) => (points ? engine.points(query, 2000) : engine.search(query)))
    rows.push(rowOf(what, ours[what]))
  }
  rows.push(
    rowOf('suggestion', await timed(makePrefixes(documents, EACH), (what) => engine.suggest(what, 8))),
  )
  const ask: Beside['ask'] = async (query) => {
    const { hits, total, facets } = await engine.search(query)
    return { ids: hits.map(({ id }) => id), total, facets }
  }
  const found = await recall(ask, ordinary, documents, counts)
  rows.push(recallRow('embedded', found, 'at least theirs'))
  engine.close()

  for (const [make, times] of [
    [miniSearch, 3],
    [orama, 20],
  ] as const) {
    const beside = await make(documents)
    for (const what of ['two words', 'typo in each word', COMPARED] as const) {
      const theirs = await timed(queries[what], beside.ask)
      const us = ours[what]?.p95 ?? NaN
      const ratio = `${(theirs.p95 / us).toFixed(1)} times ours`
      rows.push({
        ...rowOf(`${beside.name}: ${what}`, theirs),
        goal: what === COMPARED ? `≥ ${times} times ours` : '',
        ratio,
      })
    }
    rows.push(recallRow(beside.name, await recall(beside.ask, ordinary, documents, counts), ''))
    // Its heap is given back before the next one is built.
    await wait(100)
  }
  return rows
}

function firstRow(what: string, folder: string, query: EngineQuery): BenchRow {
  const script = fileURLToPath(new URL('search/first.ts', import.meta.url))
  const out = execFileSync(process.execPath, [script, folder, JSON.stringify(query)], { encoding: 'utf8' })
  const { milliseconds } = JSON.parse(out) as { milliseconds: number }
  return { what, figure: milliseconds, unit: 'ms', goal: '≤ 500' }
}
