/** Sets of rows as bits in 32-bit words: an AND of two sets of 100,000 rows takes 3,125 steps. */
import { bitCount } from '../bit-count.ts'

export type Bits = Uint32Array<ArrayBuffer>

const wordsFor = (rows: number): number => (rows + 31) >>> 5
export const emptyBits = (rows: number): Bits => new Uint32Array(wordsFor(rows))
export const hasBit = (bits: Bits, row: number): boolean =>
  (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

export function setBit(bits: Bits, row: number): void {
  const at = row >>> 5
  bits[at] = (bits[at] ?? 0) | (1 << (row & 31))
}

export function clearBit(bits: Bits, row: number): void {
  const at = row >>> 5
  bits[at] = (bits[at] ?? 0) & ~(1 << (row & 31))
}

/** Keeps in `into` what is in `other` too; what lies beyond the end of `other` goes. */
export function keep(into: Bits, other: Bits): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) & (other[i] ?? 0)
}

export function add(into: Bits, other: Bits): void {
  const length = Math.min(into.length, other.length)
  for (let i = 0; i < length; i++) into[i] = (into[i] ?? 0) | (other[i] ?? 0)
}

/** A set of few rows as a list of them, which takes less room and less time to add up. */
export type Few = Int32Array
export type Rows = Bits | Few

export function addRows(into: Bits, rows: Rows): void {
  if (rows instanceof Uint32Array) return add(into, rows)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] ?? 0
    const at = row >>> 5
    if (at < into.length) into[at] = (into[at] ?? 0) | (1 << (row & 31))
  }
}

export const countRows = (rows: Rows): number => (rows instanceof Uint32Array ? count(rows) : rows.length)

export function without(bits: Bits, other: Bits): Bits {
  const left = bits.slice()
  const length = Math.min(bits.length, other.length)
  for (let i = 0; i < length; i++) left[i] = (left[i] ?? 0) & ~(other[i] ?? 0)
  return left
}

export function count(bits: Bits): number {
  let total = 0
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i] ?? 0
    if (word !== 0) total += bitCount(word)
  }
  return total
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false
  return true
}

/** The rows of a set, in rising order. `into`: room to write them to, where the caller has it. */
export function rowsOf(bits: Bits, total = count(bits), into?: Int32Array): Int32Array {
  const rows = into?.subarray(0, total) ?? new Int32Array(total)
  let n = 0
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0
    while (word !== 0) {
      const low = word & -word
      rows[n++] = (i << 5) + 31 - Math.clz32(low)
      word ^= low
    }
  }
  return rows
}

/** Which words of a set are not empty: counting a small set against many others skips the rest. */
export function filledWords(bits: Bits): Int32Array {
  const filled = new Int32Array(bits.length)
  let n = 0
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) filled[n++] = i
  return filled.subarray(0, n)
}

/** How many rows two sets share; `filled` is filledWords of the first. */
export function shared(bits: Bits, filled: Int32Array, other: Bits): number {
  let total = 0
  for (let k = 0; k < filled.length; k++) {
    const i = filled[k] ?? 0
    const word = (bits[i] ?? 0) & (other[i] ?? 0)
    if (word !== 0) total += bitCount(word)
  }
  return total
}

/** The same set with room for more rows. */
export function grownBits(bits: Bits, rows: number): Bits {
  const grown = emptyBits(rows)
  grown.set(bits)
  return grown
}
