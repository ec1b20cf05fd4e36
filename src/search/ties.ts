/** What parts listings that are equal by everything else: name, then id. Numbers, so that any engine can keep and sort them. */
import { wordsOf } from './words.ts'

/** Letters of a name that its order is read from: as many as fit a number exactly (37^10 < 2^53). */
const NAME_LETTERS = 10
const SIGNS = ' 0123456789abcdefghijklmnopqrstuvwxyz'

export function nameKey(name: string): number {
  const letters = wordsOf(name).join(' ').padEnd(NAME_LETTERS)
  let key = 0
  for (let i = 0; i < NAME_LETTERS; i++)
    key = key * SIGNS.length + Math.max(0, SIGNS.indexOf(letters.charAt(i)))
  return key
}

/** FNV-1a twice, 53 bits: ids that look alike fall far apart, the same on every machine. The first 32 are hashOf of fairness.ts. */
export function idKey(id: string): number {
  let low = 0x811c9dc5
  let high = 0x9dc5811c
  for (let i = 0; i < id.length; i++) {
    low = Math.imul(low ^ id.charCodeAt(i), 0x01000193)
    high = Math.imul(high ^ id.charCodeAt(i), 0x01000197)
  }
  return (low >>> 0) * 0x200000 + (high >>> 11)
}
