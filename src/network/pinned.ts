/** Requests to an address that was checked: what a name resolves to is looked up once, and connected to as it was. */
import { lookup as systemLookup } from 'node:dns/promises'
import { request as plainRequest, type ClientRequest, type OutgoingHttpHeaders } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'

export type Lookup = (hostname: string) => Promise<{ address: string; family: number }[]>

export type Resolved =
  | { is: 'address'; address: string }
  | { is: 'no-such-host' }
  /** It lies where `mayReach` says no. */
  | { is: 'private' }
  | { is: 'fault'; why: string }

const lookupAll: Lookup = (hostname) => systemLookup(hostname, { all: true, verbatim: true })

/** The system's own word for what went wrong with a connection: "ECONNREFUSED". */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'fault'

/** Without the brackets that a URL writes round an address of version 6. */
export const hostnameOf = (url: URL): string => url.hostname.replaceAll(/^\[|\]$/g, '')

/** Never rejects. Every address of the name must be one that may be reached. `timeout`: milliseconds. */
export async function resolve(
  url: URL,
  about: { mayReach: (address: string) => boolean; timeout: number; lookup?: Lookup | undefined },
): Promise<Resolved> {
  const hostname = hostnameOf(url)
  try {
    const late = AbortSignal.timeout(about.timeout)
    const found =
      isIP(hostname) > 0
        ? [{ address: hostname }]
        : await Promise.race([
            (about.lookup ?? lookupAll)(hostname),
            new Promise<never>((_, reject) => late.addEventListener('abort', () => reject(late.reason))),
          ])
    const first = found[0]
    if (first === undefined) return { is: 'no-such-host' }
    // One private address among public ones is a trap, or a mistake that we need not make ours.
    if (!found.every(({ address }) => about.mayReach(address))) return { is: 'private' }
    return { is: 'address', address: first.address }
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOTFOUND' || code === 'ENODATA' ? { is: 'no-such-host' } : { is: 'fault', why: code }
  }
}

/** A request under the name's own Host and certificate, to the address that was checked. Not ended yet. */
export function pinnedRequest(
  url: URL,
  address: string,
  about: { method: 'HEAD' | 'GET'; headers: OutgoingHttpHeaders; signal: AbortSignal },
): ClientRequest {
  const secure = url.protocol === 'https:'
  const hostname = hostnameOf(url)
  return (secure ? secureRequest : plainRequest)({
    method: about.method,
    host: address,
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path: url.pathname + url.search,
    agent: false,
    signal: about.signal,
    setHost: false,
    // The certificate must be that of the name, though it is the address we connect to.
    ...(secure && isIP(hostname) === 0 ? { servername: hostname } : {}),
    headers: { host: url.host, connection: 'close', ...about.headers },
  })
}
