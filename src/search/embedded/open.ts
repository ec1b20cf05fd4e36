/**
 * The embedded engine: an index file in a folder of its own, and columns in this process. Any number of processes may
 * share the folder: each sees what another wrote at its next question, and one writes at a time.
 */
import { project } from '../../places/cells.ts'
import type { SearchDocument } from '../document.ts'
import type { EngineHealth, SearchEngine } from '../engine.ts'
import { settingsOf, type DocumentRules } from '../make-document.ts'
import { count } from './bits.ts'
import { build } from './build.ts'
import { openFile, printsOf } from './file.ts'
import { makeFiles } from './files.ts'
import { readingBy } from '../phrase-list.ts'
import { makeReader, type Reader } from './reader.ts'
import { mapPoints, search } from './search.ts'
import { suggest } from './suggest.ts'

/** How often a process looks whether another one swapped in a new index, milliseconds. */
const LOOK_EVERY = 200

/** `folder`: of the index files; made where it is not there, and nothing else may be in it. */
export function openEmbedded(folder: string, rules: DocumentRules): SearchEngine {
  const files = makeFiles(folder, settingsOf(rules))
  const phrases = readingBy(rules.taxonomy)
  const { confirmed_days, due_days } = rules.site.freshness
  const days = { confirmed: confirmed_days, due: due_days }
  let reader: Reader | null = null
  let path: string | null = null
  let broken: string | null = null
  let wiped = false
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
      broken = error instanceof Error ? error.message : String(error)
    }
  }
  const look = () => {
    looked = performance.now()
    const named = files.current()
    // Somebody took the files away: what is open goes on answering until another index is built.
    wiped = named === null
    const found = named ?? (reader ? path : files.older())
    if (found !== path) open(found)
  }
  /** The index as it is now; null where there is none, or none that can be read. */
  const current = (): Reader | null => {
    if (performance.now() - looked >= LOOK_EVERY) look()
    reader?.refresh()
    return reader
  }
  /** A damaged file is no index any more: nothing is found in it, and the follower builds another. */
  const asked = <T>(nothing: T, work: (it: Reader) => T): T => {
    try {
      const it = current()
      return it ? work(it) : nothing
    } catch (error) {
      if (!isDamage(error)) throw error
      broken = error instanceof Error ? error.message : String(error)
      reader?.file.close()
      reader = null
      return nothing
    }
  }
  const isOurs = (it: Reader) => !wiped && it.meta().settings === files.settings
  const applied = () => asked(-1, (it) => (isOurs(it) ? it.meta().applied : -1))
  return {
    name: 'embedded',
    search: async (query) =>
      asked({ hits: [], total: 0, facets: {}, widened: false, by: 'embedded' }, (it) => search(it, query)),
    points: async (query, limit) =>
      asked({ points: project([]), total: 0, listings: 0 }, (it) => mapPoints(it, query, limit)),
    suggest: async (what, limit) => asked([], (it) => suggest(it.file, what, limit)),
    applied: async () => applied(),
    prints: async () => asked(new Map<string, string>(), (it) => (isOurs(it) ? it.file.prints() : new Map())),
    printsOf,
    apply: async (documents, removed, upTo) => {
      const done = asked(false, (it) => isOurs(it) && applyTo(it, documents, removed, upTo))
      if (!done) throw new Error('there is no index to apply changes to: build it first')
      await reader?.keepPicture()
    },
    rebuild: async (batches, upTo) => {
      await build(files, batches, upTo)
      looked = -Infinity
      look()
      // Only now is the one let go that answered until here.
      files.tidy()
    },
    tidy: async () => files.tidy(),
    health: async (): Promise<EngineHealth> => {
      const documents = asked(0, (it) => count(it.columns.live))
      const upTo = applied()
      const why =
        broken ?? (reader ? (upTo < 0 ? 'built with other settings' : null) : 'there is no index yet')
      return { ok: why === null, applied: upTo, documents, why }
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
): boolean {
  try {
    if (it.file.write(documents, removed, upTo, it.vocabulary())) it.refresh(true)
    return true
  } catch (error) {
    it.forgetVocabulary()
    throw error
  }
}

/** SQLITE_IOERR, CORRUPT, CANTOPEN and NOTADB; and tables that are not there, as in a file that was emptied. */
function isDamage(error: unknown): boolean {
  const { errcode, message } = error as { errcode?: unknown; message?: unknown }
  if (typeof errcode !== 'number') return false
  return [10, 11, 14, 26].includes(errcode & 0xff) || /no such table/.test(String(message))
}
