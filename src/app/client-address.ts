/** Where a request comes from, in a way that the one who sends it cannot choose (OWASP ASVS 4.1.3). */
import { isIP } from 'node:net'

/** Under this name our server tells the built site. */
export const FROM_HEADER = 'x-fingerpost-from'

/**
 * The socket's address; behind `proxies` of our own, what the outermost of them wrote into X-Forwarded-For. Whatever the
 * browser itself put there stands further to the left and is not looked at. "" where nothing is known.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | string[] | undefined,
  proxies: number,
): string {
  const own = plain(socket ?? '')
  if (proxies === 0) return own
  const hops = [forwarded ?? []].flat().join(',').split(',')
  const hop = plain((hops.at(-proxies) ?? '').trim())
  return isIP(hop) === 0 ? own : hop
}

/** "::ffff:192.0.2.1" is an address of version 4 written as one of version 6; a zone is no part of it. */
const plain = (address: string): string =>
  address
    .replace(/^\[|\](:\d+)?$/g, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
