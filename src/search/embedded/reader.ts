/** One index file as a process sees it: the columns, brought up to date by what other processes wrote. */
import { add, emptyBits, keep, setBit, type Bits, type Rows } from './bits.ts'
import { makeClocked, type Clocked } from './clocked.ts'
import { noColumns, putRow, type Columns } from './columns.ts'
import type { IndexFile, Meta } from './file.ts'
import type { WordIndex } from './match.ts'
import { WEEKDAYS } from '../../listings/session.ts'
import { TIMES_OF_DAY } from '../query.ts'
import type { Phrases } from '../phrases.ts'
import { isFirstPick, rowsWith } from './picks.ts'
import { ageSet } from './filters.ts'
import type { StandingDays } from './worth.ts'
import { makeWordSets } from './word-sets.ts'
import { makeVocabulary, type Vocabulary } from '../spelling.ts'

/**
 * Another picture of the columns is taken when so many rows are newer than the last one, or a tenth of all: reading them
 * one by one takes 10 µs each at the next start, a picture of 100,000 rows 60 ms of whoever writes.
 */
const PICTURE_AFTER = 2000
const PICTURE_SHARE = 0.1

export type Reader = {
  file: IndexFile
  columns: Columns
  clocked: Clocked
  words: WordIndex
  /** Room for the rows found and their keys, used anew by each question: a fresh megabyte each time is work for nothing. */
  room(rows: number): { rows: Int32Array; keys: Float64Array }
  /** Room for a number a row, used anew by each question likewise. */
  measured(): Float64Array
  meta(): Meta
  vocabulary(): Vocabulary
  /** The vocabulary learned words that were then not written. */
  forgetVocabulary(): void
  /** Takes in what was written since; `force` where this process wrote it. Cheap where nothing was. */
  refresh(force?: boolean): void
  /** Makes the next start quick, where much was written since the last time. */
  keepPicture(): Promise<void>
}

export function makeReader(file: IndexFile, phrases: Phrases, days: StandingDays): Reader {
  let meta = file.meta()
  const pictured = file.picture()
  const columns = pictured ?? noColumns()
  const clocked = makeClocked(columns, days)
  let vocabulary: Vocabulary | null = null
  let wordsSeq = -1
  const sets = makeWordSets(file, columns)
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
  /** Rows that a new process would have to read one by one. */
  let newer = 0
  const pull = (since: number) => {
    const rows = file.newer(since)
    for (const { row, document } of rows) putRow(columns, row, document)
    clocked.touch(rows.map(({ row }) => row))
    sets.touch(rows.map(({ row }) => row))
    newer += rows.length
  }
  pull(pictured ? meta.pictured : -1)
  let walked = { seq: -1, room: 0, sets: new Map<string, Bits>() }
  /** Sets that take a walk over all rows, kept until something changes. */
  const walk = (name: string, read: () => Bits): Bits => {
    if (walked.seq !== meta.seq || walked.room !== columns.live.length)
      walked = { seq: meta.seq, room: columns.live.length, sets: new Map() }
    const known = walked.sets.get(name) ?? read()
    walked.sets.set(name, known)
    return known
  }
  const rows = (form: string) => sets.get('words', quoted(form))
  // What nobody has anywhere nobody has in a name: half of what is looked for is in no listing, and each look costs 20 µs.
  const labelled = (form: string) => (rows(form).length === 0 ? NOBODY : sets.get('labels', quoted(form)))
  let spare = { rows: new Int32Array(0), keys: new Float64Array(0) }
  let measured = new Float64Array(0)
  return {
    measured() {
      if (measured.length < columns.room) measured = new Float64Array(columns.room)
      return measured
    },
    room(rows) {
      if (spare.rows.length < rows)
        spare = { rows: new Int32Array(columns.room), keys: new Float64Array(columns.room) }
      return spare
    },
    file,
    columns,
    clocked,
    meta: () => meta,
    vocabulary: learn,
    forgetVocabulary: () => void (vocabulary = null),
    refresh(force = false) {
      if (!file.changed() && !force) return
      const before = meta
      meta = file.meta()
      if (meta.pictured !== before.pictured) newer = 0
      if (meta.seq !== before.seq) pull(before.seq)
    },
    async keepPicture() {
      if (newer <= Math.max(PICTURE_AFTER, columns.last * PICTURE_SHARE)) return
      newer = 0
      await file.takePicture(columns, meta.seq)
    },
    words: {
      rows,
      named: (form) =>
        labelled(form).length === 0 ? NOBODY : sets.get('labels', `{name} : ${quoted(form)}`),
      labelled,
      having({ facet, id }) {
        if (facet === 'age') return walk(`age ${id}`, () => ofAge(columns, Number(id)))
        if (facet === 'meets') return walk(`meets ${id}`, () => rowsMeeting(columns, id))
        return rowsWith(columns.picks, facet, id)
      },
      isMain: (row, { facet, id }) =>
        facet === 'age' || facet === 'meets' || isFirstPick(columns.picks, row, facet, id),
      forFew: () => walk('few', () => rowsForFew(columns, phrases)),
      get live() {
        return columns.live
      },
      phrases,
      vocabulary: learn,
    },
  }
}

const NOBODY: Rows = new Int32Array(0)

function ofAge(columns: Columns, age: number): Bits {
  const rows = ageSet(columns, age)
  keep(rows, columns.live)
  return rows
}

/** Rows that run on a weekday, or in a part of the day, at any time. */
function rowsMeeting({ slots, room }: Columns, id: string): Bits {
  const rows = emptyBits(room)
  const day = WEEKDAYS.findIndex((it) => it === id)
  const part = TIMES_OF_DAY.findIndex((it) => it === id)
  for (let at = 0; at < slots.used; at++) {
    const row = slots.row[at] ?? 0
    const runsThen = day >= 0 ? slots.weekday[at] === day : (((slots.parts[at] ?? 0) >> part) & 1) === 1
    if (row > 0 && runsThen) setBit(rows, row)
  }
  return rows
}

/** Rows that are for particular people. */
function rowsForFew({ picks, room }: Columns, { isForFew }: Phrases): Bits {
  const rows = emptyBits(room)
  for (const { facet, id, rows: having } of picks.choices)
    if (facet === 'who' && isForFew(id)) add(rows, having)
  return rows
}

/** In the language of FTS5. Forms hold letters, digits and blanks only, and are quoted all the same. */
const quoted = (form: string): string => `"${form.replaceAll('"', '')}"`
