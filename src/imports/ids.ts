/** Ids for what an import makes: UUIDs that grow with time, so that 100,000 of them are written one after the other. */
import { randomFillSync } from 'node:crypto'

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
const BYTES = Array.from({ length: 256 }, (_, byte) => hex(byte, 2))
const random = new Uint8Array(10 * 512)
let used = random.length

/** A UUID of version 7 (RFC 9562): milliseconds of `now`, a count within this maker, and 62 random bits. */
export function idMaker(now: Date): () => string {
  const time = hex(now.getTime(), 12)
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7`
  let count = 0
  return () => {
    if (used + 10 > random.length) {
      randomFillSync(random)
      used = 0
    }
    let tail = ''
    for (let i = 0; i < 8; i++) tail += BYTES[random[used++] ?? 0]
    // Twelve bits hold 4,096 ids in order; after those the time's last digits go on.
    const at = count++
    const first = hex(at & 0xfff, 3)
    const later = at > 0xfff ? hex((now.getTime() + (at >> 12)) % 0x1_0000_0000_0000, 12) : time
    const start = at > 0xfff ? `${later.slice(0, 8)}-${later.slice(8)}-7` : head
    const variant = hex(0x80 | ((random[used - 1] ?? 0) & 0x3f), 2)
    return `${start}${first}-${variant}${tail.slice(0, 2)}-${tail.slice(2, 14)}`
  }
}
