/** Search servers that do as they are told, with a real embedded index standing by; made and removed with the file that asks for them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { project } from '../../src/places/cells.ts'
import { openEmbedded } from '../../src/search/embedded/open.ts'
import type { EngineAnswer, SearchEngine } from '../../src/search/engine.ts'
import { EngineFailure, type FailureKind } from '../../src/search/failure.ts'
import { neverDown, type NeverDown } from '../../src/search/never-down.ts'
import { inShort } from './in-short.ts'
import { SOON } from '../patience.ts'
import { asked } from './cases.ts'
import { documents, RULES } from './listings.ts'

export const UP_TO = 41
const folder = mkdtempSync(join(tmpdir(), 'fingerpost-never-down-'))
export const embedded = openEmbedded(folder, RULES)
const closes: (() => void)[] = []

beforeAll(async () => {
  await embedded.rebuild(
    (async function* () {
      yield documents()
    })(),
    UP_TO,
  )
})
afterAll(() => {
  closes.forEach((close) => close())
  embedded.close()
  rmSync(folder, { recursive: true, force: true })
})

/** `only looks up`: it says how it is, and hangs when it is asked anything; `only suggests`: at searches and maps. */
export type Does = 'answers' | 'hangs' | 'only looks up' | 'only suggests' | 'finds nothing' | FailureKind
/** What the embedded index says, said by a server, unless it is told to fail. */
export function server(does: Does = 'answers') {
  const it = { does, applied: UP_TO, asked: 0, under: 0, stopped: 0, pointsAsked: 0, unpacks: Infinity }
  const answer = async <T>(signal: AbortSignal | undefined, real: () => Promise<T>, none: T): Promise<T> => {
    if (it.does === 'answers') return real()
    if (it.does === 'finds nothing') return none
    if (!['hangs', 'only looks up', 'only suggests'].includes(it.does))
      throw new EngineFailure(it.does as FailureKind)
    it.under++
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        it.under--
        it.stopped++
        reject(new EngineFailure('slow'))
      })
    })
  }
  const nothing: EngineAnswer = { hits: [], total: 0, facets: {}, widened: false, by: 'meilisearch' }
  const engine: SearchEngine = {
    ...embedded,
    name: 'meilisearch',
    async search(query, signal) {
      it.asked++
      const real = async () => ({ ...(await embedded.search(query)), by: 'meilisearch' as const })
      return answer(signal, real, nothing)
    },
    points: async (query, limit, signal) => {
      it.pointsAsked = limit
      const some = async () => {
        const found = await embedded.points(query, limit)
        return { ...found, points: { ...found.points, at: found.points.at.slice(0, it.unpacks) } }
      }
      return answer(signal, some, { points: project([]), total: 0, listings: 0 })
    },
    suggest: (what, limit, signal) =>
      it.does === 'only suggests'
        ? embedded.suggest(what, limit)
        : answer(signal, () => embedded.suggest(what, limit), []),
    applied: (signal) =>
      it.does === 'finds nothing'
        ? Promise.resolve(-1)
        : it.does === 'only looks up' || it.does === 'only suggests'
          ? Promise.resolve(it.applied)
          : answer(signal, async () => it.applied, -1),
    close: () => undefined,
  }
  return { it, engine }
}

/** A clock that is put forward by hand, so that nobody waits half a minute. */
function timed() {
  let ahead = 0
  return { clock: () => performance.now() + ahead, forward: (ms: number) => void (ahead += ms) }
}

export async function open(...all: ReturnType<typeof server>[]) {
  const said: string[] = []
  const { clock, forward } = timed()
  const feed = { last: UP_TO, lastChange: async () => feed.last }
  const both: NeverDown = neverDown(
    all.map(({ engine }) => engine),
    { ...embedded, close: () => undefined },
    feed,
    (number, it) => said.push(inShort(number, it)),
    clock,
  )
  closes.push(() => both.close())
  both.start()
  await pause(20)
  return { both, said, forward, feed }
}

export const choir = asked({ what: 'choir' })
export const by = async (both: NeverDown): Promise<string> => (await both.search(choir)).by
/** Asks until somebody else answers; servers are looked at twice a second. */
export async function until(both: NeverDown, who: string): Promise<void> {
  const giveUp = performance.now() + SOON.timeout
  while ((await by(both)) !== who) {
    if (performance.now() > giveUp) throw new Error(`${who} does not answer`)
    await pause(50)
  }
}
