/**
 * Writing an index of Meilisearch. A batch is one task: its documents, what takes the place of removed ones, and how far
 * the index has come, all or nothing. A new index is built beside the old one and the two change names in one task.
 */
import type { SearchDocument } from '../document.ts'
import type { EngineHealth, SearchEngine } from '../engine.ts'
import { takeAbandoned } from './beside.ts'
import { MeiliError, type MeiliClient } from './client.ts'
import { printsIn, printsOfPlaces } from './held.ts'
import { META_ID, NOT_WHOLE, readMeta, type Meta } from './meta.ts'
import { rebuildBeside } from './rebuild.ts'
import { hashOf, hashText, type PlaceDocument, type Shape } from './shape.ts'
import { again, CALL_MS, carried, enqueue } from './tasks.ts'

/** What may be asked with the key of sync; questions are asked with another one. */
export type Writer = Pick<
  SearchEngine,
  'applied' | 'apply' | 'rebuild' | 'prints' | 'printsOf' | 'tidy' | 'health'
>

/** How long a look at the index may take. Milliseconds. */
const LOOK_MS = 5_000
/** Documents read at a time. */
const PAGE = 2_000
/** Ids of listings in one filter. */
const IDS = 500

/** Stands where a place was until it is taken out: it has nothing that a question could find. */
const GONE = { gone: true }

/** Milliseconds. */
type WriterTimes = {
  /** The number is read each time; whether all else is still there, so often. */
  everyMs: number
  /** A count that does not fit may be another process's batch under way; after so long it is damage. */
  doubtMs: number
  /**
   * A new index that nobody wrote to for so long is nobody's work: a builder that lives hands over a batch every few seconds.
   * By the server's clock and by ours, which may differ by minutes.
   */
  quietMs: number
}
const USUAL: WriterTimes = { everyMs: 20_000, doubtMs: 3_000, quietMs: 10 * 60_000 }

export function meiliWriter(client: MeiliClient, shape: Shape, times: Partial<WriterTimes> = {}): Writer {
  const { everyMs, doubtMs, quietMs } = { ...USUAL, ...times }
  const { index } = shape
  const hash = hashOf(shape)
  let verified = -Infinity
  let doubt: { about: string; since: number } | null = null

  /** Whether the index is what it says it is. */
  const isWhole = async (meta: Meta): Promise<boolean> => {
    if (performance.now() - verified < everyMs) return true
    const [seen, live] = await Promise.all([
      settingsSeen(client, index),
      liveCount(client, index).catch((error: unknown) => {
        // It cannot be filtered by `listing`: its settings are not ours.
        if (error instanceof MeiliError && error.status === 400) return -1
        throw error
      }),
    ])
    if (seen !== meta.seen) return false
    if (live === meta.documents) {
      verified = performance.now()
      doubt = null
      return true
    }
    const about = `${meta.applied} ${meta.documents} ${live}`
    if (doubt?.about !== about) doubt = { about, since: performance.now() }
    return performance.now() - doubt.since < doubtMs
  }

  const ours = async (): Promise<Meta | null> => {
    const meta = await readMeta(client, index, LOOK_MS)
    return meta?.settings === hash ? meta : null
  }

  /**
   * Building takes minutes, in which a damaged index would be believed: it is marked first. A sound one is not, so that it
   * answers until the new one stands.
   */
  const markDamage = async (): Promise<void> => {
    const meta = await again(ours)
    if (meta === null || (await isWhole(meta))) return
    const mark = { id: META_ID, settings: NOT_WHOLE }
    // Where that cannot be written it answers for as long as it takes to build another, which is the cure.
    await carried(client, 'put', `indexes/${index}/documents`, [mark]).catch(() => undefined)
  }

  return {
    async applied() {
      const meta = await ours()
      return meta !== null && (await isWhole(meta)) ? meta.applied : -1
    },
    async apply(documents, removed, upTo) {
      const meta = await again(ours)
      if (meta === null)
        throw new Error(`there is no index at ${client.host} to apply changes to: build it first`)
      // Another process was quicker.
      if (meta.applied >= upTo) return
      const before = await placesOf(client, index, [...documents.map(({ id }) => id), ...removed])
      const written = placesIn(documents, shape)
      const now = new Set(written.map(({ id }) => id))
      const gone = [...before.keys()].filter((id) => !now.has(id)).map((id) => ({ id, ...GONE }))
      const listed = new Set(before.values())
      const after: Meta = {
        ...meta,
        applied: upTo,
        documents: meta.documents - gone.length + written.filter(({ id }) => !before.has(id)).length,
        listings:
          meta.listings -
          removed.filter((id) => listed.has(id)).length +
          documents.filter(({ id }) => !listed.has(id)).length,
      }
      await carried(client, 'post', `indexes/${index}/documents`, [...written, ...gone, after])
      // Nothing hangs on this: what is left is found by no question, and goes with the next one.
      if (gone.length > 0)
        await enqueue(client, 'post', `indexes/${index}/documents/delete`, { filter: 'gone = true' })
    },
    async rebuild(batches, upTo) {
      await markDamage()
      await rebuildBeside(client, shape, documentsIn(batches, shape), async (beside, counts) => ({
        id: META_ID,
        applied: upTo,
        settings: hash,
        build: beside,
        seen: await settingsSeen(client, beside),
        ...counts,
      }))
      verified = -Infinity
      doubt = null
    },
    async prints() {
      return (await again(ours)) === null ? new Map<string, string>() : printsIn(client, index)
    },
    printsOf: (documents) => printsOfPlaces(placesIn(documents, shape)),
    tidy: () => takeAbandoned(client, index, quietMs),
    health: async (): Promise<EngineHealth> => {
      const nothing = { ok: false, applied: -1, documents: 0 }
      try {
        const meta = await readMeta(client, index, LOOK_MS)
        if (meta === null) return { ...nothing, why: `there is no index of ours at ${client.host} yet` }
        const isMarked = meta.settings === NOT_WHOLE
        if (meta.settings !== hash && !isMarked)
          return { ...nothing, why: `the index at ${client.host} was built with other settings` }
        if (isMarked || !(await isWhole(meta)))
          return {
            ...nothing,
            documents: meta.listings,
            why: `somebody else changed the index at ${client.host}`,
          }
        return { ok: true, applied: meta.applied, documents: meta.listings, why: null }
      } catch (error) {
        return { ...nothing, why: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}

const placesIn = (documents: readonly SearchDocument[], shape: Shape): PlaceDocument[] =>
  documents.flatMap((document) => shape.places(document))

async function* documentsIn(
  batches: AsyncIterable<SearchDocument[]>,
  shape: Shape,
): AsyncGenerator<PlaceDocument[]> {
  for await (const batch of batches) yield placesIn(batch, shape)
}

type Fetched = { results: PlaceDocument[]; total: number }

function fetched(
  client: MeiliClient,
  index: string,
  filter: string,
  offset: number,
  limit: number,
): Promise<Fetched> {
  const body = { filter, fields: ['id', 'listing'], offset, limit }
  return again(() => client.ask<Fetched>('post', `indexes/${index}/documents/fetch`, { ms: CALL_MS, body }))
}

/** Documents of listings in an index, one a place. */
const liveCount = async (client: MeiliClient, index: string): Promise<number> =>
  (await fetched(client, index, 'listing EXISTS', 0, 1)).total

/** Ids of the documents of these listings, and the listing of each. */
async function placesOf(
  client: MeiliClient,
  index: string,
  listings: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < listings.length; at += IDS) {
    const names = listings.slice(at, at + IDS).map((id) => JSON.stringify(id))
    for await (const page of pages(client, index, `listing IN [${names.join(', ')}]`))
      for (const { id, listing } of page) found.set(id, listing)
  }
  return found
}

async function* pages(client: MeiliClient, index: string, filter: string): AsyncGenerator<PlaceDocument[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { results, total } = await fetched(client, index, filter, offset, PAGE)
    yield results
    if (offset + PAGE >= total) return
  }
}

/** Of the settings as the server tells them. */
async function settingsSeen(client: MeiliClient, index: string): Promise<string> {
  const settings = await again(() => client.ask<unknown>('get', `indexes/${index}/settings`, { ms: CALL_MS }))
  return hashText(JSON.stringify(settings))
}
