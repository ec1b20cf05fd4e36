/** On to another page of ours, with the cookies that belong to it. */

/** `path`: whole, with its language. */
export function goTo(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** "?then=…" for the next page, or nothing. */
export const thenPart = (then: string | null): string =>
  then === null ? '' : `?then=${encodeURIComponent(then)}`
