/** Addresses of map tiles: what is one, and the host that the content security policy is opened for. Pure. */

const OURS = /^\/(?!\/)/
/** Letters, digits, "-" and "_", or an IPv6 address: nothing that means more than one host in a policy. */
const NAME = /^(\[[\da-f:.]+\]|[a-z\d_-]+(\.[a-z\d_-]+)*)(:\d+)?$/
/** "example.org" may be opened whole, "org" may not. */
const FEWEST_PARTS = 2

/** "https://tiles.example.org", or "https://*.example.org" where {s} stands in its first part; null where none is safe. */
function originOf(address: string): string | null {
  const written = address.replaceAll('{s}', 'a').replaceAll(/[{}]/g, '')
  if (!URL.canParse(written)) return null
  const { protocol, host, username, password } = new URL(written)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || !NAME.test(host)) return null
  const [first = '', ...rest] = (/^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '').split('.')
  if (rest.some((part) => part.includes('{s}'))) return null
  if (!first.includes('{s}')) return `${protocol}//${host}`
  return rest.length < FEWEST_PARTS ? null : `${protocol}//*.${host.split('.').slice(1).join('.')}`
}

/** With {z}, {x} and {y}, on our own site or on one host, or on the hosts that {s} begins. */
export const isTileAddress = (text: string): boolean =>
  ['{z}', '{x}', '{y}'].every((part) => text.includes(part)) && (OURS.test(text) || originOf(text) !== null)

/** What the policy allows besides our own; null: nothing. */
export const tileOrigin = (tilesUrl: string | null): string | null =>
  tilesUrl === null || OURS.test(tilesUrl) ? null : originOf(tilesUrl)
