/** Rows of words asked for lately, kept from question to question and put right when rows change. */
import { addRows, clearBit, emptyBits, rowsOf, setBit, type Few, type Rows } from './bits.ts'
import type { Columns } from './columns.ts'
import type { IndexFile, WordTable } from './file.ts'
import { grownColumn } from './grown-column.ts'

/** Room for sets, bytes: a common word of 100,000 rows takes 12.5 KB, a rare one 4 bytes a row. */
const KEPT_BYTES = 16 * 2 ** 20
/** What a set takes besides its rows, about: its words and its place among the others. Bytes. */
const EACH = 300
/** Rows changed since a set was read, up to which it is put right row by row (12 µs each) and not read again. */
const MENDED = 40

type WordSets = {
  /** Never written to by who asks. */
  get(table: WordTable, expression: string): Rows
  touch(rows: readonly number[]): void
}

/** `asOf`: how many changes it knows of. */
type Set_ = { rows: Rows; asOf: number }

export function makeWordSets(file: IndexFile, columns: Columns): WordSets {
  const kept = new Map<string, Set_>()
  let bytes = 0
  let changed: number[] = []
  let room = columns.room
  let found: Few = new Int32Array(1024)

  const forget = () => {
    kept.clear()
    bytes = 0
    changed = []
    room = columns.room
  }
  const read = (table: WordTable, expression: string): Rows => {
    let n = 0
    file.eachRow(table, expression, (row) => {
      if (n === found.length) found = grownColumn(found, n * 2)
      found[n++] = row
    })
    return compact(found.subarray(0, n), columns.room)
  }
  const mend = (set: Set_, table: WordTable, expression: string) => {
    const bits = emptyBits(columns.room)
    addRows(bits, set.rows)
    for (const row of changed.slice(set.asOf))
      if (file.matches(table, expression, row)) setBit(bits, row)
      else clearBit(bits, row)
    bytes -= set.rows.byteLength
    set.rows = compact(rowsOf(bits), columns.room)
    bytes += set.rows.byteLength
    set.asOf = changed.length
  }
  const makeRoom = (wanted: number) => {
    bytes += wanted
    for (const [oldest, { rows }] of kept) {
      if (bytes <= KEPT_BYTES) break
      kept.delete(oldest)
      bytes -= rows.byteLength + EACH
    }
  }
  return {
    get(table, expression) {
      const key = `${table} ${expression}`
      const known = kept.get(key)
      // What is asked for moves to the end: the oldest stands first and goes first.
      if (known) kept.delete(key)
      const set = known ?? { rows: read(table, expression), asOf: changed.length }
      if (!known) makeRoom(set.rows.byteLength + EACH)
      else if (set.asOf < changed.length) mend(set, table, expression)
      kept.set(key, set)
      return set.rows
    },
    touch(rows) {
      changed.push(...rows)
      if (changed.length > MENDED || columns.room !== room) forget()
    },
  }
}

/** Whatever takes less room, of rows in any order. */
function compact(rows: Few, room: number): Rows {
  const bits = emptyBits(room)
  if (rows.byteLength < bits.byteLength) return rows.slice()
  addRows(bits, rows)
  return bits
}
