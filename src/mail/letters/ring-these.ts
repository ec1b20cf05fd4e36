/** Nobody of these groups answers a letter: would a link worker ring? */
import { z } from 'zod'
import { inLang } from '../../text/address.ts'
import { letter } from '../letter.ts'

export const ringThese = letter({
  about: z.object({
    listings: z.array(z.object({ name: z.string(), why: z.string() })).min(1),
    path: z.string(),
  }),
  write: ({ listings, path }, { text, lang, base }) => {
    const t = text.letters.ringThese
    return {
      subject: t.subject(listings.length),
      blocks: [
        { p: t.lead(listings.length) },
        { list: listings.map(({ name, why }) => `${name}. ${why}`) },
        { button: t.open, url: base + inLang(lang, path) },
        { p: t.seconds },
      ],
    }
  },
})
