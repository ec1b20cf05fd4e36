/** Six-digit codes: how they are made, read, and kept so that the database alone gives none of them away. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** How long a code can be typed in. Milliseconds. */
export const CODE_MS = 10 * 60_000
/** Wrong codes that are borne; then that one code is dead, and a new one can be asked for at once. */
export const TRIES_MOST = 5
/** The browser that asked is known for longer than the code works, so that a late one can be told why. Seconds. */
export const ASKING_SECONDS = 3600

const DIGITS = 6
/** Bytes of chance that bind a code to the browser that asked: 256 bits. */
const NONCE_BYTES = 32

export const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64url')
export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** How the browser's secret is looked up. */
export const nonceHash = (nonce: string): string => createHash('sha256').update(nonce).digest('hex')

/** A code can be guessed from its hash; not without the secret, which only the browser has. */
export const codeHash = (nonce: string, code: string): string =>
  createHmac('sha256', nonce).update(code).digest('hex')

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** "123 456", "123-456" and "１２３４５６" are one code; null where it is none. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}.]/gu, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
