/** Whether a page is asked for on the very machine it is served from, not through a proxy in front of it. */
import type { AstroGlobal } from 'astro'

const HERE = ['127.0.0.1', '::1', '[::1]', 'localhost']
/** Headers that proxies add. */
const PASSED_ON = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
]

export function fromHere({ locals, request, url }: AstroGlobal): boolean {
  return (
    HERE.includes(locals.from) &&
    HERE.includes(url.hostname) &&
    PASSED_ON.every((name) => !request.headers.has(name))
  )
}
