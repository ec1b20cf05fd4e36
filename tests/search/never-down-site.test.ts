/** The whole site while its search server does what it must never do: people notice nothing. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { setUpKeys } from '../../src/app/sync/setup.ts'
import { SOON } from '../patience.ts'
import type { Fault } from './faulty-server.ts'
import {
  HOW_TO_HAVE_MEILISEARCH,
  hasMeilisearch,
  startMeilisearch,
  type MeilisearchServer,
} from './meilisearch-server.ts'
import { SECRET, startSearchSite, type SearchSite } from './search-site.ts'

const FAULTS: [fault: Fault, why: RegExp][] = [
  ['refuses connections', /cannot be reached/],
  ['hangs at every question but how it is', /did not answer in time/],
  ['hangs at searches only', /did not answer in time/],
  ['answers a page', /no answer to a search/],
]

describe('the site with a search server', () => {
  let here: SearchSite
  beforeAll(async () => {
    here = await startSearchSite(null)
  }, 180_000)
  afterAll(() => here?.close())

  it.each(FAULTS)(
    'that %s: every page in time, and back by itself',
    async (fault, why) => {
      const from = here.mark()
      await here.faulty.does(fault)
      await here.everyPage()
      await here.answeredBy('embedded')
      await here.everyPage()
      await vi.waitFor(() => expect(here.said(from)).toEqual([expect.stringMatching(why)]), SOON)
      const leftOut = { ready: true, servers: [false], degraded: [expect.stringMatching(why)] }
      expect(await here.ready()).toMatchObject(leftOut)
      await here.faulty.does('well')
      await here.answeredBy('meilisearch')
      expect(await here.ready()).toMatchObject({ servers: [true] })
      const both = [expect.stringMatching(why), expect.stringMatching(/answers again/)]
      await vi.waitFor(() => expect(here.said(from)).toEqual(both), SOON)
    },
    90_000,
  )

  it('that lets its key do everything: the log warns of it, once', async () => {
    const warnings = () => here.site.output().match(/"warn".*MEILI_KEY may do more than search/g)
    await vi.waitFor(() => expect(warnings()).toHaveLength(1), SOON)
    expect(here.site.output()).not.toContain('only-for-tests')
  })

  it('and nothing that anybody asked is in the log', () => {
    expect(here.site.output()).not.toContain(SECRET)
    expect(here.site.output()).not.toContain('choir')
    expect(here.site.output()).not.toContain(here.faulty.url)
  })
})

const real = hasMeilisearch() && process.env['MEILI_URL'] === undefined

describe.skipIf(!real)(real ? 'the site with a Meilisearch' : HOW_TO_HAVE_MEILISEARCH, () => {
  let meili: MeilisearchServer
  let here: SearchSite
  beforeAll(async () => {
    meili = await startMeilisearch()
    here = await startSearchSite(meili)
  }, 180_000)
  afterAll(async () => {
    await here?.close()
    await meili?.stop()
  })
  const ask = (method: string, path: string) =>
    fetch(`${meili.url}${path}`, { method, headers: { authorization: `Bearer ${meili.key}` } })

  it('that is killed while people search, and started again', async () => {
    const asking = Array.from({ length: 12 }, async (_, i) => {
      await pause(i * 150)
      await here.everyPage()
    })
    await pause(500)
    await meili.kill()
    await Promise.all(asking)
    await here.answeredBy('embedded')
    await meili.restart()
    await here.answeredBy('meilisearch')
    await here.everyPage()
  }, 90_000)

  it.skipIf(process.platform === 'win32')(
    'that is stopped, and goes on',
    async () => {
      if (meili.pid === null) throw new Error('not ours')
      process.kill(meili.pid, 'SIGSTOP')
      try {
        await here.everyPage()
        await here.answeredBy('embedded')
        const said = [expect.stringMatching(/did not answer in time/)]
        await vi.waitFor(async () => expect((await here.ready()).degraded).toEqual(said), SOON)
        await here.everyPage()
      } finally {
        process.kill(meili.pid, 'SIGCONT')
      }
      await here.answeredBy('meilisearch')
    },
    90_000,
  )

  it('whose key is deleted, and made again', async () => {
    const { results } = (await (await ask('GET', '/keys')).json()) as {
      results: { uid: string; name: string }[]
    }
    const { uid } = results.find(({ name }) => name === 'Fingerpost search') ?? {}
    expect((await ask('DELETE', `/keys/${uid}`)).status).toBe(204)
    await here.everyPage()
    await here.answeredBy('embedded')
    const said = [expect.stringMatching(/MEILI_KEY/)]
    await vi.waitFor(async () => expect((await here.ready()).degraded).toEqual(said), SOON)
    await setUpKeys([meili.url], meili.key)
    await here.answeredBy('meilisearch')
  }, 90_000)

  it.each([
    ['wiped', '/documents'],
    ['deleted', ''],
  ])(
    'whose index is %s: found all the same, and built again',
    async (_, path) => {
      expect((await ask('DELETE', `/indexes/fingerpost${path}`)).status).toBe(202)
      for (let i = 0; i < 5; i++) await here.everyPage()
      await here.answeredBy('embedded')
      await here.answeredBy('meilisearch')
      await here.everyPage()
    },
    120_000,
  )

  it('and nothing that anybody asked is in the log', () => {
    expect(here.site.output()).not.toContain('may do more than search')
    expect(here.site.output()).not.toContain(SECRET)
    expect(here.site.output()).not.toContain('choir')
  })
})
