/** Rows of words asked for lately, kept from question to question and put right when rows change. */
import { clearBit, emptyBits, setBit, type Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import type { IndexFile, WordTable } from './file.ts'

/** Room for sets: one of 100,000 rows takes 12.5 KB. */
const KEPT_BYTES = 16 * 2 ** 20
/** Rows changed since a set was read, up to which it is put right row by row (12 µs each) and not read again. */
const MENDED = 40

export type WordSets = {
  /** Never written to by who asks. */
  get(table: WordTable, expression: string): Bits
  touch(rows: readonly number[]): void
}

/** `asOf`: how many changes it knows of. */
type Set_ = { bits: Bits; asOf: number }

/** Words that nobody has are asked for often, and need no room. */
const NOBODY = emptyBits(0)

export function makeWordSets(file: IndexFile, columns: Columns): WordSets {
  const kept = new Map<string, Set_>()
  let bytes = 0
  let changed: number[] = []
  let room = columns.room

  const forget = () => {
    kept.clear()
    bytes = 0
    changed = []
    room = columns.room
  }
  const read = (table: WordTable, expression: string): Bits => {
    let bits: Bits | null = null
    file.eachRow(table, expression, (row) => setBit((bits ??= emptyBits(columns.room)), row))
    return bits ?? NOBODY
  }
  const mend = (set: Set_, table: WordTable, expression: string) => {
    for (const row of changed.slice(set.asOf)) {
      const matches = file.matches(table, expression, row)
      if (matches && set.bits === NOBODY) set.bits = emptyBits(columns.room)
      if (matches) setBit(set.bits, row)
      else clearBit(set.bits, row)
    }
    set.asOf = changed.length
  }
  const makeRoom = (wanted: number) => {
    bytes += wanted
    for (const [oldest, { bits }] of kept) {
      if (bytes <= KEPT_BYTES) break
      kept.delete(oldest)
      bytes -= bits.byteLength
    }
  }
  return {
    get(table, expression) {
      const key = `${table} ${expression}`
      const known = kept.get(key)
      // What is asked for moves to the end: the oldest stands first and goes first.
      if (known) kept.delete(key)
      const set = known ?? { bits: read(table, expression), asOf: changed.length }
      if (!known) makeRoom(set.bits.byteLength)
      else if (set.asOf < changed.length) mend(set, table, expression)
      kept.set(key, set)
      return set.bits
    },
    touch(rows) {
      changed.push(...rows)
      if (changed.length > MENDED || columns.room !== room) forget()
    },
  }
}
