/** Looks at the websites of listings from time to time, where the deployment has asked for it. */
import { checkLinks } from '../reviews/links/check.ts'
import { texts } from '../text/texts.ts'
import type { House } from './house.ts'
import { userAgent } from './user-agent.ts'

/** Milliseconds between two requests to one host, and for one request. */
const BETWEEN_MS = 2000
const REQUEST_MS = 15_000

export async function linkJob({ store, site, config, now }: House): Promise<void> {
  const text = texts(site.lang.startsWith('cy') ? 'cy' : 'en')
  await checkLinks(store, {
    userAgent: userAgent({ site, config }, 'link check'),
    timeout: REQUEST_MS,
    between: BETWEEN_MS,
    now,
    words: text.mail.signals['dead-link'],
  })
}
