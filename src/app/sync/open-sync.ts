/** The store and every index that follows it: of this machine, and of each Meilisearch server. Nothing here asks a question. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from '../../search/embedded/open.ts'
import type { DocumentRules } from '../../search/make-document.ts'
import { meiliClient } from '../../search/meilisearch/client.ts'
import { shapeOf } from '../../search/meilisearch/documents.ts'
import { meiliWriter } from '../../search/meilisearch/write.ts'
import { follow, type Followed, type Follower, type Turn } from '../../search/sync.ts'
import { inTurn } from '../../store/mail/in-turn.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import type { Config } from '../config.ts'
import { readSite } from '../site.ts'
import { ownTaxonomy } from '../read-taxonomy.ts'

export type SyncedIndex = {
  /** "the embedded index", "the index at 127.0.0.1:7700" */
  name: string
  index: Followed
  follower: Follower
}
export type Sync = { indexes: SyncedIndex[]; close(): Promise<void> }

/** Listings in a batch for Meilisearch: one task, which takes a second or less. */
const BATCH = 1000
/** A count that does not fit is looked at again in one's own turn, when nobody else writes: then it is damage at once. */
const TIMES = { everyMs: 20_000, doubtMs: 0 }
/** A process that died in its turn keeps others waiting for so long. Milliseconds. */
const TURN_MS = 15_000

/** `embedded`: with the index of this machine, which a site that runs follows by itself. */
export async function openSync(config: Config, { embedded }: { embedded: boolean }): Promise<Sync> {
  mkdirSync(config.dataDir, { recursive: true })
  const store = await openStore(config.databaseUrl)
  const directory = await store.fact('directory')
  const rules: DocumentRules = { taxonomy: ownTaxonomy(), site: readSite(), directory }
  const ours = embedded ? openEmbedded(join(config.dataDir, 'search'), rules) : null
  const indexes: SyncedIndex[] =
    ours === null ? [] : [{ name: 'the embedded index', index: ours, follower: follow(store, ours, rules) }]
  for (const url of config.meili?.urls ?? []) {
    const client = meiliClient({ url, key: config.meili?.writeKey ?? null }, { tell: true })
    const index = meiliWriter(client, shapeOf(rules), TIMES)
    const turn = turnOf(store, `sync ${client.host}`)
    const follower = follow(store, index, rules, { batch: BATCH, longest: Infinity, turn })
    indexes.push({ name: `the index at ${client.host}`, index, follower })
  }
  return {
    indexes,
    async close() {
      for (const { follower } of indexes) follower.stop()
      ours?.close()
      await store.close()
    },
  }
}

function turnOf(store: Store, name: string): Turn {
  const turn = { turns: store.turns, name, holder: randomUUID(), now: () => new Date(), ms: TURN_MS }
  return (work) => inTurn(turn, async (still) => ({ done: true, value: await work(still) }))
}
