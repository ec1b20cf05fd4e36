/** An index of 100,000 listings is built anew and swapped in while 50 questions a second are asked of the old one. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Answering, EngineName, EngineQuery } from '../src/search/engine.ts'
import { openEmbedded } from '../src/search/embedded/open.ts'
import { openMeilisearch } from '../src/search/meilisearch/engine.ts'
import type { SearchDocument } from '../src/search/document.ts'
import { hasMeilisearch, startMeilisearch } from '../tests/search/meilisearch-server.ts'
import { ownIndex, removeIndex, withIndex } from '../tests/search/own-index.ts'
import { askAtPace, at, type Asked } from './rebuild/asking.ts'
import { machine, type BenchResult, type BenchRow } from './result.ts'
import { documentsOf, generatedKnown, RULES } from './search/documents.ts'
import { frequencies, makeQueries } from './search/queries.ts'

const runFile = promisify(execFile)

const LISTINGS = Number(process.env.BENCH_LISTINGS ?? 100_000)
const A_SECOND = 50
const QUIET_MS = 20_000
/** Of each kind, in turn. */
const KINDS = ['two words', 'text + 3 filters + 5 facets', 'near with facets']
const EACH = 100
/** Listings that the questions are made from. */
const SAMPLE = 5000

export async function run(): Promise<BenchResult> {
  const questions = await makeQuestions()
  const rows = await measured('embedded', questions, { url: '', key: '' })
  if (hasMeilisearch()) {
    const server = await startMeilisearch()
    const index = ownIndex()
    try {
      rows.push(...(await measured('meilisearch', questions, server, index)))
    } finally {
      await removeIndex(server, index).finally(server.stop)
    }
  } else process.stderr.write('No Meilisearch here: the embedded engine alone was measured.\n')
  return { name: 'rebuild', machine: machine(), rows }
}

async function makeQuestions(): Promise<EngineQuery[]> {
  const documents: SearchDocument[] = []
  const known = Array.from({ length: SAMPLE }, (_, n) => generatedKnown(n))
  for await (const batch of documentsOf(known)) documents.push(...batch)
  const made: { [kind: string]: EngineQuery[] } = makeQueries(documents, frequencies(documents), EACH)
  return Array.from({ length: EACH }, (_, n) => KINDS.flatMap((kind) => made[kind]?.[n] ?? [])).flat()
}

async function measured(
  name: EngineName,
  questions: readonly EngineQuery[],
  server: { url: string; key: string },
  index = '',
): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-bench-rebuild-'))
  const builder = fileURLToPath(new URL('rebuild/builder.ts', import.meta.url))
  const build = async (): Promise<number> => {
    const args = [
      '--max-old-space-size=8192',
      builder,
      name,
      String(LISTINGS),
      folder,
      server.url,
      server.key,
      index,
    ]
    return Number((await runFile(process.execPath, args)).stdout)
  }
  let engine: Answering | null = null
  try {
    const first = await build()
    engine =
      name === 'embedded' ? openEmbedded(folder, RULES) : openMeilisearch(server, withIndex(RULES, index))
    const totals = new Map<EngineQuery, number>()
    // Once round, so that what is measured has been compiled and read.
    await askAtPace(engine, questions, totals, A_SECOND, pause((questions.length / A_SECOND) * 1000))
    const quiet = await askAtPace(engine, questions, totals, A_SECOND, pause(QUIET_MS))
    const building = build()
    const busy = await askAtPace(engine, questions, totals, A_SECOND, building)
    const times = at(busy, 0.95) / at(quiet, 0.95)
    return [
      { what: `${name}: ${LISTINGS} listings from nothing`, figure: first, unit: 's', goal: '' },
      { what: `${name}: built anew and swapped in`, figure: await building, unit: 's', goal: '' },
      {
        what: `${name}: searches that failed or found something else`,
        figure: busy.failed + quiet.failed,
        unit: '',
        goal: '0',
        ratio: `of ${busy.times.length + busy.failed} meanwhile${failures(quiet)}${failures(busy)}`,
      },
      {
        what: `${name}: quiet, p95`,
        figure: at(quiet, 0.95),
        unit: 'ms',
        goal: '',
        ratio: `p50 ${at(quiet, 0.5).toFixed(2)}`,
      },
      {
        what: `${name}: meanwhile, p95`,
        figure: at(busy, 0.95),
        unit: 'ms',
        goal: '≤ 3 times the quiet one',
        ratio: `${times.toFixed(1)} times; p50 ${at(busy, 0.5).toFixed(2)}, longest ${at(busy, 1).toFixed(0)}`,
      },
    ]
  } finally {
    engine?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const failures = ({ why }: Asked): string => [...why].map(([kind, times]) => `; ${kind} ${times}`).join('')
