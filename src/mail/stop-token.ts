/**
 * The token in a link that ends a kind of letter: it names the kind and the hash of the address, and a signature makes it
 * ours. It never runs out and works any number of times, as programs that read mail press such links by themselves.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { hashOfAddress } from '../store/mail/address-hash.ts'
import type { Stopped } from '../store/mail/stopped.ts'

/** Characters of base64url kept of the signature: 132 bits. */
const SIGNED = 22

const signed = (said: string, secret: string): string =>
  createHmac('sha256', secret).update(`stop ${said}`).digest('base64url').slice(0, SIGNED)

export function stopToken({ to, kind }: { to: string; kind: string }, secret: string): string {
  const said = `${kind}.${hashOfAddress(to)}`
  return `${said}.${signed(said, secret)}`
}

/** null: it is none of ours. */
export function readStopToken(token: string, secret: string): Stopped | null {
  const read = /^([a-z][a-z-]{0,40})\.([\w-]{43})\.([\w-]{22})$/.exec(token)
  const [, kind, address, signature] = read ?? []
  if (kind === undefined || address === undefined || signature === undefined) return null
  const ours = signed(`${kind}.${address}`, secret)
  return timingSafeEqual(Buffer.from(ours), Buffer.from(signature)) ? { kind, address } : null
}

export const stopPath = (given: { to: string; kind: string }, secret: string): string =>
  `/mail/stop/${stopToken(given, secret)}`
