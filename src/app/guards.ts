/** What is turned away before any page runs, and why: methods, addresses and bodies. */

/** Bytes of a form: more than any of ours; Astro's own limit would be a gigabyte. */
export const BODY_MAX = 64 * 1024
/** Characters of an address: a search with every filter chosen stays under it. */
export const ADDRESS_MAX = 8 * 1024

export type Refusal = { status: 400 | 405 | 413 | 414; why: string }

/** null: let it in. */
export function refusal(about: { method: string; url: string; length: string | undefined }): Refusal | null {
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(about.method))
    return { status: 405, why: 'This address answers GET and HEAD.' }
  if (about.url.length > ADDRESS_MAX)
    return { status: 414, why: 'The address is too long. Search for fewer things at once.' }
  if (!about.url.startsWith('/') || about.url.startsWith('//'))
    return { status: 400, why: 'The address is not one of this site.' }
  const path = about.url.split('?', 1)[0] ?? '/'
  try {
    if (/[\0\\]/.test(decodeURIComponent(path)))
      return { status: 400, why: 'The address holds a character that no page has.' }
  } catch {
    return { status: 400, why: 'The address is not written as addresses are: a % sign stands alone in it.' }
  }
  if (about.length !== undefined && !(Number(about.length) <= BODY_MAX))
    return { status: 413, why: 'That is more than a form of this site can hold.' }
  return null
}

/**
 * The address with whatever cannot be decoded in its query made into U+FFFD, "a sign that could not be read": the search
 * then says which parameter it stands in, on its own page, instead of a bare refusal.
 */
export function readableQuery(url: string): string {
  const at = url.indexOf('?')
  if (at === -1 || !url.includes('%', at)) return url
  return (
    url.slice(0, at + 1) +
    url
      .slice(at + 1)
      .split('&')
      .map((pair) => pair.split('=').map(readable).join('='))
      .join('&')
  )
}

function readable(part: string): string {
  try {
    decodeURIComponent(part)
    return part
  } catch {
    return '%EF%BF%BD'
  }
}
