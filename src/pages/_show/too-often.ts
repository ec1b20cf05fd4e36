/** Over a limit: 429 and when to come back. Show components/form/TooOften.astro then. */
import type { AstroGlobal } from 'astro'
import type { Limited } from '../../people/count.ts'

/** True where the page must say so instead of doing what was asked. */
export function tooOften({ response }: AstroGlobal, limited: Limited): limited is { retryAfter: number } {
  if (limited === null) return false
  response.status = 429
  response.headers.set('retry-after', String(limited.retryAfter))
  return true
}
