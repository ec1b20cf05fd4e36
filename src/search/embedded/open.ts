/**
 * The embedded engine: an index file in a folder of its own, and columns in this process. Any number of processes may
 * share the folder: each sees what another wrote at its next question, and one writes at a time.
 */
import type { SearchDocument } from '../document.ts'
import type { EngineHealth, SearchEngine } from '../engine.ts'
import { phraseList, settingsOf, type DocumentRules } from '../make-document.ts'
import { count } from './bits.ts'
import { build } from './build.ts'
import { openFile } from './file.ts'
import { makeFiles } from './files.ts'
import { makePhrases } from './phrases.ts'
import { makeReader, type Reader } from './reader.ts'
import { mapPoints, search } from './search.ts'
import { suggest } from './suggest.ts'

/** How often a process looks whether another one swapped in a new index, milliseconds. */
const LOOK_EVERY = 200

/** `folder`: of the index files; made where it is not there, and nothing else may be in it. */
export function openEmbedded(folder: string, rules: DocumentRules): SearchEngine {
  const files = makeFiles(folder, settingsOf(rules))
  const phrases = makePhrases(phraseList(rules.taxonomy))
  const { confirmed_days, due_days } = rules.site.freshness
  const days = { confirmed: confirmed_days, due: due_days }
  let reader: Reader | null = null
  let path: string | null = null
  let broken: string | null = null
  let looked = -Infinity

  const open = (found: string | null) => {
    reader?.file.close()
    reader = null
    path = found
    if (!found) return
    try {
      reader = makeReader(openFile(found), phrases, days)
      broken = null
    } catch (error) {
      broken = String(error)
    }
  }
  const look = () => {
    looked = performance.now()
    const found = files.current() ?? (reader && path ? path : files.older())
    if (found !== path) open(found)
  }
  /** The index as it is now; null where there is none, or none that can be read. */
  const current = (): Reader | null => {
    if (performance.now() - looked >= LOOK_EVERY) look()
    if (reader) guarded(() => reader?.refresh())
    return reader
  }
  /** A damaged file is no index any more: it is left behind, and the follower builds another. */
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) {
        broken = String(error)
        reader?.file.close()
        reader = null
      }
      throw error
    }
  }
  const ours = (): Reader | null => {
    const it = current()
    return it && it.meta().settings === files.settings ? it : null
  }
  return {
    name: 'embedded',
    search: async (query) => {
      const it = current()
      return it ? guarded(() => search(it, query)) : { hits: [], total: 0, facets: {}, widened: false }
    },
    points: async (query, limit) => {
      const it = current()
      return it ? guarded(() => mapPoints(it, query, limit)) : { points: [], total: 0 }
    },
    suggest: async (what, limit) => {
      const it = current()
      return it ? guarded(() => suggest(it.file, what, limit)) : []
    },
    applied: async () => ours()?.meta().applied ?? -1,
    holds: async (ids) => ours()?.file.holds(ids) ?? new Set(),
    apply: async (documents, removed, upTo) => {
      const it = ours()
      if (!it) throw new Error('there is no index to apply changes to: build it first')
      guarded(() => applyTo(it, documents, removed, upTo))
    },
    rebuild: async (batches, upTo) => {
      await build(files, batches, upTo)
      looked = -Infinity
      look()
    },
    health: async (): Promise<EngineHealth> => {
      const it = current()
      const applied = ours()?.meta().applied ?? -1
      const documents = it ? count(it.columns.live) : 0
      const why =
        broken ?? (it ? (applied < 0 ? 'built with other settings' : null) : 'there is no index yet')
      return { ok: why === null, applied, documents, why }
    },
    close: () => {
      reader?.file.close()
      reader = null
    },
  }
}

function applyTo(
  it: Reader,
  documents: readonly SearchDocument[],
  removed: readonly string[],
  upTo: number,
): void {
  try {
    if (it.file.write(documents, removed, upTo, it.vocabulary())) it.refresh(true)
  } catch (error) {
    it.forgetVocabulary()
    throw error
  }
}

/** SQLITE_CORRUPT, SQLITE_NOTADB and what a file that was cut or taken away gives. */
function isDamage(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' && [10, 11, 14, 26].includes(code & 0xff)
}
