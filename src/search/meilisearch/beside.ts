/** Indexes that are built beside the one that answers, and what becomes of those whose builder was killed. */
import { MeiliError, type MeiliClient } from './client.ts'
import { again, CALL_MS, carried } from './tasks.ts'

/** Names of indexes that are built beside the one of this name. */
export const besideOf = (index: string): string => `${index}-beside-`

/** `updatedAt`: when something was last written to it, by the clock of the server. */
type Seen = { uid: string; updatedAt: string }

/** Those that the key may see. */
export async function indexesSeen(client: MeiliClient): Promise<Seen[]> {
  const { results } = await again(() =>
    client.ask<{ results: Seen[] }>('get', 'indexes?limit=1000', { ms: CALL_MS }),
  )
  return results
}

/** All that are beside it. For who builds in its turn: nobody else is at it then. */
export async function takeAll(client: MeiliClient, index: string): Promise<void> {
  for (const { uid } of await besides(client, index)) await take(client, uid)
}

/**
 * Those whose builder is gone: nothing of it waits at the server, and nothing was written for `quietMs` milliseconds. For who
 * only follows: a server with two names has two turns, and somebody may build in the other one.
 */
export async function takeAbandoned(client: MeiliClient, index: string, quietMs: number): Promise<void> {
  for (const { uid, updatedAt } of await besides(client, index)) {
    const isQuiet = Date.now() - Date.parse(updatedAt) >= quietMs
    if (isQuiet && !(await isAwaited(client, uid))) await take(client, uid)
  }
}

async function besides(client: MeiliClient, index: string): Promise<Seen[]> {
  return (await indexesSeen(client)).filter(({ uid }) => uid.startsWith(besideOf(index)))
}

async function isAwaited(client: MeiliClient, uid: string): Promise<boolean> {
  const path = `tasks?indexUids=${uid}&statuses=enqueued,processing&limit=1`
  const { total } = await again(() => client.ask<{ total: number }>('get', path, { ms: CALL_MS }))
  return total > 0
}

async function take(client: MeiliClient, uid: string): Promise<void> {
  try {
    await carried(client, 'delete', `indexes/${uid}`)
  } catch (error) {
    // Somebody else took it away.
    if (!(error instanceof MeiliError && error.code === 'index_not_found')) throw error
  }
}
