/** What came of a fetch: bytes, nothing new, or one sentence on why not. */
import type { Lookup } from '../../network/pinned.ts'
import type { Limits } from './limits.ts'

/** Who asks, and what is allowed. Made by the house; `limits`, `lookup` and `sleep` only by tests. */
export type Fetching = {
  /** Names the program, the deployment and whom to write to. */
  userAgent: string
  /** Loopback and private networks as well: the setting ALLOW_PRIVATE_FEEDS. */
  allowPrivate: boolean
  limits?: Partial<Limits>
  lookup?: Lookup
  sleep?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
  /** Ends everything: the deadline of a whole feed. */
  signal?: AbortSignal
}

export const FAILURES = [
  /** The address itself cannot be used. */
  'address',
  /** It lies inside somebody's network. */
  'private',
  'no-such-host',
  /** It leads to another host, or from https to http, or in circles. */
  'redirect',
  /** Another answer than 200. */
  'status',
  'late',
  'large',
  'cut-off',
  /** Packed in a way that we do not know, or badly. */
  'packed',
  'network',
] as const

export type Failure = {
  is: 'failed'
  kind: (typeof FAILURES)[number]
  /** Of the last answer, where there was one. */
  status: number | null
  /** One sentence that names the address without what stands behind its "?". */
  why: string
}

/** Of a "200 OK". `type`: the media type without its parameters, in small letters; "": none was said. */
export type Page = { is: 'page'; bytes: Buffer; type: string; address: string }

export type Kept = {
  is: 'file'
  path: string
  bytes: number
  type: string
  /** To ask next time whether it has changed. */
  version: Version
}
/** Nothing changed since the version that was named. */
export type Unchanged = { is: 'unchanged' }
export type Version = { etag: string | null; lastModified: string | null }

/** As it may be shown and logged: what stands behind the "?" can be a key. */
export const shownAddress = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin + new URL(address).pathname : address.slice(0, 100)

export const failed = (
  kind: Failure['kind'],
  address: string,
  what: string,
  status: number | null = null,
): Failure => ({ is: 'failed', kind, status, why: `${shownAddress(address)} ${what}.` })
