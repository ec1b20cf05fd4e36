/** Tells somebody that their way in was changed: if it was not them, they can do something. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const account = letter({
  about: z.object({ what: z.enum(['address', 'second-on', 'second-off', 'left']) }),
  write: ({ what }, { text, site }) => {
    const t = text.letters.account
    return {
      subject: t.subject[what](site.name),
      blocks: [{ p: t.lead[what](site.name) }, { p: t.notYou(site.contact.email, site.contact.phone) }],
    }
  },
})
