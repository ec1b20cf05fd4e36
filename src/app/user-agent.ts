/** Who asks other people's servers. */
import { ROBOT } from '../reviews/links/robots.ts'
import type { House } from './house.ts'
import { baseOf } from './mail/base.ts'

/** Who asks, what for, for whom, and whom to write to: "fingerpost/1.0 (… link check; +https://…; directory@example.org)". */
export function userAgent(
  { site, config }: Pick<House, 'site' | 'config'>,
  what: 'link check' | 'import',
): string {
  const said = `${site.name} ${what}; +${baseOf(config)}; ${site.contact.email}`
  return `${ROBOT}/1.0 (${said.replaceAll(/[^\x20-\x7E]|[()]/g, '')})`
}
