/** Who answers questions: the embedded index alone, or search servers with the embedded index standing by. */
import type { Answering, SearchEngine } from '../search/engine.ts'
import type { DocumentRules } from '../search/make-document.ts'
import { WHY_SAID } from '../search/search-server.ts'
import { neverDown, type ServerState } from '../search/never-down.ts'
import type { Said } from '../search/spoken.ts'
import type { ChangeFeed } from '../search/change-feed.ts'
import type { Config } from './config.ts'
import { makeLog } from './log.ts'

type Searching = {
  engine: Answering
  /** From now on search servers are asked. */
  start(): void
  /** In the order of MEILI_URL; []: none is set. */
  servers(): ServerState[]
}

export async function openSearching(
  config: Config,
  embedded: SearchEngine,
  feed: Pick<ChangeFeed, 'lastChange'>,
  rules: DocumentRules,
): Promise<Searching> {
  const { meili } = config
  if (meili === null) return { engine: embedded, start: () => undefined, servers: () => [] }
  // Read only by who has a server: its client is not small.
  const { openMeilisearch } = await import('../search/meilisearch/engine.ts')
  const engines = meili.urls.map((url) => openMeilisearch({ url, key: meili.key }, rules))
  const log = makeLog(config.logLevel)
  const both = neverDown(engines, embedded, feed, (server, said) => log('warn', ...inWords(server, said)))
  return { engine: both, start: () => both.start(), servers: () => both.servers() }
}

/** All at the level that stays on: who reads that one is ill wants to read that it is well. Nothing of what was asked. */
function inWords(server: number, said: Said): [event: string, about: Record<string, unknown>] {
  if (said.is === 'well') return ['a search server answers again', { server }]
  const why = WHY_SAID[said.why]
  return said.is === 'failed'
    ? ['a search server failed to answer; the site answered without it', { server, why }]
    : ['a search server is left out; the site answers without it', { server, why }]
}
