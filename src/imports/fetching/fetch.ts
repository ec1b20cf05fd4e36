/** Fetches a page or a file from an address: politely, again where that helps, and never without an end. */
import { open, rename, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { askOnce, type Answer, type Want } from './answer.ts'
import { nextAddress, readAddress } from './address.ts'
import { LIMITS, type Limits } from './limits.ts'
import {
  failed,
  type Failure,
  type Fetching,
  type Kept,
  type Page,
  type Unchanged,
  type Version,
} from './outcome.ts'

const limitsOf = ({ limits }: Fetching): Limits => ({ ...LIMITS, ...limits })

/** The same, with the time of a whole feed running from now. */
export const forOneFeed = (fetching: Fetching): Fetching => ({
  ...fetching,
  signal: AbortSignal.timeout(limitsOf(fetching).feedMs),
})

/** A page in memory, at most `pageBytes`. Never rejects. */
export async function fetchPage(
  address: string,
  fetching: Fetching,
  accept = 'application/json, */*;q=0.5',
): Promise<Page | Failure> {
  const take = async (unpacked: AsyncIterable<Buffer>, response: IncomingMessage): Promise<Page> => {
    const chunks: Buffer[] = []
    for await (const chunk of unpacked) chunks.push(chunk)
    return { is: 'page', bytes: Buffer.concat(chunks), type: typeOf(response), address }
  }
  const got = await persist(address, fetching, {
    headers: { accept },
    most: limitsOf(fetching).pageBytes,
    take,
  })
  return got.is === 'unchanged' ? failed('status', address, 'answered 304', 304) : got
}

/**
 * A file to disk, at most `fileBytes` unpacked. `path` appears when all of it is there, and is left alone where it is
 * not. `known`: the version kept last time; where that still stands nothing is fetched. Never rejects for what the
 * network does; what the disk does is thrown.
 */
export async function fetchToFile(
  address: string,
  path: string,
  fetching: Fetching,
  known?: Version,
): Promise<Kept | Unchanged | Failure> {
  const part = `${path}.part`
  const headers: Record<string, string> = { accept: '*/*' }
  if (known?.etag) headers['if-none-match'] = known.etag
  else if (known?.lastModified) headers['if-modified-since'] = known.lastModified
  const disk: { fault: unknown } = { fault: null }
  const onDisk = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      disk.fault = error
      throw error
    }
  }
  const take = async (unpacked: AsyncIterable<Buffer>, response: IncomingMessage): Promise<Kept> => {
    const file = await onDisk(open(part, 'w'))
    let bytes = 0
    try {
      for await (const chunk of unpacked) {
        await onDisk(file.writeFile(chunk))
        bytes += chunk.length
      }
    } finally {
      await onDisk(file.close())
    }
    const { etag = null, 'last-modified': lastModified = null } = response.headers
    return { is: 'file', path, bytes, type: typeOf(response), version: { etag, lastModified } }
  }
  try {
    const most = limitsOf(fetching).fileBytes
    const again = (): boolean => disk.fault === null
    const got = await persist(address, fetching, { headers, most, take, again })
    if (disk.fault !== null) throw disk.fault
    if (got.is === 'file') await rename(part, path)
    return got
  } finally {
    await rm(part, { force: true })
  }
}

const typeOf = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** Answers after which asking again can help. */
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504])

async function persist<T>(
  address: string,
  fetching: Fetching,
  want: Want<T>,
): Promise<T | Unchanged | Failure> {
  const limits = limitsOf(fetching)
  const start = readAddress(address)
  if (!(start instanceof URL)) return start
  for (let attempt = 1; ; attempt++) {
    const got = await follow(start, fetching, limits, want)
    if (got.is === 'taken') return got.value
    if (got.is === 'other' && got.status === 304) return { is: 'unchanged' }
    const last = attempt >= limits.tries
    const times = attempt > 1 ? ` (asked ${attempt} times)` : ''
    const said =
      got.is === 'other' ? failed('status', address, `answered ${got.status}${times}`, got.status) : got
    const worthIt =
      got.is === 'other'
        ? AGAIN.has(got.status)
        : (got.kind === 'network' || got.kind === 'cut-off' || got.kind === 'late') &&
          !fetching.signal?.aborted
    if (!worthIt || last || want.again?.() === false) return said
    const asked = got.is === 'other' ? retryAfterMs(got.retryAfter) : null
    if (asked !== null && asked > limits.longestPauseMs)
      return failed(
        'status',
        address,
        `answered ${got.is === 'other' ? got.status : ''} and asks us to come back later`,
        said.status,
      )
    const wait = Math.max(asked ?? 0, limits.firstPauseMs * 2 ** (attempt - 1))
    if (!(await waitFor(wait, fetching)))
      return failed('late', address, 'was not done when the time of the feed was over', said.status)
  }
}

const sleep = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  pause(milliseconds, undefined, { signal })

/** False where the time of the whole feed was over before. */
export const waitFor = (milliseconds: number, { sleep: other = sleep, signal }: Fetching): Promise<boolean> =>
  other(milliseconds, signal).then(
    () => true,
    () => false,
  )

/** Milliseconds that a Retry-After asks for: seconds, or a date. null: it says neither. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}

async function follow<T>(start: URL, fetching: Fetching, limits: Limits, want: Want<T>): Promise<Answer<T>> {
  let url = start
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const got = await askOnce(url, fetching, limits, want)
    const leads = got.is === 'other' && got.status >= 300 && got.status < 400 && got.status !== 304
    if (!leads || got.location === null) return got
    const next = nextAddress(url, got.location)
    if (!(next instanceof URL)) return next
    url = next
  }
  return failed('redirect', start.href, `leads on more than ${limits.redirects} times`)
}
