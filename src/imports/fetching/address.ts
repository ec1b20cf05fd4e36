/** Which addresses may be asked, and where an answer may lead. */
import { hostnameOf } from '../../network/pinned.ts'
import { isPrivate, isPublic } from '../../network/public-address.ts'
import { failed, type Failure, type Fetching } from './outcome.ts'

/** Doors below are those of mail, names and shells, never of a website. */
const FIRST_FREE_PORT = 1024

/** The address without its "#…", or why it cannot be asked. */
export function readAddress(address: string): URL | Failure {
  if (!URL.canParse(address)) return failed('address', address, 'is not a web address')
  const url = new URL(address)
  url.hash = ''
  if (!/^https?:$/.test(url.protocol) || url.hostname === '')
    return failed('address', address, 'is not an http or https address')
  if (url.username !== '' || url.password !== '')
    return failed('address', address, 'has a name or password in it, which would be sent to whoever answers')
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT)
    return failed('address', address, `has the port ${url.port}, which is not a website's`)
  return url
}

/** By what `resolve` decides. Addresses of cloud metadata and the like are open to nobody. */
export const mayReach =
  ({ allowPrivate }: Pick<Fetching, 'allowPrivate'>) =>
  (address: string): boolean =>
    isPublic(address) || (allowPrivate && isPrivate(address))

/** The next address, or why it is not followed. Only within the named host, and never out of https. */
export function nextAddress(from: URL, location: string): URL | Failure {
  if (!URL.canParse(location, from)) return failed('redirect', from.href, 'leads to no web address')
  const to = readAddress(new URL(location, from).href)
  if (!(to instanceof URL)) return failed('redirect', from.href, 'leads to an address that cannot be asked')
  if (hostnameOf(to) !== hostnameOf(from))
    return failed('redirect', from.href, `leads to another host, ${hostnameOf(to).slice(0, 100)}`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    return failed('redirect', from.href, 'leads from https to http')
  // Another port is another server; from plain to secure both have none.
  if (to.port !== from.port) return failed('redirect', from.href, 'leads to another port')
  return to
}
