/** `npm run sync -- --setup`: both keys of Meilisearch, made on every server and tried. */
import { MeiliError, meiliClient } from '../../search/meilisearch/client.ts'
import { makeKeys, tooMuch, type Keys } from '../../search/meilisearch/keys.ts'
import { INDEX } from '../../search/meilisearch/settings.ts'
import type { Config } from '../config.ts'
import { readSite } from '../site.ts'

/** Why there are no keys, in one sentence. */
export class NoKeys extends Error {}

/** As the settings and the master key of whoever asks have it. Throws NoKeys. */
export async function setUp({ meili }: Config, master = ''): Promise<Keys> {
  if (meili === null) throw new NoKeys('MEILI_URL is not set: there is no Meilisearch to make keys on')
  if (master.trim() === '') throw new NoKeys('MEILI_MASTER_KEY is not set: only who has it can make keys')
  return setUpKeys(meili.urls, master.trim(), readSite().search.index)
}

/** The same keys on every server. Throws NoKeys. */
export async function setUpKeys(
  urls: readonly string[],
  master: string,
  index: string = INDEX,
): Promise<Keys> {
  let all: { keys: Keys; host: string } | null = null
  for (const url of urls) {
    const client = meiliClient({ url, key: master })
    const keys = await makeKeys(client, index).catch((error: unknown) => {
      throw new NoKeys(whyNot(error, client.host))
    })
    if (all !== null && (all.keys.search !== keys.search || all.keys.write !== keys.write))
      throw new NoKeys(
        `${all.host} and ${client.host} were started with different master keys: give them the same`,
      )
    all ??= { keys, host: client.host }
    for (const which of ['search', 'write'] as const) {
      const may = await tooMuch(meiliClient({ url, key: keys[which] }), which, index)
      if (may.length > 0)
        throw new NoKeys(`the ${which} key may do more than it should at ${client.host}: ${may.join(', ')}`)
    }
  }
  if (all === null) throw new NoKeys('MEILI_URL names no server')
  return all.keys
}

function whyNot(error: unknown, host: string): string {
  if (!(error instanceof MeiliError)) return error instanceof Error ? error.message : String(error)
  if (error.code === 'missing_master_key')
    return `Meilisearch at ${host} has no master key: start it with --master-key, of 16 letters or more`
  if (error.kind === 'key') return `Meilisearch at ${host} does not take MEILI_MASTER_KEY`
  return error.message
}
