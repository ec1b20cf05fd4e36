/** A search server that does what it must never do, asked over HTTP: the embedded index answers, in time, and nothing piles up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import { shapeOf } from '../../src/search/meilisearch/documents.ts'
import { openMeilisearch } from '../../src/search/meilisearch/engine.ts'
import { hashOf } from '../../src/search/meilisearch/shape.ts'
import type { Why } from '../../src/search/search-server.ts'
import { neverDown } from '../../src/search/never-down.ts'
import { HANGS_MS, SOON } from '../patience.ts'
import { asked } from './cases.ts'
import { FAULTS, questionsIn, startFaulty, type Fault } from './faulty-server.ts'
import { inShort } from './in-short.ts'
import { documents, RULES } from './listings.ts'

const UP_TO = 41
const folder = mkdtempSync(join(tmpdir(), 'fingerpost-never-down-'))
const embedded = openEmbedded(folder, RULES)

beforeAll(() =>
  embedded.rebuild(
    (async function* () {
      yield documents()
    })(),
    UP_TO,
  ),
)
afterAll(() => {
  embedded.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One listing for whatever is asked, and an index that is up to date. No Meilisearch: what it finds is tested elsewhere. */
const settings = hashOf(shapeOf(RULES))
const answerOf = (question: unknown) =>
  JSON.stringify(question).includes('applied EXISTS')
    ? { hits: [{ applied: UP_TO, settings, listings: 38 }], totalHits: 1 }
    : {
        hits: [{ listing: 'choir', points: [[53.42, -2.32]], nameKey: 1, idKey: 1, confirmedAt: null }],
        totalHits: 1,
        facetDistribution: { listing: { choir: 1 } },
      }

async function world(servers = 1) {
  const all = await Promise.all(
    Array.from({ length: servers }, () =>
      startFaulty({ answer: (body) => ({ results: questionsIn(body).map(answerOf) }) }),
    ),
  )
  let ahead = 0
  const said: string[] = []
  const both = neverDown(
    all.map(({ url }) => openMeilisearch({ url, key: 'only-for-tests' }, RULES)),
    { ...embedded, close: () => undefined },
    { lastChange: async () => UP_TO },
    (number, it) => said.push(inShort(number, it)),
    () => performance.now() + ahead,
  )
  both.start()
  const by = async (what = 'choir') => (await both.search(asked({ what }))).by
  const until = async (who: string) => {
    for (const giveUp = performance.now() + SOON.timeout; (await by()) !== who; await pause(50))
      if (performance.now() > giveUp) throw new Error(`${who} does not answer: ${said.join(', ')}`)
  }
  await until('meilisearch')
  const close = async () => {
    both.close()
    await Promise.all(all.map((it) => it.close()))
  }
  return { both, all, by, until, said, close, forward: (ms: number) => void (ahead += ms) }
}

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const began = performance.now()
  const value = await work
  expect(performance.now() - began).toBeLessThan(HANGS_MS)
  return value
}

const WHY: { [F in Fault]: Why } = {
  'refuses connections': 'refused',
  'takes five seconds': 'slow',
  hangs: 'slow',
  'hangs at every question but how it is': 'slow',
  'hangs at searches only': 'slow',
  'hangs in the middle of an answer': 'slow',
  'breaks off in the middle of an answer': 'broken',
  'resets the connection': 'broken',
  'answers 500': 'broken',
  'answers 503 and asks for two seconds': 'busy',
  'answers 503 as a page': 'busy',
  'answers a page': 'nonsense',
  'answers nothing at all': 'nonsense',
  'answers other JSON': 'nonsense',
  'answers ids that are no text': 'nonsense',
  'answers a total that is no number': 'nonsense',
  'answers a list of the wrong length': 'nonsense',
  'does not know the key': 'key',
  'has revoked the key': 'key',
  'has no such index': 'no-index',
}

describe.concurrent.each(FAULTS)('a server that %s', (fault) => {
  it('is answered for, is said to be, and is asked again when it is well', async () => {
    const { both, all, by, until, said, close, forward } = await world()
    const [server] = all
    if (server === undefined) throw new Error('no server')
    await server.does(fault)
    const choir = asked({ what: 'choir' })
    expect(await inTime(by())).toBe('embedded')
    expect((await inTime(both.points(choir, 100))).total).toBeGreaterThan(0)
    expect((await inTime(both.suggest('riv', 8))).map(({ label }) => label)).toContain('Riverside Singers')
    await Promise.all(Array.from({ length: 200 }, () => inTime(by())))
    await vi.waitFor(() => expect(said).toEqual([`1 ${WHY[fault]}`]), SOON)
    expect(both.servers()).toMatchObject([{ number: 1, answers: false, why: WHY[fault] }])
    // Left alone: what comes now does not reach it, and nothing waits.
    const before = server.asked()
    for (let i = 0; i < 50; i++) expect(await by()).toBe('embedded')
    expect(server.asked() - before).toBeLessThanOrEqual(2)
    await vi.waitFor(() => expect(server.waiting()).toBeLessThanOrEqual(2), SOON)
    expect(server.open()).toBeLessThanOrEqual(55)
    await server.does('well')
    forward(11_000)
    await until('meilisearch')
    forward(6000)
    await vi.waitFor(() => expect(said).toEqual([`1 ${WHY[fault]}`, '1 well']), SOON)
    await close()
  }, 60_000)
})

describe('no pile-up', () => {
  it('however many ask while it hangs: few connections, and the process goes on', async () => {
    const { both, all, by, close } = await world()
    const [server] = all
    await server?.does('hangs')
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const asking: Promise<string>[] = []
    let most = 0
    for (let i = 0; i < 1000; i++) {
      asking.push(inTime(by(`choir ${i}`)))
      if (i % 10 === 0) await pause(1)
      most = Math.max(most, server?.open() ?? 0)
    }
    expect(new Set(await Promise.all(asking))).toEqual(new Set(['embedded']))
    delay.disable()
    expect(most).toBeLessThanOrEqual(55)
    expect(delay.max / 1e6).toBeLessThan(HANGS_MS)
    await vi.waitFor(() => expect(server?.waiting()).toBeLessThanOrEqual(2), SOON)
    // fetch opens another connection for each that was cut off, and closes it when nothing came for four seconds.
    expect(server?.open()).toBeLessThanOrEqual(55)
    expect(both.servers()[0]?.answers).toBe(false)
    await close()
  }, 30_000)
})

describe('of two servers', () => {
  it.concurrent.each(FAULTS)(
    'the one that %s keeps nobody from the other',
    async (fault) => {
      const { both, all, by, said, close } = await world(2)
      await all[0]?.does(fault)
      for (let i = 0; i < 12; i++) await inTime(by())
      await vi.waitFor(() => expect(said).toEqual([`1 ${WHY[fault]}`]), SOON)
      for (let i = 0; i < 20; i++) expect(await inTime(by())).toBe('meilisearch')
      expect(both.servers().map(({ answers }) => answers)).toEqual([false, true])
      expect(said).toEqual([`1 ${WHY[fault]}`])
      await close()
    },
    60_000,
  )
})
