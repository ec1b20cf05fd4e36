/** One request of a look at a website, to an address that was checked. */
import { codeOf, hostnameOf, pinnedRequest, resolve, type Lookup } from '../../network/pinned.ts'
import { isPublic } from '../../network/public-address.ts'

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
  lookup?: Lookup
}

/** Never rejects, follows nothing. `most`: bytes of the body that are read. */
export async function ask(method: 'HEAD' | 'GET', url: URL, about: Asking, most: number): Promise<Answer> {
  const { timeout, lookup } = about
  const mayBePrivate = about.allowPrivate?.(hostnameOf(url), url.port) ?? false
  if (url.port !== '' && !mayBePrivate) return { is: 'private' }
  const mayReach = (address: string): boolean => mayBePrivate || isPublic(address)
  const resolved = await resolve(url, { mayReach, timeout, lookup })
  if (resolved.is !== 'address') return resolved
  return new Promise((fulfil) => {
    const headers = {
      'user-agent': about.userAgent,
      accept: 'text/html, text/plain;q=0.9, */*;q=0.1',
      'accept-encoding': 'identity',
    }
    const signal = AbortSignal.timeout(timeout)
    const request = pinnedRequest(url, resolved.address, { method, headers, signal })
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
