/** Codes of an app on the phone: RFC 6238 with what every such app does, SHA-1, six digits, half a minute. */
import { createHmac, randomBytes } from 'node:crypto'

const STEP_MS = 30_000
/** Phones are not always on time: the code before and the one after are as good. Steps. */
const DRIFT = 1
/** Bytes of chance, as RFC 4226 asks for. */
const SECRET_BYTES = 20
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** As apps take it: 32 letters and digits. */
export function newSecret(): string {
  let [bits, word] = ['', '']
  for (const byte of randomBytes(SECRET_BYTES)) bits += byte.toString(2).padStart(8, '0')
  for (let at = 0; at < bits.length; at += 5)
    word += LETTERS[Number.parseInt(bits.slice(at, at + 5), 2)] ?? ''
  return word
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / STEP_MS)

export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The half minute a code is of, later than `after`, the last one used; null: it is wrong, old, or was used. */
export function stepOf(secret: string, code: string, now: Date, after: number): number | null {
  const here = stepAt(now)
  for (let step = here - DRIFT; step <= here + DRIFT; step++)
    if (step > after && codeOf(secret, step) === code) return step
  return null
}

/** What an app on the same phone opens. */
export const appAddress = (secret: string, site: string, email: string): string =>
  `otpauth://totp/${encodeURIComponent(site)}:${encodeURIComponent(email)}?secret=${secret}&issuer=${encodeURIComponent(site)}`
