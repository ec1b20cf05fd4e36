/** Search servers answer, the embedded index stands by: with servers that do as they are told, and a real embedded index. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { asOnePage } from '../../src/search/page-time.ts'
import { neverDown } from '../../src/search/never-down.ts'
import { HANGS_MS, SOON } from '../patience.ts'
import { asked } from './cases.ts'
import { UP_TO, embedded, server, open, choir, by, until, type Does } from './told-servers.ts'

describe('the server answers while it is well', () => {
  it('and the embedded index before anybody looked at it', async () => {
    const both = neverDown([server().engine], embedded, { lastChange: async () => UP_TO })
    expect(await by(both)).toBe('embedded')
  })

  it('with the same answer', async () => {
    const { both, said } = await open(server())
    const own = await embedded.search(choir)
    expect(await both.search(choir)).toEqual({ ...own, by: 'meilisearch' })
    expect(await both.points(choir, 100)).toEqual(await embedded.points(choir, 100))
    expect(await both.suggest('riv', 8)).toEqual(await embedded.suggest('riv', 8))
    expect(said).toEqual([])
    expect(both.servers()).toEqual([{ number: 1, answers: true, why: null, failed: 0, failing: null }])
  })

  it('but not for a map of more places than it can unpack: the embedded index gives them all', async () => {
    const one = server()
    const { both } = await open(one)
    const everywhere = asked({})
    const all = await embedded.points(everywhere, 300_000)
    one.it.unpacks = 5
    expect(all.points.at.length).toBeGreaterThan(5)
    expect(await both.points(everywhere, 300_000)).toEqual(all)
    expect(one.it.pointsAsked).toBe(2000)
    // What was asked for is all there is to give: nobody is asked twice.
    expect((await both.points(everywhere, 5)).points.at).toHaveLength(5)
  })

  it('and several take turns', async () => {
    const all = [server(), server(), server()]
    const { both } = await open(...all)
    for (let i = 0; i < 30; i++) await by(both)
    expect(all.map(({ it }) => it.asked)).toEqual([10, 10, 10])
  })
})

const FAILS: Does[] = ['refused', 'busy', 'broken', 'nonsense', 'key', 'no-index', 'hangs']

describe.concurrent.each(FAILS)('a server that fails (%s)', (does) => {
  it('is answered for by the embedded index, said once, and asked again when it is well', async () => {
    const one = server()
    const { both, said, forward } = await open(one)
    one.it.does = does
    const began = performance.now()
    expect(await by(both)).toBe('embedded')
    expect((await both.points(choir, 100)).total).toBeGreaterThan(0)
    expect((await both.suggest('riv', 8)).length).toBeGreaterThan(0)
    for (let i = 0; i < 30; i++) expect(await by(both)).toBe('embedded')
    expect(performance.now() - began).toBeLessThan(HANGS_MS)
    await vi.waitFor(() => expect(said).toEqual([`1 ${does === 'hangs' ? 'slow' : does}`]), SOON)
    one.it.does = 'answers'
    forward(11_000)
    await until(both, 'meilisearch')
    forward(6000)
    await vi.waitFor(() => expect(said).toEqual([`1 ${does === 'hangs' ? 'slow' : does}`, '1 well']), SOON)
  })
})

describe.concurrent('a server that fails now and then', () => {
  /** Longer than it takes to say it: two seconds, and a look. */
  const said3s = async (forward: (ms: number) => void) => {
    forward(3000)
    await pause(1200)
  }

  it('is said to, once, though it is asked on; and again when it had been well', async () => {
    const one = server()
    const { both, said, forward } = await open(one)
    const failOnce = async () => {
      one.it.does = 'broken'
      // By a person's question, not by a look.
      const who = await by(both)
      one.it.does = 'answers'
      expect(who).toBe('embedded')
    }
    await failOnce()
    await said3s(forward)
    expect(said).toEqual(['1 failed broken'])
    expect(both.servers()).toMatchObject([{ answers: true, why: null, failed: 1, failing: 'broken' }])
    forward(40_000)
    expect(both.servers()).toMatchObject([{ answers: true, failed: 0, failing: 'broken' }])
    expect((await both.suggest('riv', 8)).length).toBeGreaterThan(0)
    expect(both.servers()).toMatchObject([{ failing: 'broken' }])
    expect(await by(both)).toBe('meilisearch')
    expect(both.servers()).toMatchObject([{ failing: null }])
    for (let i = 0; i < 3; i++) {
      await failOnce()
      await said3s(forward)
      forward(40_000)
      expect(await by(both)).toBe('meilisearch')
    }
    expect(said).toEqual(['1 failed broken'])
    forward(10 * 60_000)
    await pause(600)
    expect(await by(both)).toBe('meilisearch')
    await failOnce()
    await said3s(forward)
    expect(said).toEqual(['1 failed broken', '1 failed broken'])
  })

  it('at searches only is left out, and not back before it can search', async () => {
    const one = server()
    const { both, said, forward } = await open(one)
    one.it.does = 'only suggests'
    await Promise.all(Array.from({ length: 20 }, () => by(both)))
    await vi.waitFor(() => expect(said).toEqual(['1 slow']), SOON)
    for (let i = 0; i < 2; i++) {
      const before = one.it.asked
      forward(11_000)
      // It is tried with a search, and hangs at it.
      await vi.waitFor(() => expect(one.it.asked).toBe(before + 1), SOON)
      await vi.waitFor(() => expect(one.it.under).toBe(0), SOON)
      forward(6000)
      await pause(1200)
      expect(both.servers()).toMatchObject([{ answers: false, why: 'slow' }])
    }
    expect(said).toEqual(['1 slow'])
    one.it.does = 'answers'
    forward(11_000)
    await until(both, 'meilisearch')
    forward(6000)
    await vi.waitFor(() => expect(said).toEqual(['1 slow', '1 well']), SOON)
  })

  it('and is back, and fails again: that is said', async () => {
    const one = server()
    const { both, said, forward } = await open(one)
    one.it.does = 'refused'
    await by(both)
    await vi.waitFor(() => expect(said).toEqual(['1 refused']), SOON)
    one.it.does = 'answers'
    forward(11_000)
    await until(both, 'meilisearch')
    forward(6000)
    await vi.waitFor(() => expect(said).toEqual(['1 refused', '1 well']), SOON)
    one.it.does = 'only suggests'
    expect(await by(both)).toBe('embedded')
    await said3s(forward)
    expect(said).toEqual(['1 refused', '1 well', '1 failed slow'])
  })
})

describe.concurrent('no pile-up', () => {
  it('at a server that hangs: few wait, and none is left behind', async () => {
    const one = server()
    const { both } = await open(one)
    one.it.does = 'hangs'
    const all = Promise.all(Array.from({ length: 400 }, () => by(both)))
    expect(one.it.under).toBeLessThanOrEqual(51)
    expect(new Set(await all)).toEqual(new Set(['embedded']))
    const asked = one.it.asked
    for (let i = 0; i < 100; i++) await by(both)
    expect(one.it.asked).toBe(asked)
    expect(one.it.under).toBeLessThanOrEqual(1)
  })

  it('and all questions of one page have the time of one', async () => {
    const one = server()
    const { both } = await open(one)
    one.it.does = 'only looks up'
    const began = performance.now()
    await asOnePage(async () => {
      for (let i = 0; i < 20; i++) expect(await by(both)).toBe('embedded')
    })
    expect(performance.now() - began).toBeLessThan(HANGS_MS)
    expect(one.it.asked).toBe(1)
  })

  it('and nobody stands behind a question that is owed an answer for half a second', async () => {
    const one = server()
    const { both } = await open(one)
    one.it.does = 'only looks up'
    let isFirstOver = false
    const first = by(both).finally(() => (isFirstOver = true))
    await pause(700)
    expect(await by(both)).toBe('embedded')
    expect(isFirstOver).toBe(false)
    expect(one.it.asked).toBe(1)
    expect(await first).toBe('embedded')
  })

  it('and a question cut off because its page has no more time says nothing of the server', async () => {
    const one = server()
    const { both } = await open(one)
    await asOnePage(async () => {
      await pause(1200)
      one.it.does = 'only looks up'
      expect(await by(both)).toBe('embedded')
    })
    expect(one.it.asked).toBe(1)
    expect(both.servers()).toEqual([{ number: 1, answers: true, why: null, failed: 0, failing: null }])
  })

  it('and of a page that is late anyway no server is asked, nor blamed', async () => {
    const one = server()
    const { both } = await open(one)
    await asOnePage(async () => {
      expect(await by(both)).toBe('meilisearch')
      await pause(1450)
      one.it.does = 'only looks up'
      for (let i = 0; i < 10; i++) expect(await by(both)).toBe('embedded')
    })
    expect(both.servers()).toEqual([{ number: 1, answers: true, why: null, failed: 0, failing: null }])
  })
})

describe.concurrent('of two servers', () => {
  it.each(FAILS)('the one that fails (%s) is left out, and the other answers', async (does) => {
    const [bad, good] = [server(), server()]
    const { both, said } = await open(bad, good)
    bad.it.does = does
    for (let i = 0; i < 20; i++) await by(both)
    for (let i = 0; i < 20; i++) expect(await by(both)).toBe('meilisearch')
    expect(said.every((line) => line.startsWith('1'))).toBe(true)
  })

  it('the one that is behind is left out, and back by itself', async () => {
    const [late, good] = [server(), server()]
    const { both, said, forward, feed } = await open(late, good)
    feed.last = 50
    good.it.applied = 50
    await pause(600)
    expect(both.servers().map(({ answers }) => answers)).toEqual([true, true])
    forward(5000)
    await vi.waitFor(() => expect(said).toEqual(['1 behind']), SOON)
    expect(both.servers().map(({ answers }) => answers)).toEqual([false, true])
    late.it.applied = 50
    const answer = () => both.servers().map(({ answers }) => answers)
    await vi.waitFor(() => expect(answer()).toEqual([true, true]), SOON)
  })
})

describe.concurrent('an index that is not ours', () => {
  it('is left out: wiped, or of other settings; what it does not find is not believed', async () => {
    const one = server()
    const { both, said } = await open(one)
    one.it.does = 'finds nothing'
    expect(await by(both)).toBe('embedded')
    expect((await both.points(choir, 100)).total).toBeGreaterThan(0)
    expect((await both.suggest('riv', 8)).length).toBeGreaterThan(0)
    const left = [{ number: 1, answers: false, why: 'no-index', failed: 0, failing: null }]
    await vi.waitFor(() => expect(both.servers()).toEqual(left), SOON)
    one.it.does = 'answers'
    await until(both, 'meilisearch')
    expect(said).toEqual(['1 no-index'])
  })

  it('and so is one that is ahead of the store', async () => {
    const one = server()
    one.it.applied = 99
    const { both, said } = await open(one)
    expect(await by(both)).toBe('embedded')
    expect(said).toEqual(['1 ahead'])
  })

  it('but nothing is nothing where the embedded index finds nothing either', async () => {
    const { both } = await open(server())
    expect(await both.search(asked({ what: 'zzzzzz' }))).toMatchObject({ total: 0, by: 'meilisearch' })
  })
})

describe.concurrent('what is kept by the number of the index', () => {
  it('is never newer than that: the lowest of those who may answer', async () => {
    const one = server()
    const { both, feed } = await open(one)
    one.it.applied = 40
    expect(await both.applied()).toBe(UP_TO)
    feed.last = 42
    await vi.waitFor(() => expect(both.servers()[0]?.why).toBe('behind'), SOON)
    expect(await both.applied()).toBe(UP_TO)
  })

  it('and search goes on when the store cannot be read', async () => {
    const one = server()
    const { both, feed } = await open(one)
    feed.lastChange = async () => Promise.reject(new Error('the store is away'))
    await pause(600)
    expect(await by(both)).toBe('meilisearch')
    expect(both.servers()[0]).toMatchObject({ answers: true, why: null })
  })
})
