/** The reader keeps a group no longer: somebody took them out. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const keeperRemoved = letter({
  about: z.object({ group: z.string() }),
  write: ({ group }, { text, site }) => {
    const t = text.keepers.letters.removed
    return {
      subject: t.subject(group),
      blocks: [{ p: t.lead(group) }, { p: t.wrong(site.contact.email, site.contact.phone) }],
    }
  },
})
