/** Looks at the websites of listings from time to time, where the deployment has asked for it. */
import { checkLinks } from '../reviews/links/check.ts'
import { ROBOT } from '../reviews/links/robots.ts'
import { texts } from '../text/texts.ts'
import type { House } from './house.ts'
import { baseOf } from './mail/base.ts'

/** Milliseconds between two requests to one host, and for one request. */
const BETWEEN_MS = 2000
const REQUEST_MS = 15_000

/** Who asks, for whom, and whom to write to: "Fingerpost/1.0 (link check; +https://…; directory@example.org)". */
export function userAgent({ site, config }: Pick<House, 'site' | 'config'>): string {
  const said = `${site.name} link check; +${baseOf(config)}; ${site.contact.email}`
  return `${ROBOT}/1.0 (${said.replaceAll(/[^\x20-\x7E]|[()]/g, '')})`
}

export async function linkJob({ store, site, config, now }: House): Promise<void> {
  const text = texts(site.lang.startsWith('cy') ? 'cy' : 'en')
  await checkLinks(store, {
    userAgent: userAgent({ site, config }),
    timeout: REQUEST_MS,
    between: BETWEEN_MS,
    now,
    words: text.mail.signals['dead-link'],
  })
}
