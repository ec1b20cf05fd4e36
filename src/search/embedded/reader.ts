/** One index file as a process sees it: the columns, brought up to date by what other processes wrote. */
import { emptyBits, setBit, type Bits } from './bits.ts'
import { makeClocked, type Clocked } from './clocked.ts'
import { noColumns, putRow, type Columns } from './columns.ts'
import type { IndexFile, Meta } from './file.ts'
import type { WordIndex } from './match.ts'
import type { Phrases } from './phrases.ts'
import { rowsWith } from './picks.ts'
import type { StandingDays } from './worth.ts'
import { makeVocabulary, type Vocabulary } from './spelling.ts'

/** Sets of words kept: a set of 100,000 rows takes 12.5 KB. */
const KEPT_BYTES = 16 * 2 ** 20
/** Rows newer than the picture of the columns at which another is taken: reading them takes 20 ms at a start. */
const PICTURE_AFTER = 5000

/** Words that nobody has are asked for often, and need no room. */
const NOBODY = emptyBits(0)

export type Reader = {
  file: IndexFile
  columns: Columns
  clocked: Clocked
  words: WordIndex
  meta(): Meta
  vocabulary(): Vocabulary
  /** The vocabulary learned words that were then not written. */
  forgetVocabulary(): void
  /** Takes in what was written since; `force` where this process wrote it. Cheap where nothing was. */
  refresh(force?: boolean): void
}

export function makeReader(file: IndexFile, phrases: Phrases, days: StandingDays): Reader {
  let meta = file.meta()
  const pictured = file.picture()
  const columns = pictured ?? noColumns()
  const clocked = makeClocked(columns, days)
  let vocabulary: Vocabulary | null = null
  let wordsSeq = -1
  const sets = makeKept()
  const learn = (): Vocabulary => {
    vocabulary ??= fresh()
    if (wordsSeq < meta.seq) for (const word of file.newerWords(wordsSeq)) vocabulary.add(word)
    wordsSeq = meta.seq
    return vocabulary
  }
  const fresh = (): Vocabulary => {
    const empty = makeVocabulary()
    wordsSeq = -1
    for (const word of phrases.vocabulary) empty.add(word)
    return empty
  }
  const pull = (since: number) => {
    const rows = file.newer(since)
    for (const { row, document } of rows) putRow(columns, row, document)
    clocked.touch(rows.map(({ row }) => row))
    sets.clear()
    if (meta.seq >= 0 && rows.length > PICTURE_AFTER) file.takePicture(columns)
  }
  pull(pictured ? meta.pictured : -1)
  const bits = (rows: readonly number[]): Bits => {
    if (rows.length === 0) return NOBODY
    const set = emptyBits(columns.room)
    for (const row of rows) setBit(set, row)
    return set
  }
  return {
    file,
    columns,
    clocked,
    meta: () => meta,
    vocabulary: learn,
    forgetVocabulary: () => void (vocabulary = null),
    refresh(force = false) {
      if (!file.changed() && !force) return
      const before = meta.seq
      meta = file.meta()
      if (meta.seq !== before) pull(before)
    },
    words: {
      rows: (expression) => sets.get(expression, () => bits(file.rows(expression))),
      named: (expression) => sets.get(`name ${expression}`, () => bits(file.named(expression))),
      labelled: (expression) => sets.get(`label ${expression}`, () => bits(file.labelled(expression))),
      having: ({ facet, id }) => rowsWith(columns.picks, facet, id),
      get live() {
        return columns.live
      },
      phrases,
      vocabulary: learn,
    },
  }
}

/** Sets looked up lately, the oldest thrown out first. */
function makeKept() {
  const kept = new Map<string, Bits>()
  let bytes = 0
  return {
    get(key: string, make: () => Bits): Bits {
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const made = make()
      kept.set(key, made)
      bytes += made.byteLength
      for (const [oldest, set] of kept) {
        if (bytes <= KEPT_BYTES) break
        kept.delete(oldest)
        bytes -= set.byteLength
      }
      return made
    },
    clear() {
      kept.clear()
      bytes = 0
    },
  }
}
