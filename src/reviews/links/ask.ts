/** One request, to an address that was checked: what a name resolves to is looked up once, and connected to as it was. */
import { lookup as systemLookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { isPublic } from './public-address.ts'

export type Answer =
  | { is: 'answer'; status: number; location: string | null; body: string }
  | { is: 'no-such-host' }
  /** It lies inside somebody's network, or behind a door that is not the web's. */
  | { is: 'private' }
  | { is: 'fault'; why: string }

export type Asking = {
  userAgent: string
  /** Milliseconds for the whole of a request. */
  timeout: number
  /** For tests only: may be asked though it is private, on any port. */
  allowPrivate?: (hostname: string, port: string) => boolean
  lookup?: (hostname: string) => Promise<{ address: string; family: number }[]>
}

const lookupAll = (hostname: string) => systemLookup(hostname, { all: true, verbatim: true })
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'fault'

type Resolved = { is: 'address'; address: string } | Exclude<Answer, { is: 'answer' }>

async function resolve(url: URL, { lookup = lookupAll, allowPrivate, timeout }: Asking): Promise<Resolved> {
  const hostname = url.hostname.replaceAll(/^\[|\]$/g, '')
  const mayBePrivate = allowPrivate?.(hostname, url.port) ?? false
  if (url.port !== '' && !mayBePrivate) return { is: 'private' }
  try {
    const late = AbortSignal.timeout(timeout)
    const found =
      isIP(hostname) > 0
        ? [{ address: hostname }]
        : await Promise.race([
            lookup(hostname),
            new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason))),
          ])
    const first = found[0]
    if (first === undefined) return { is: 'no-such-host' }
    // One private address among public ones is a trap, or a mistake that we need not make ours.
    if (!mayBePrivate && !found.every(({ address }) => isPublic(address))) return { is: 'private' }
    return { is: 'address', address: first.address }
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOTFOUND' || code === 'ENODATA' ? { is: 'no-such-host' } : { is: 'fault', why: code }
  }
}

/** Never rejects, follows nothing. `most`: bytes of the body that are read. */
export async function ask(method: 'HEAD' | 'GET', url: URL, about: Asking, most: number): Promise<Answer> {
  const resolved = await resolve(url, about)
  if (resolved.is !== 'address') return resolved
  const secure = url.protocol === 'https:'
  const hostname = url.hostname.replaceAll(/^\[|\]$/g, '')
  return new Promise((fulfil) => {
    const request = (secure ? secureRequest : plainRequest)({
      method,
      host: resolved.address,
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      path: url.pathname + url.search,
      agent: false,
      signal: AbortSignal.timeout(about.timeout),
      setHost: false,
      // The certificate must be that of the name, though it is the address we connect to.
      ...(secure && isIP(hostname) === 0 ? { servername: hostname } : {}),
      headers: {
        host: url.host,
        'user-agent': about.userAgent,
        accept: 'text/html, text/plain;q=0.9, */*;q=0.1',
        'accept-encoding': 'identity',
        connection: 'close',
      },
    })
    request.once('error', (error) => fulfil({ is: 'fault', why: codeOf(error) }))
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const finish = (): void => {
        const { statusCode: status = 0, headers } = response
        const body = Buffer.concat(chunks).subarray(0, most).toString('utf8')
        fulfil({ is: 'answer', status, location: headers.location ?? null, body })
        request.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size >= most) finish()
      })
      response.once('end', finish)
      response.once('error', (error) => fulfil({ is: 'fault', why: codeOf(error) }))
    })
    request.end()
  })
}
