/** An index of a test's own on a real Meilisearch, with settings and documents as small as they can be. */
import { meiliClient, type MeiliClient } from '../../src/search/meilisearch/client.ts'
import type { Shape } from '../../src/search/meilisearch/shape.ts'
import { meiliWriter, type Writer } from '../../src/search/meilisearch/write.ts'
import type { MeilisearchServer } from './meilisearch-server.ts'
import { ownIndex } from './own-index.ts'

export type IndexUnderTest = {
  index: string
  shape: Shape
  client: MeiliClient
  writer: Writer
  /** Another one on the same index, as another process has it. */
  again: (over?: Partial<Shape>) => Writer
  /** Ids of the listings that an ordinary question finds. */
  found: (what?: string) => Promise<string[]>
  /** Everything in it that is no meta document. */
  documents: () => Promise<{ id: string; listing?: string }[]>
  /** Hands over work and waits until it is done. */
  carry: (method: 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown) => Promise<void>
}

/** Damage is looked for at every question, and believed soon. */
const TIMES = { everyMs: 0, doubtMs: 150 }
const MS = 10_000

export function indexOn(server: MeilisearchServer, index = ownIndex()): IndexUnderTest {
  const client = meiliClient({ url: server.url, key: server.key }, { tell: true })
  const shape: Shape = {
    index,
    about: 'rules of a test',
    settings: {
      filterableAttributes: ['listing', 'gone', 'first', 'applied'],
      searchableAttributes: ['name'],
    },
    places: ({ id, name, points }) =>
      (points.length > 0 ? points : [null]).map((point, at) => ({
        id: `${at}-${id}`,
        listing: id,
        name,
        first: at === 0,
        // No more digits than Meilisearch reads exactly.
        ...(point && { _geo: { lat: Number(point.lat.toFixed(12)), lng: Number(point.lng.toFixed(12)) } }),
      })),
  }
  return {
    index,
    shape,
    client,
    writer: meiliWriter(client, shape, TIMES),
    again: (over = {}) => meiliWriter(client, { ...shape, ...over }, TIMES),
    async found(what = '') {
      const body = { q: what, filter: 'first = true', limit: 100, attributesToRetrieve: ['listing'] }
      const { hits } = await client.ask<{ hits: { listing: string }[] }>('post', `indexes/${index}/search`, {
        ms: MS,
        body,
      })
      return hits.map(({ listing }) => listing).sort()
    },
    async documents() {
      const { results } = await client.ask<{ results: { id: string; listing?: string }[] }>(
        'post',
        `indexes/${index}/documents/fetch`,
        { ms: MS, body: { limit: 1000 } },
      )
      return results.filter(({ id }) => id !== 'meta')
    },
    async carry(method, path, body) {
      const { taskUid } = await client.ask<{ taskUid: number }>(method, path, {
        ms: MS,
        ...(body === undefined ? {} : { body }),
      })
      for (;;) {
        const { status } = await client.ask<{ status: string }>('get', `tasks/${taskUid}`, { ms: MS })
        if (status !== 'enqueued' && status !== 'processing') return
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}
