/** One engine in a process of its own, so that no heap weighs on another's figures: `ENGINE LISTINGS EACH FOLDER`, JSON out. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { EngineQuery } from '../../src/search/engine.ts'
import type { SearchDocument } from '../../src/search/document.ts'
import { miniSearch, orama, type Beside } from './other-engines.ts'
import { documentsOf, generatedKnown, RULES } from './documents.ts'
import { frequencies, knownItems, makePrefixes, makeQueries, type KnownItem } from './queries.ts'
import { timed, type Times } from './timed.ts'

export type Measured = {
  /** Seconds from listings to an index, and milliseconds to a first answer in a new process. */
  build: number
  first: number
  firstMisspelt: number
  times: { [what: string]: Times }
  /** Shares of known items among the first ten: as they are, with one word misspelt, with every word. */
  recall: { plain: number; one: number; every: number }
}

/** What is asked of the others too. */
export const COMPARED = ['two words', 'typo in each word', 'text + 3 filters + 5 facets']
/** Engines that take long are asked as many questions as fit: milliseconds a kind of question. */
const CAP = 15_000

async function recall(ask: Beside['ask'], base: EngineQuery, items: readonly KnownItem[]): Promise<number> {
  const stop = performance.now() + CAP
  let [found, asked] = [0, 0]
  for (const { id, what } of items) {
    if (asked > 0 && performance.now() > stop) break
    if ((await ask({ ...base, what, size: 10 })).ids.includes(id)) found++
    asked++
  }
  return found / asked
}

function firstAnswer(folder: string, query: EngineQuery | undefined): number {
  const script = fileURLToPath(new URL('first-answer.ts', import.meta.url))
  const out = execFileSync(process.execPath, [script, folder, JSON.stringify(query)], { encoding: 'utf8' })
  return (JSON.parse(out) as { milliseconds: number }).milliseconds
}

async function main(name: string, listings: number, each: number, folder: string): Promise<Measured> {
  const known = Array.from({ length: listings }, (_, n) => generatedKnown(n))
  const embedded = name === 'embedded' ? openEmbedded(folder, RULES) : null
  const from = performance.now()
  await embedded?.rebuild(documentsOf(known), listings)
  const build = (performance.now() - from) / 1000
  let documents: SearchDocument[] = []
  for await (const batch of documentsOf(known)) documents.push(...batch)
  known.length = 0
  const counts = frequencies(documents)
  const queries = makeQueries(documents, counts, each)
  const items = ([0, 1, 3] as const).map((slips) => knownItems(documents, counts, each, slips))
  const prefixes = makePrefixes(documents, each)
  const other = embedded ? null : name === 'Orama' ? await orama(documents) : miniSearch(documents)
  // From here on only the engine is in memory, as on a site.
  documents = []
  counts.clear()
  global.gc?.()
  const ask: Beside['ask'] = async (query) => {
    if (other) return other.ask(query)
    const found = await embedded?.search(query)
    return {
      ids: found?.hits.map(({ id }) => id) ?? [],
      total: found?.total ?? 0,
      facets: found?.facets ?? {},
    }
  }
  const times: Measured['times'] = {}
  for (const [what, list] of Object.entries(queries)) {
    if (other && !COMPARED.includes(what)) continue
    const points = what.startsWith('map')
    const put = (query: EngineQuery) => (points && embedded ? embedded.points(query, 2000) : ask(query))
    times[what] = await timed<EngineQuery>(list, put, CAP)
  }
  if (embedded) times.suggestion = await timed(prefixes, (what) => embedded.suggest(what, 8), CAP)
  const [ordinary] = queries['two words']
  if (!ordinary) throw new Error('no questions')
  const shares = []
  for (const list of items) shares.push(await recall(ask, ordinary, list))
  const [plain = 0, one = 0, every = 0] = shares
  const first = embedded ? firstAnswer(folder, ordinary) : NaN
  const firstMisspelt = embedded ? firstAnswer(folder, queries['typo in each word'][0]) : NaN
  embedded?.close()
  return { build, first, firstMisspelt, times, recall: { plain, one, every } }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = '', listings = '0', each = '0', folder = ''] = process.argv
  process.stdout.write(JSON.stringify(await main(name, Number(listings), Number(each), folder)))
}
