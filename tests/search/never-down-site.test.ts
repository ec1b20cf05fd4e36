/** The whole site while its search server does what it must never do: people notice nothing. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpKeys } from '../../src/app/sync/setup.ts'
import { startSite, type Running } from '../site.ts'
import { startFaulty, type Fault, type FaultyServer } from './faulty-server.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'

/** What a page may take, the promise of this. Milliseconds. */
const PAGE_MS = 2000
/** A server rests ten seconds before it is tried again, and is looked at twice a second. Milliseconds. */
const BACK_MS = 60_000
const SECRET = 'zanzibarblues'

/** Addresses with words that no log and no header may have; each time another one, so that none is kept. */
let times = 0
const ADDRESSES: [name: string, address: string][] = [
  ['the page', '/search?what='],
  ['the page near somewhere', '/search?where=Sale&what='],
  ['the API', '/api/search?what='],
  ['suggestions', '/api/suggest?what='],
  ['the map', '/api/map?bbox=-2.6,53.2,-2.0,53.6&zoom=11&what='],
]

type Ready = { ready: boolean; servers: boolean[]; degraded: string[] }

describe.skipIf(!hasMeilisearch() || process.env['MEILI_URL'] !== undefined)(
  'the site with a search server',
  () => {
    let meili: MeilisearchServer
    let faulty: FaultyServer
    let site: Running
    beforeAll(async () => {
      meili = await startMeilisearch()
      faulty = await startFaulty({ url: meili.url })
      const keys = await setUpKeys([meili.url], meili.key)
      const env = { MEILI_URL: faulty.url, MEILI_KEY: keys.search, MEILI_WRITE_KEY: keys.write }
      site = await startSite({ ...env, DEMO: '1', LOG_LEVEL: 'info' })
      await answeredBy('meilisearch')
    }, 180_000)
    afterAll(async () => {
      await site?.stop()
      await faulty?.close()
      await meili?.stop()
    })

    const ask = async (address: string) => {
      const began = performance.now()
      const response = await fetch(`${site.url}${address}`, { signal: AbortSignal.timeout(10_000) })
      const body = await response.text()
      return { status: response.status, body, ms: performance.now() - began }
    }
    const who = async () =>
      (
        JSON.parse((await ask(`/api/search?what=choir&size=${1 + (times++ % 90)}`)).body) as {
          engine: string
        }
      ).engine
    const ready = async () => JSON.parse((await ask('/readyz')).body) as Ready

    async function answeredBy(engine: string): Promise<void> {
      const giveUp = performance.now() + BACK_MS
      while ((await who()) !== engine) {
        if (performance.now() > giveUp) throw new Error(`${engine} does not answer:\n${site.output()}`)
        await pause(200)
      }
    }

    async function everyPage(): Promise<void> {
      for (const [name, address] of ADDRESSES) {
        const { status, ms, body } = await ask(`${address}${SECRET}+choir+${times++}`)
        expect({ name, status, inTime: ms <= PAGE_MS }).toEqual({ name, status: 200, inTime: true })
        expect(body).not.toMatch(/meilisearch|search server/i)
      }
      const { body, status, ms } = await ask(`/search?what=choir&size=${1 + (times++ % 90)}`)
      expect({ status, inTime: ms <= PAGE_MS }).toEqual({ status: 200, inTime: true })
      expect(body).toMatch(/choir/i)
    }

    /** Lines of the log about search servers, since `from`. */
    const said = (from: number) =>
      site
        .output()
        .slice(from)
        .split('\n')
        .filter((line) => line.includes('a search server'))

    const FAULTS: [fault: Fault, why: RegExp][] = [
      ['refuses connections', /cannot be reached/],
      ['hangs', /did not answer in time/],
      ['answers 503 as a page', /too much to do/],
      ['answers a page', /no answer to a search/],
      ['has revoked the key', /MEILI_KEY/],
    ]
    it.each(FAULTS)(
      'that %s: every page in time, from the embedded index, and back by itself',
      async (fault, why) => {
        const from = site.output().length
        await faulty.does(fault)
        await everyPage()
        await answeredBy('embedded')
        await everyPage()
        await pause(2000)
        const { ready: isReady, servers, degraded } = await ready()
        expect({ isReady, servers }).toEqual({ isReady: true, servers: [false] })
        expect(degraded.join()).toMatch(why)
        expect(said(from)).toHaveLength(1)
        expect(said(from)[0]).toMatch(why)
        await faulty.does('well')
        await answeredBy('meilisearch')
        expect((await ready()).servers).toEqual([true])
        await pause(6500)
        expect(said(from)).toHaveLength(2)
      },
      90_000,
    )

    it('that is killed while people search', async () => {
      const asking = Array.from({ length: 40 }, async (_, i) => {
        await pause(i * 50)
        return ask(`/search?what=choir+${times++}`)
      })
      await pause(700)
      await meili.kill()
      const answers = await Promise.all(asking)
      expect(answers.filter(({ status, ms }) => status !== 200 || ms > PAGE_MS)).toEqual([])
      await everyPage()
      await meili.restart()
      await answeredBy('meilisearch')
    }, 90_000)

    it.skipIf(process.platform === 'win32')(
      'that is stopped, and goes on',
      async () => {
        const { pid } = meili
        if (pid === null) throw new Error('not ours')
        process.kill(pid, 'SIGSTOP')
        await everyPage()
        await answeredBy('embedded')
        process.kill(pid, 'SIGCONT')
        await answeredBy('meilisearch')
      },
      90_000,
    )

    it('whose key is deleted, and made again', async () => {
      const headers = { authorization: `Bearer ${meili.key}`, 'content-type': 'application/json' }
      const all = (await (await fetch(`${meili.url}/keys`, { headers })).json()) as {
        results: { uid: string; name: string }[]
      }
      const { uid } = all.results.find(({ name }) => name === 'Fingerpost search') ?? {}
      await fetch(`${meili.url}/keys/${uid}`, { method: 'DELETE', headers })
      await everyPage()
      await answeredBy('embedded')
      await everyPage()
      await setUpKeys([meili.url], meili.key)
      await answeredBy('meilisearch')
    }, 90_000)

    it.each([
      ['wiped', '/documents'],
      ['deleted', ''],
    ])(
      'whose index is %s: found all the same, and built again',
      async (_, path) => {
        const headers = { authorization: `Bearer ${meili.key}` }
        await fetch(`${meili.url}/indexes/fingerpost${path}`, { method: 'DELETE', headers })
        for (let i = 0; i < 10; i++) {
          await everyPage()
          await pause(50)
        }
        await answeredBy('embedded')
        await answeredBy('meilisearch')
      },
      120_000,
    )

    it('and nothing that anybody asked is in the log', () => {
      expect(site.output()).not.toContain(SECRET)
      expect(site.output()).not.toContain('choir')
    })
  },
)

if (!hasMeilisearch()) console.log(HOW_TO_HAVE_MEILISEARCH)
