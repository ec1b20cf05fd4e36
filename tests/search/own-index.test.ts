/** On a Meilisearch that somebody uses, tests touch no index but their own, however many run at once, and leave none. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { meiliClient } from '../../src/search/meilisearch/client.ts'
import { INDEX } from '../../src/search/meilisearch/settings.ts'
import { carried } from '../../src/search/meilisearch/tasks.ts'
import { meilisearch } from './engines.ts'
import { documents } from './listings.ts'
import { HOW_TO_HAVE_MEILISEARCH, hasMeilisearch, startMeilisearch } from './meilisearch-server.ts'
import { ownIndex } from './own-index.ts'

async function* batches() {
  yield documents()
}

it('has another name each time, and never that of a site', () => {
  const names = Array.from({ length: 100 }, ownIndex)
  expect(new Set(names).size).toBe(100)
  for (const name of names) expect(name).toMatch(new RegExp(`^${INDEX}-test-[0-9a-f]{8}$`))
})

/** The server that plays somebody's own has to be ours all the same. */
const ours = hasMeilisearch() && process.env['MEILI_URL'] === undefined
const WHY = hasMeilisearch()
  ? 'skipped: this writes the index of a site, and the server of MEILI_URL is not ours'
  : HOW_TO_HAVE_MEILISEARCH

it.skipIf(!ours)(ours ? 'leaves the index of a site as it is' : WHY, async () => {
  const server = await startMeilisearch()
  onTestFinished(server.stop)
  const client = meiliClient({ url: server.url, key: server.key })
  const get = <T>(path: string) => client.ask<{ results: T[] }>('get', path, { ms: 30_000 })
  const names = async () => (await get<{ uid: string }>('indexes')).results.map(({ uid }) => uid)
  const live = { id: 'live', name: 'Somebody’s own' }
  await carried(client, 'post', `indexes/${INDEX}/documents?primaryKey=id`, [live])

  vi.stubEnv('MEILI_URL', server.url)
  vi.stubEnv('MEILI_MASTER_KEY', server.key)
  onTestFinished(() => void vi.unstubAllEnvs())
  const suites = await Promise.all([meilisearch(), meilisearch()])
  await Promise.all(suites.map(({ engine }) => engine.rebuild(batches(), 1)))
  expect(new Set(await names()).size).toBe(3)
  // What a rebuild that was killed leaves behind.
  const mine = (await names()).filter((name) => name !== INDEX)
  for (const name of mine) await carried(client, 'post', 'indexes', { uid: `${name}-beside-killed` })
  await Promise.all(suites.map(({ remove }) => remove()))

  expect(await names()).toEqual([INDEX])
  expect((await get(`indexes/${INDEX}/documents`)).results).toEqual([live])
})
