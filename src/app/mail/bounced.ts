/** What the house does with a letter that came back. */
import { noteBounce, type Bounced, type CameBack } from '../../reviews/bounces.ts'
import { texts } from '../../text/texts.ts'
import type { House } from '../house.ts'

/** The desk reads what the site is written in. */
export function bounced({ store, site }: Pick<House, 'store' | 'site'>, came: CameBack): Promise<Bounced> {
  const text = texts(site.lang.startsWith('cy') ? 'cy' : 'en')
  return noteBounce(store, came, text.mail.signals.bounced)
}
