/** The embedded engine beside a scan written by hand: how far from what this machine can do at all. One run, both in turn. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../src/search/embedded/open.ts'
import type { EngineQuery, SearchEngine } from '../src/search/engine.ts'
import type { SearchDocument } from '../src/search/document.ts'
import * as scan from './limit/ask.ts'
import { buildLimit, type Limit } from './limit/build.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'
import { documentsOf, generatedKnown, RULES } from './search/documents.ts'
import { frequencies, makePrefixes, makeQueries } from './search/queries.ts'

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
const EACH = Number(process.env.BENCH_QUERIES ?? 300)
/** Times the scan, at the median. */
const GOAL = 6
const MOST_POINTS = 2000

type Pair = { ours: () => Promise<unknown>; theirs: () => unknown }

/** Both are asked the same question one after the other, so that what else the machine does weighs on both. */
async function timed(pairs: readonly Pair[]): Promise<{ ours: number[]; theirs: number[] }> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const [i, pair] of [...pairs.slice(0, 40), ...pairs].entries()) {
    const from = performance.now()
    await pair.ours()
    const between = performance.now()
    pair.theirs()
    const end = performance.now()
    // The first ones are for the compiler.
    if (i < 40) continue
    ours.push(between - from)
    theirs.push(end - between)
  }
  return { ours: ours.sort((a, b) => a - b), theirs: theirs.sort((a, b) => a - b) }
}

/** Of a hundred questions: how many the scan answers with the same listings in the same order, so that it does the same work. */
async function alike(
  queries: readonly EngineQuery[],
  engine: SearchEngine,
  theirs: (query: EngineQuery) => scan.Scanned,
  limit: Limit,
): Promise<number> {
  let same = 0
  for (const query of queries) {
    const { total, hits } = await engine.search(query)
    const own = theirs(query)
    const ids = own.rows.map((row) => limit.labels[row]?.id)
    if (own.total === total && hits.every(({ id }, i) => ids[i] === id)) same++
  }
  return (100 * same) / queries.length
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN

function rowOf(what: string, { ours, theirs }: { ours: number[]; theirs: number[] }): BenchRow {
  return {
    what: `${what}: times the scan at the median`,
    figure: at(ours, 0.5) / at(theirs, 0.5),
    unit: 'times',
    goal: `≤ ${GOAL}`,
    ratio: `ours p50 ${at(ours, 0.5).toFixed(3)} p95 ${at(ours, 0.95).toFixed(3)} ms; scan ${at(theirs, 0.5).toFixed(3)} and ${at(theirs, 0.95).toFixed(3)} ms`,
  }
}

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-limit-'))
  const engine = openEmbedded(folder, RULES)
  try {
    const known = Array.from({ length: LISTINGS }, (_, n) => generatedKnown(n))
    await engine.rebuild(documentsOf(known), LISTINGS)
    const documents: SearchDocument[] = []
    for await (const batch of documentsOf(known)) documents.push(...batch)
    known.length = 0
    const limit = buildLimit(documents, RULES)
    const queries = makeQueries(documents, frequencies(documents), EACH)
    const prefixes = makePrefixes(documents, EACH)
    documents.length = 0
    const kinds: [what: keyof typeof queries, theirs: (query: EngineQuery) => scan.Scanned][] = [
      ['two words', (query) => scan.withWords(limit, query)],
      ['typo in each word', (query) => scan.withWords(limit, query)],
      ['text + 3 filters + 5 facets', (query) => scan.textAndFilters(limit, query)],
      ['near with facets', (query) => scan.nearby(limit, query)],
      ['map box with text', (query) => scan.boxWithText(limit, query)],
      ['3 filters by freshness', (query) => scan.byFreshness(limit, query)],
      ['everything with facets', () => scan.everything(limit)],
    ]
    const rows: BenchRow[] = []
    for (const [what, theirs] of kinds.slice(0, 4)) {
      const figure = await alike(queries[what], engine, theirs, limit)
      rows.push({ what: `${what}: the scan gives the same page and total`, figure, unit: '%', goal: '' })
    }
    for (const [what, theirs] of kinds) {
      const ask = (query: EngineQuery) =>
        what.startsWith('map') ? engine.points(query, MOST_POINTS) : engine.search(query)
      const pairs = queries[what].map((query) => ({ ours: () => ask(query), theirs: () => theirs(query) }))
      rows.push(rowOf(what, await timed(pairs)))
    }
    const typed = prefixes.map((what) => ({
      ours: () => engine.suggest(what, 8),
      theirs: () => scan.typedSoFar(limit, what),
    }))
    rows.push(rowOf('as you type', await timed(typed)))
    return { name: 'limit', machine: machine(), rows }
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
