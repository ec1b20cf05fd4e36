/** What identifies a row of a source from run to run. */
import { createHash } from 'node:crypto'
import type { Cleaner } from '../transforms/cell.ts'

/** Characters. A longer key is kept as its hash: databases limit what they index. */
const LONGEST_KEY = 200

/** Letters and digits only, small: "M33 2AB" and "m332ab" are one. */
const folded = (text: string): string => {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
const ASCII = /^[\n -~]*$/

/** A key as it can be kept. */
export const keyText = (key: string): string =>
  key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex')

/** Cells of the key columns as one text; empty where all of them are. */
export function keyOf(columns: readonly number[], clean: Cleaner): (cells: readonly string[]) => string {
  return (cells) => {
    const parts = columns.map((at) => (at < 0 ? '' : folded(clean(cells[at] ?? ''))))
    if (parts.every((part) => part === '')) return ''
    return keyText(parts.join('|'))
  }
}
