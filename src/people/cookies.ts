/** The two cookies there are. Neither is set before somebody presses "Send me a code". */

/** signIn: says who is signed in. asking: says which browser asked for a code. */
export type CookieNames = { signIn: string; asking: string }

/** With https the browser itself holds the names to this host, this path and encrypted connections. */
export const cookieNames = (secure: boolean): CookieNames =>
  secure
    ? { signIn: '__Host-fingerpost', asking: '__Host-fingerpost-asking' }
    : { signIn: 'fingerpost', asking: 'fingerpost-asking' }

/** Value of one cookie of a request; null where it has none. */
export function cookieOf(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** A header that sets one; `seconds` 0 takes it away. */
export function setCookie(
  name: string,
  value: string,
  { seconds, secure }: { seconds: number; secure: boolean },
): string {
  return `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
