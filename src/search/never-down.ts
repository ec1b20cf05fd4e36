/**
 * Search that is never down: search servers answer, and the embedded index stands by. A question is put to a server that
 * is up, has our settings and keeps up with the store; where none is, or it fails or takes too long, the embedded index
 * answers the same question. Who may answer is looked at beside the questions, never while one waits.
 */
import type { Answering } from './engine.ts'
import { pageLeft } from './page-time.ts'
import type { FailureKind } from './failure.ts'
import { SERVER_MS, searchServer, type SearchServer, type Why } from './search-server.ts'
import { spokenOf, type Said } from './spoken.ts'
import { seenAlso, type Seen } from './up-to-date.ts'
import type { ChangeFeed } from './change-feed.ts'

/** How often servers are looked at. Milliseconds. */
const LOOK_MS = 500
/**
 * Points of the map that a server is asked for: it unpacks each, which takes seconds for a whole country. Where there are
 * more, the embedded index gives them all, in milliseconds.
 */
const SERVER_POINTS = 2000
/** With less time left a server is not asked any more. Milliseconds. */
const TOO_LATE_MS = 50

/**
 * `number`: its place in MEILI_URL, from 1; addresses are nobody's business. `why` null: it answers. `failing`: how it
 * failed at the last question, where it has answered no search since.
 */
export type ServerState = {
  number: number
  answers: boolean
  why: Why | null
  failed: number
  failing: FailureKind | null
}
type Say = (number: number, said: Said) => void

export type NeverDown = Answering & {
  /** From now on servers are looked at, and asked; until then the embedded index answers. */
  start(): void
  servers(): ServerState[]
}

export function neverDown(
  engines: readonly Answering[],
  embedded: Answering,
  feed: Pick<ChangeFeed, 'lastChange'>,
  say: Say = () => undefined,
  clock: () => number = () => performance.now(),
): NeverDown {
  const servers = engines.map((engine) => searchServer(engine, clock))
  const spoken = servers.map((server, i) => spokenOf(server, (it) => say(i + 1, it), clock))
  let seen: Seen = []
  let timer: NodeJS.Timeout | null = null
  let turn = 0

  const store = async (): Promise<Seen> => {
    try {
      const last = await feed.lastChange()
      seen = seenAlso(seen, clock(), last)
    } catch {
      // The store cannot be read just now: servers are judged by what was seen of it last.
    }
    return seen
  }
  const look = (): void => servers.forEach((server, i) => void server.look(store).then(() => spoken[i]?.()))

  /** Of those that may answer the one with the least to do; of equals each in its turn. */
  const next = (tried: ReadonlySet<SearchServer>): SearchServer | null => {
    turn++
    let best: SearchServer | null = null
    for (let i = 0; i < servers.length; i++) {
      const server = servers[(turn + i) % servers.length]
      if (server === undefined || tried.has(server) || !server.mayAnswer()) continue
      if (best === null || server.waiting() < best.waiting()) best = server
    }
    return best
  }

  const ask = async <T>(
    work: (engine: Answering, signal?: AbortSignal) => Promise<T>,
    isNothing: (answer: T) => boolean,
    isSearch = true,
  ): Promise<T> => {
    const ends = clock() + Math.min(SERVER_MS, pageLeft())
    const tried = new Set<SearchServer>()
    for (let left = ends - clock(); left > TOO_LATE_MS; left = ends - clock()) {
      const server = next(tried)
      if (server === null) break
      tried.add(server)
      const answer = await server.ask(work, left, isSearch).then(
        (value) => ({ value }),
        () => null,
      )
      if (answer === null) continue
      if (!isNothing(answer.value)) return answer.value
      // "Nothing found" is the one answer that a wiped index gives to everybody: the other one is heard before it is believed.
      const own = await work(embedded)
      return isNothing(own) ? answer.value : own
    }
    return work(embedded)
  }

  return {
    search: (query) =>
      ask(
        (it, signal) => it.search(query, signal),
        ({ total }) => total === 0,
      ),
    async points(query, limit) {
      const few = Math.min(limit, SERVER_POINTS)
      const found = await ask(
        (it, signal) => it.points(query, it === embedded ? limit : few, signal),
        ({ total }) => total === 0,
      )
      const isAll = found.points.at.length >= Math.min(found.total, limit)
      return isAll ? found : embedded.points(query, limit)
    },
    suggest: (what, limit) =>
      ask(
        (it, signal) => it.suggest(what, limit, signal),
        (all) => all.length === 0,
        false,
      ),
    // Whoever answers has at least this: what is kept by this number is never newer than it says.
    applied: async () =>
      Math.min(await embedded.applied(), ...servers.filter((it) => it.mayAnswer()).map((it) => it.applied())),
    health: () => embedded.health(),
    start() {
      timer ??= setInterval(look, LOOK_MS).unref()
      look()
    },
    servers: () =>
      servers.map((it, i) => ({
        number: i + 1,
        answers: it.mayAnswer(),
        why: it.why(),
        failed: it.failed(),
        failing: failingNow(it),
      })),
    close() {
      if (timer) clearInterval(timer)
      timer = null
      embedded.close()
      for (const server of servers) server.close()
    },
  }
}

function failingNow(server: SearchServer): FailureKind | null {
  const failing = server.failing()
  return failing === null || failing.isOver ? null : failing.why
}
