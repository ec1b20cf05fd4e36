/**
 * Whether MEILI_KEY may do more than search: whoever breaks into a page finds it. Asked of the servers when the site
 * starts, beside everything else.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { meiliClient } from '../../search/meilisearch/client.ts'
import { maySearchOnly } from '../../search/meilisearch/keys.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'

/** A server that could not say it is asked again: it may be started after the site. Milliseconds. */
const AGAIN_MS = 60_000
const SAID =
  'MEILI_KEY may do more than search: set the one that "npm run sync -- --setup" prints, which can do nothing else'

/** Says it once, as it is one key for all servers, and never the key. Fulfilled when all is known; never rejects. */
export async function warnOfKey(
  { urls, key }: Pick<NonNullable<Config['meili']>, 'urls' | 'key'>,
  index: string,
  log: Log,
  wait: (ms: number) => Promise<unknown> = (ms) => pause(ms, undefined, { ref: false }),
): Promise<void> {
  if (key === null) return
  let unknown = urls.map((url, i) => ({ url, number: i + 1 }))
  for (;;) {
    const still: typeof unknown = []
    for (const server of unknown) {
      const only = await searchOnly(server.url, key, index)
      if (only === false) return log('warn', SAID, { server: server.number })
      if (only === null) still.push(server)
    }
    if (still.length === 0) return
    unknown = still
    await wait(AGAIN_MS)
  }
}

/** null: it could not be asked. */
async function searchOnly(url: string, key: string, index: string): Promise<boolean | null> {
  try {
    return await maySearchOnly(meiliClient({ url, key }), index)
  } catch {
    return null
  }
}
