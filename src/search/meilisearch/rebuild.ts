/**
 * A new index beside the old one. Questions go on being answered from the old one until the two change names, which is
 * one task: no question finds half an index. What a rebuild that was killed left behind: see beside.ts.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { besideOf, indexesSeen, takeAll } from './beside.ts'
import { MeiliError, type MeiliClient } from './client.ts'
import { readMeta, type Meta } from './meta.ts'
import type { PlaceDocument, Shape } from './shape.ts'
import { again, CALL_MS, carried, done, enqueue } from './tasks.ts'

/** Documents handed over at a time, and how many such batches may wait: it indexes what waits together, which is quicker. */
const BATCH = 2_000
const WAITING = 10
/** How long the swap may take, behind other work of the server, and how often it is looked for. Milliseconds. */
const SWAP_MS = 5 * 60_000
const SWAP_LOOK_MS = 50

type Counts = Pick<Meta, 'documents' | 'listings'>

/** `meta`: what the new index says of itself, once it holds everything. Throws, and the old one stands as it was. */
export async function rebuildBeside(
  client: MeiliClient,
  shape: Shape,
  batches: AsyncIterable<PlaceDocument[]>,
  meta: (beside: string, counts: Counts) => Promise<Meta>,
): Promise<void> {
  const { index, settings } = shape
  await takeAll(client, index)
  const beside = `${besideOf(index)}${randomBytes(5).toString('hex')}`
  try {
    await carried(client, 'post', 'indexes', { uid: beside, primaryKey: 'id' })
    await carried(client, 'patch', `indexes/${beside}/settings`, settings)
    const counts = await fill(client, beside, batches)
    await carried(client, 'post', `indexes/${beside}/documents`, [await meta(beside, counts)])
    await checkCount(client, beside, counts.documents + 1)
    if (!(await indexesSeen(client)).some(({ uid }) => uid === index))
      await carried(client, 'post', 'indexes', { uid: index, primaryKey: 'id' })
    await swap(client, index, beside)
  } catch (error) {
    await enqueue(client, 'delete', `indexes/${beside}`).catch(() => undefined)
    throw error
  }
  // It is the old one now.
  await carried(client, 'delete', `indexes/${beside}`)
}

/** The key of sync is shown no task of more than one index, so the index itself is looked at. */
async function swap(client: MeiliClient, index: string, beside: string): Promise<void> {
  await enqueue(client, 'post', 'swap-indexes', [{ indexes: [index, beside] }])
  for (const giveUp = performance.now() + SWAP_MS; performance.now() < giveUp; await pause(SWAP_LOOK_MS))
    if ((await again(() => readMeta(client, index, CALL_MS)))?.build === beside) return
  throw new MeiliError('slow', `Meilisearch at ${client.host} did not put the new index in its place`)
}

async function fill(
  client: MeiliClient,
  index: string,
  batches: AsyncIterable<PlaceDocument[]>,
): Promise<Counts> {
  const ids = new Set<string>()
  const listings = new Set<string>()
  const waiting: number[] = []
  let gathered: PlaceDocument[] = []
  const hand = async () => {
    if (gathered.length === 0) return
    waiting.push(await enqueue(client, 'post', `indexes/${index}/documents`, gathered))
    gathered = []
    const first = waiting.length > WAITING ? waiting.shift() : undefined
    if (first !== undefined) await done(client, first)
  }
  for await (const batch of batches) {
    for (const document of batch) {
      ids.add(document.id)
      listings.add(document.listing)
      gathered.push(document)
    }
    if (gathered.length >= BATCH) await hand()
  }
  await hand()
  for (const task of waiting) await done(client, task)
  return { documents: ids.size, listings: listings.size }
}

async function checkCount(client: MeiliClient, index: string, expected: number): Promise<void> {
  const { numberOfDocuments } = await again(() =>
    client.ask<{ numberOfDocuments: number }>('get', `indexes/${index}/stats`, { ms: CALL_MS }),
  )
  if (numberOfDocuments !== expected)
    throw new MeiliError(
      'broken',
      `the new index at ${client.host} holds ${numberOfDocuments} documents instead of ${expected}`,
    )
}
