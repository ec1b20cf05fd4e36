/** One question to one address, and its body as it comes: unpacked, counted and timed while it streams. */
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { codeOf, pinnedRequest, resolve } from '../../network/pinned.ts'
import { mayReach } from './address.ts'
import type { Limits } from './limits.ts'
import { failed, type Failure, type Fetching } from './outcome.ts'

/** What is done with a body. `unpacked`: takes it to its end; throws what its own side throws. */
export type Want<T> = {
  headers: Record<string, string>
  /** Bytes, unpacked. */
  most: number
  /** False: our own side failed, and asking again changes nothing. */
  again?: () => boolean
  take: (unpacked: AsyncIterable<Buffer>, response: IncomingMessage) => Promise<T>
}

export type Answer<T> =
  | { is: 'taken'; value: T }
  | { is: 'other'; status: number; location: string | null; retryAfter: string | null }
  | Failure

const UNPACK: { [encoding: string]: () => Transform } = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Never rejects, follows nothing, asks once. */
export async function askOnce<T>(
  url: URL,
  fetching: Fetching,
  limits: Limits,
  want: Want<T>,
): Promise<Answer<T>> {
  const { lookup } = fetching
  const resolved = await resolve(url, { mayReach: mayReach(fetching), timeout: limits.idleMs, lookup })
  if (resolved.is === 'private')
    return failed('private', url.href, 'lies inside a network that is not public, and is not asked')
  if (resolved.is === 'no-such-host') return failed('no-such-host', url.href, 'has a name that nobody knows')
  if (resolved.is === 'fault') return failed('network', url.href, `could not be looked up (${resolved.why})`)
  const watch = watchOver(url, fetching, limits)
  try {
    const response = await sent(url, resolved.address, fetching, want, watch)
    watch.heard()
    return await received(url, response, want, watch)
  } catch (error) {
    return watch.cut() ?? failureOf(url, error)
  } finally {
    watch.end()
  }
}

type Watch = {
  signal: AbortSignal
  heard: () => void
  stop: (failure: Failure) => void
  cut: () => Failure | null
  end: () => void
}

/** Ends the request after a silence, after its whole time, and when the feed's time is over. */
function watchOver(url: URL, { signal }: Fetching, { idleMs, bodyMs }: Limits): Watch {
  const control = new AbortController()
  let cut: Failure | null = null
  const stop = (failure: Failure): void => {
    cut ??= failure
    control.abort()
  }
  const seconds = (milliseconds: number): string => `${Math.max(1, Math.round(milliseconds / 1000))} seconds`
  const silent = (): void => stop(failed('late', url.href, `sent nothing for ${seconds(idleMs)}`))
  let idle = setTimeout(silent, idleMs)
  const whole = setTimeout(
    () => stop(failed('late', url.href, `was not done after ${seconds(bodyMs)}`)),
    bodyMs,
  )
  const over = (): void => stop(failed('late', url.href, 'was not done when the time of the feed was over'))
  if (signal?.aborted) over()
  signal?.addEventListener('abort', over)
  return {
    signal: control.signal,
    heard() {
      clearTimeout(idle)
      idle = setTimeout(silent, idleMs)
    },
    stop,
    cut: () => cut,
    end() {
      clearTimeout(idle)
      clearTimeout(whole)
      signal?.removeEventListener('abort', over)
      control.abort()
    },
  }
}

function sent<T>(
  url: URL,
  address: string,
  { userAgent }: Fetching,
  want: Want<T>,
  { signal }: Watch,
): Promise<IncomingMessage> {
  return new Promise((fulfil, reject) => {
    const headers = {
      'user-agent': userAgent,
      'accept-encoding': 'gzip, deflate, br',
      ...want.headers,
    }
    const request = pinnedRequest(url, address, { method: 'GET', headers, signal })
    // A later error reaches the body as well; here it must only not go unheard.
    request.on('error', reject)
    request.once('response', (response) => {
      // Whoever reads the body hears of errors; an answer that nobody reads must end in silence.
      response.on('error', () => {})
      fulfil(response)
    })
    request.end()
  })
}

async function received<T>(
  url: URL,
  response: IncomingMessage,
  want: Want<T>,
  watch: Watch,
): Promise<Answer<T>> {
  const { statusCode: status = 0, headers } = response
  if (status !== 200)
    return {
      is: 'other',
      status,
      location: headers.location ?? null,
      retryAfter: headers['retry-after'] ?? null,
    }
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const unpack = Object.hasOwn(UNPACK, encoding) ? UNPACK[encoding] : undefined
  if (unpack === undefined && encoding !== 'identity' && encoding !== '')
    return failed('packed', url.href, `sends a body packed as "${encoding.slice(0, 40)}"`)
  const timed = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      watch.heard()
      yield chunk
    }
  }
  const counted = async function* (source: AsyncIterable<Buffer>) {
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > want.most) {
        watch.stop(failed('large', url.href, `sends more than ${megabytes(want.most)}`))
        return
      }
      yield chunk
    }
  }
  let value: { of: T } | null = null
  const take = async (source: AsyncIterable<Buffer>): Promise<void> => {
    value = { of: await want.take(counted(source), response) }
  }
  const { signal } = watch
  if (unpack === undefined) await pipeline(response, timed, take, { signal })
  else await pipeline(response, timed, unpack(), take, { signal })
  const taken = value as { of: T } | null
  return watch.cut() ?? (taken ? { is: 'taken', value: taken.of } : failureOf(url, null))
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${bytes.toLocaleString('en-GB')} bytes`
    : `${Math.round(bytes / 1_000_000).toLocaleString('en-GB')} MB`

/** Codes of a connection that ended before the body did. */
const CUT = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'Z_BUF_ERROR', 'ABORT_ERR', 'EPIPE'])

function failureOf(url: URL, error: unknown): Failure {
  const code = codeOf(error)
  if (CUT.has(code)) return failed('cut-off', url.href, 'broke off before its end')
  if (/^(Z_|ERR__?ERROR|ERR_BROTLI|ERR_PADDING)/.test(code))
    return failed('packed', url.href, 'sends a body that cannot be unpacked')
  if (/CERT|TLS|SSL|ALTNAME/.test(code))
    return failed('network', url.href, `has no certificate that we can trust (${code})`)
  return failed('network', url.href, `cannot be reached (${code})`)
}
