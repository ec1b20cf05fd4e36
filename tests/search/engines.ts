/** The engines that the contract suite asks; each starts empty, in a place of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pointAt, type IdPoint, type PointColumns } from '../../src/places/cells.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { Answering, EngineName, SearchEngine } from '../../src/search/engine.ts'
import type { DocumentRules } from '../../src/search/make-document.ts'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { openMeilisearch } from '../../src/search/meilisearch/engine.ts'
import { meiliWriter } from '../../src/search/meilisearch/write.ts'
import { hasMeilisearch, startMeilisearch } from './meilisearch-server.ts'
import { RULES } from './listings.ts'
import { ownIndex, removeIndex, withIndex } from './own-index.ts'

/** Points that an engine found for a map, one by one. */
export const listed = (points: PointColumns): IdPoint[] => Array.from(points.at, (i) => pointAt(points, i))

export type UnderTest = { engine: SearchEngine; version: string; remove: () => Promise<void> }
type EngineUnderTest = {
  name: EngineName
  isHere: boolean
  open(rules?: DocumentRules): Promise<UnderTest>
  /** Questions it answers otherwise, by the JSON of what is asked: what it answers, and why. */
  differs: { [ask: string]: { found: string; why: string } }
}

export async function embedded(rules = RULES): Promise<UnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'fingerpost-search-'))
  const engine = openEmbedded(folder, rules)
  return {
    engine,
    version: '',
    remove: async () => {
      engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function meilisearch(rules = RULES): Promise<UnderTest> {
  const server = await startMeilisearch()
  const index = ownIndex()
  const own = withIndex(rules, index)
  const writer = meiliWriter(meiliClient(server, { tell: true }), shapeOf(own))
  const reader = openMeilisearch(server, own)
  return {
    engine: { ...writer, ...patient(reader), name: 'meilisearch' },
    version: server.version,
    remove: () => removeIndex(server, index).finally(server.stop),
  }
}

/** A machine that runs all tests at once is slow: what is asked is to be right, not quick. */
function patient(engine: Answering): Answering {
  const soon = () => AbortSignal.timeout(PATIENCE_MS)
  return {
    ...engine,
    search: (query, signal) => engine.search(query, signal ?? soon()),
    points: (query, limit, signal) => engine.points(query, limit, signal ?? soon()),
    suggest: (what, limit, signal) => engine.suggest(what, limit, signal ?? soon()),
    applied: (signal) => engine.applied(signal ?? soon()),
  }
}
const PATIENCE_MS = 30_000

const ALL: EngineUnderTest[] = [
  { name: 'embedded', isHere: true, open: embedded, differs: {} },
  { name: 'meilisearch', isHere: hasMeilisearch(), open: meilisearch, differs: {} },
]
/** Those that this machine has. */
export const ENGINES = ALL.filter(({ isHere }) => isHere)
export const isMissing = ENGINES.length < ALL.length
