/** Whether a request that changes something comes from a page of ours, or from a page that wants to misuse whoever is signed in. */

export type Coming = {
  method: string
  /** Sec-Fetch-Site: what the browser itself says, which no page can forge. */
  site: string | undefined
  origin: string | undefined
  host: string | undefined
  /** Any cookie at all. */
  cookie: boolean
  /** Public address of the site, if it was set. */
  siteUrl: string | null
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']
/** same-origin: a page of ours. none: no page at all, the person's own doing. */
const OURS = ['same-origin', 'none']

/**
 * What the browser says of the site it comes from is believed first; older browsers tell the origin instead. A program
 * says neither: it may go on without a cookie, for then it can do nothing that it could not do by itself.
 */
export function isOurs({ method, site, origin, host, cookie, siteUrl }: Coming): boolean {
  if (SAFE.includes(method)) return true
  if (site !== undefined) return OURS.includes(site)
  if (origin !== undefined) return isHere(origin, host, siteUrl)
  return !cookie
}

function isHere(origin: string, host: string | undefined, siteUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false
  const given = new URL(origin)
  if (siteUrl !== null && given.origin === new URL(siteUrl).origin) return true
  return host !== undefined && /^https?:$/.test(given.protocol) && given.host === host.toLowerCase()
}
