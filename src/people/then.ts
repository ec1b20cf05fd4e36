/** Where somebody wanted to go before they signed in: a page of ours, or nowhere. */

/** Pages to which nobody can want to come back. */
const NOT_BACK = /^(\/cy)?\/(sign-in|sign-out)(?=[/?#]|$)/
/** Characters: a search with every filter fits. */
const LONGEST = 2000
const HERE = 'http://here.invalid'

/** The path, or null for whatever could lead to another site (OWASP ASVS 3.7.2). */
export function safeThen(then: string | null | undefined): string | null {
  if (then === null || then === undefined || then.length > LONGEST) return null
  // A browser takes "\" for "/", and leaves tabs and line ends out before it reads an address.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(then) || !URL.canParse(then, HERE)) return null
  const { origin, pathname, search } = new URL(then, HERE)
  if (origin !== HERE || pathname.startsWith('//') || NOT_BACK.test(pathname)) return null
  return pathname + search
}
