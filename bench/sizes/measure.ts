/** One engine at one size, in a process of its own: `ENGINE LISTINGS EACH FOLDER [URL KEY INDEX PID]`, JSON out. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { Answering, EngineQuery } from '../../src/search/engine.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { openMeilisearch } from '../../src/search/meilisearch/engine.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { withIndex } from '../../tests/search/own-index.ts'
import { generatedKnown, documentsOf, RULES } from '../search/documents.ts'
import { frequencies, makePrefixes, makeQueries } from '../search/queries.ts'
import { timed } from '../search/timed.ts'
import type { Held } from './opened.ts'

type Spread = { p50: number; p95: number }
export type Sized = {
  /** Seconds from listings to an index. */
  build: number
  /** Megabytes on the disk, and in memory once it has answered: of the server, or of a process that only opened the index. */
  disk: number
  memory: number
  /** Of the embedded index: what of it stands in columns and sets, and in objects. */
  held: Held | null
  /** Milliseconds a question, by kind. */
  times: { [kind: string]: Spread }
}

/** The kinds of architecture.md, as the queries are called here. */
const KINDS = [
  'two words',
  'typo in each word',
  'text + 3 filters + 5 facets',
  'near with facets',
  'map box with text',
  '3 filters by freshness',
  'everything with facets',
] as const
const AS_YOU_TYPE = 'as you type'
const MOST_POINTS = 2000
/** A kind is not asked for longer than this: milliseconds. */
const CAP = 12_000
const MB = 2 ** 20

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0)

/** Of a process of this machine, where it tells. Bytes. */
function memoryOf(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) * 1024
  } catch {
    return NaN
  }
}

/** This process made the listings: what it holds is not what an index takes. */
function heldBy(folder: string, queries: readonly EngineQuery[]): Held {
  const questions = `${folder}.json`
  writeFileSync(questions, JSON.stringify(queries))
  try {
    const script = fileURLToPath(new URL('opened.ts', import.meta.url))
    const out = execFileSync(process.execPath, ['--expose-gc', script, folder, questions])
    return JSON.parse(String(out)) as Held
  } finally {
    rmSync(questions)
  }
}

async function main(
  name: string,
  listings: number,
  each: number,
  folder: string,
  url: string,
  key: string,
  index: string,
  pid: string,
) {
  const known = Array.from({ length: listings }, (_, n) => generatedKnown(n))
  const embedded = name === 'embedded' ? openEmbedded(folder, RULES) : null
  const rules = withIndex(RULES, index)
  const engine: Answering = embedded ?? openMeilisearch({ url, key }, rules)
  const writer = embedded ?? meiliWriter(meiliClient({ url, key }, { tell: true }), shapeOf(rules))
  const from = performance.now()
  await writer.rebuild(documentsOf(known), listings)
  const build = (performance.now() - from) / 1000
  const documents: SearchDocument[] = []
  for await (const batch of documentsOf(known)) documents.push(...batch)
  known.length = 0
  const counts = frequencies(documents)
  const queries = makeQueries(documents, counts, each)
  const prefixes = makePrefixes(documents, each)
  documents.length = 0
  counts.clear()
  global.gc?.()
  const ask = (kind: string) => (query: EngineQuery) =>
    kind.startsWith('map') ? engine.points(query, MOST_POINTS) : engine.search(query)
  const times: Sized['times'] = {}
  for (const kind of KINDS) times[kind] = await timed(queries[kind], ask(kind), CAP)
  times[AS_YOU_TYPE] = await timed(prefixes, (what) => engine.suggest(what, 8), CAP)
  global.gc?.()
  const asked = KINDS.flatMap((kind) => (kind.startsWith('map') ? [] : queries[kind]))
  const held = embedded ? heldBy(folder, asked) : null
  const memory = held?.whole ?? memoryOf(pid) / MB
  engine.close()
  return { build, disk: bytesIn(folder) / MB, memory, held, times }
}

const [, , name = '', listings = '0', each = '0', folder = '', url = '', key = '', index = '', pid = ''] =
  process.argv
const sized: Sized = await main(name, Number(listings), Number(each), folder, url, key, index, pid)
process.stdout.write(JSON.stringify(sized))
