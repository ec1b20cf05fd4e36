/** A directory to ask, as each engine that is here answers over it. */
import type { House } from '../../src/app/house.ts'
import type { EngineName } from '../../src/search/engine.ts'
import { follow } from '../../src/search/sync.ts'
import { meilisearch } from '../../tests/search/engines.ts'
import { hasMeilisearch } from '../../tests/search/meilisearch-server.ts'

type Over = { engine: EngineName; version: string; house: House }

/** Calls `ask` once an engine, one after the other; a Meilisearch of its own is started where there is one. */
export async function overEngines(house: House, ask: (over: Over) => Promise<void>): Promise<void> {
  await ask({ engine: 'embedded', version: '', house })
  if (!hasMeilisearch()) return
  const { taxonomy, site } = house
  const rules = { taxonomy, site }
  const { engine, version, remove } = await meilisearch(rules)
  try {
    const follower = follow(house.store, engine, rules)
    await follower.rebuild()
    follower.stop()
    await ask({ engine: 'meilisearch', version, house: { ...house, engine } })
  } finally {
    await remove()
  }
}
