/** The whole site with a search server in front of which somebody sits who can make it do anything. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readSite } from '../../src/app/site.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { setUpKeys } from '../../src/app/sync/setup.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { hashOf } from '../../src/search/meilisearch/shape.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { HANGS_MS } from '../patience.ts'
import { startSite, type Running } from '../site.ts'
import { questionsIn, startFaulty, type FaultyServer } from './faulty-server.ts'
import type { MeilisearchServer } from './meilisearch-server.ts'

/** A server rests ten seconds before it is tried again; an index is built again within a minute. Milliseconds. */
const BACK_MS = 60_000
/** In every question here, and nowhere else. */
export const SECRET = 'zanzibarblues'

export type SearchSite = {
  site: Running
  faulty: FaultyServer
  /** Every page that searches: found, kept waiting by nobody who hangs, and not a word of what is wrong. The slowest, in milliseconds. */
  everyPage(): Promise<number>
  /** Waits until this engine answers /api/search. */
  answeredBy(engine: 'embedded' | 'meilisearch'): Promise<void>
  ready(): Promise<{ ready: boolean; servers: boolean[]; degraded: string[] }>
  /** Where the log is now, and which search servers it said are left out, or well again, since. */
  mark(): number
  said(since: number): string[]
  close(): Promise<void>
}

/** Words of their own each time, so that no cache answers. */
let times = 0
const ADDRESSES: [name: string, address: () => string][] = [
  ['the page', () => `/search?what=choir&age=${times++ % 100}&size=${1 + (times % 99)}`],
  ['in Welsh', () => `/cy/search?what=${SECRET}+${times++}`],
  ['near somewhere', () => `/search?where=Sale&what=${SECRET}+${times++}`],
  ['the API', () => `/api/search?what=${SECRET}+${times++}`],
  ['suggestions', () => `/api/suggest?what=${SECRET}+${times++}`],
  ['the map', () => `/api/map?bbox=-2.6,53.2,-2.0,53.6&zoom=11&what=choir&age=${times++ % 100}`],
  ['the first page', () => '/'],
]

/** `meili`: a real one behind it; null: it answers that it is up to date, and the same to whatever is asked. */
export async function startSearchSite(meili: MeilisearchServer | null): Promise<SearchSite> {
  let store: Store | null = null
  const settings = async () => {
    const directory = (await store?.fact('directory')) ?? null
    return hashOf(shapeOf({ taxonomy: readTaxonomy(), site: readSite(), directory }))
  }
  const answerOf = async (question: unknown) =>
    JSON.stringify(question).includes('applied EXISTS')
      ? {
          hits: [{ applied: (await store?.lastChange()) ?? -1, settings: await settings(), listings: 1 }],
          totalHits: 1,
        }
      : {
          hits: [{ listing: 'any', nameKey: 1, idKey: 1 }],
          totalHits: 1,
          facetDistribution: { listing: { any: 1 } },
        }
  const answer = async (body: unknown) => ({ results: await Promise.all(questionsIn(body).map(answerOf)) })
  const faulty = await startFaulty(meili === null ? { answer } : { url: meili.url })
  const keys = meili === null ? null : await setUpKeys([meili.url], meili.key)
  const site = await startSite({
    MEILI_URL: faulty.url,
    MEILI_KEY: keys?.search ?? 'only-for-tests',
    MEILI_WRITE_KEY: keys?.write ?? '',
    MEILI_MASTER_KEY: '',
    DEMO: '1',
  })
  store = await openStore(join(site.dataDir, 'fingerpost.db'))
  const it = { ...askingOf(site), site, faulty }
  await it.answeredBy('meilisearch')
  return {
    ...it,
    mark: () => site.output().length,
    said: (since) =>
      site
        .output()
        .slice(since)
        .split('\n')
        .filter((line) => /a search server (is left out|answers again)/.test(line)),
    async close() {
      await site.stop()
      await faulty.close()
      await store?.close()
    },
  }
}

function askingOf(site: Running): Pick<SearchSite, 'everyPage' | 'answeredBy' | 'ready'> {
  const ask = async (address: string) => {
    const began = performance.now()
    const response = await fetch(`${site.url}${address}`, { signal: AbortSignal.timeout(HANGS_MS) })
    const body = await response.text()
    return { status: response.status, body, ms: performance.now() - began }
  }
  const who = async () => {
    const { body } = await ask(`/api/search?what=choir&size=${1 + (times++ % 90)}`)
    return (JSON.parse(body) as { engine: string }).engine
  }
  return {
    async everyPage() {
      let slowest = 0
      for (const [name, address] of ADDRESSES) {
        const { status, ms, body } = await ask(address())
        if (status !== 200) throw new Error(`${name}: ${status} ${body.slice(0, 200)}`)
        if (/meilisearch|search server/i.test(body.replaceAll('"engine":"meilisearch"', '')))
          throw new Error(`${name} speaks of its search server`)
        slowest = Math.max(slowest, ms)
      }
      return slowest
    },
    async answeredBy(engine) {
      for (const giveUp = performance.now() + BACK_MS; (await who()) !== engine; await pause(200))
        if (performance.now() > giveUp) throw new Error(`${engine} does not answer:\n${site.output()}`)
    },
    ready: async () => JSON.parse((await ask('/readyz')).body) as Awaited<ReturnType<SearchSite['ready']>>,
  }
}
