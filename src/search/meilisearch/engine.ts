/**
 * A Meilisearch server as an engine that answers, with a key that may search and nothing else. Who writes its index is
 * write.ts, with another key and in another process.
 */
import type { Answering, EngineHealth } from '../engine.ts'
import { EngineFailure } from '../failure.ts'
import type { DocumentRules } from '../make-document.ts'
import { readingBy } from '../phrase-list.ts'
import { meiliClient, type Server } from './client.ts'
import { shapeOf } from './documents.ts'
import { exists } from './filter.ts'
import type { Found } from './found.ts'
import { mapPoints } from './points.ts'
import { search, type Asking } from './search.ts'
import { sender } from './send.ts'
import { hashOf } from './shape.ts'
import { suggest } from './suggest.ts'

/** What is asked rejects with an EngineFailure. An index that was made otherwise than by these rules answers nobody. */
export function openMeilisearch(server: Server, rules: DocumentRules): Answering {
  const shape = shapeOf(rules)
  const send = sender(meiliClient(server), shape.index)
  const hash = hashOf(shape)
  const { confirmed_days, due_days } = rules.site.freshness
  const asking: Asking = {
    send,
    phrases: readingBy(rules.taxonomy),
    days: { confirmed: confirmed_days, due: due_days },
    distances: { miles: [] },
  }
  /** What the index says of itself; null: nothing, so it is not ours. */
  const meta = async (signal?: AbortSignal): Promise<Found | null> => {
    const question = {
      filter: [exists('applied')],
      attributesToRetrieve: ['applied', 'settings', 'listings'],
      hitsPerPage: 1,
    }
    const [answer] = await send([question], signal)
    return answer?.hits[0] ?? null
  }
  return {
    search: (query, signal) => search(asking, query, signal),
    points: (query, limit, signal) => mapPoints(asking, query, limit, signal),
    suggest: (what, limit, signal) => suggest(send, what, limit, signal),
    async applied(signal) {
      const found = await meta(signal)
      return found?.settings === hash ? (found.applied ?? -1) : -1
    },
    async health(): Promise<EngineHealth> {
      try {
        const found = await meta()
        const isOurs = found?.settings === hash
        const applied = isOurs ? (found.applied ?? -1) : -1
        const why = found === null ? 'there is no index yet' : isOurs ? null : 'built with other settings'
        return { ok: why === null, applied, documents: isOurs ? (found.listings ?? 0) : 0, why }
      } catch (error) {
        const why = error instanceof EngineFailure ? error.message : 'it broke off'
        return { ok: false, applied: -1, documents: 0, why }
      }
    },
    close: () => undefined,
  }
}
