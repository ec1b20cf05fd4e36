/** An umbrella body offers a group its help: a keeper of the group accepts on the page, or does nothing. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const umbrellaInvites = letter({
  about: z.object({ umbrella: z.string(), group: z.string(), path: z.string() }),
  write: ({ umbrella, group, path }, reader) => {
    const t = reader.text.umbrella.letters.invites
    return {
      subject: t.subject(umbrella, group),
      blocks: [
        { p: t.lead(umbrella, group) },
        { p: t.what },
        { button: t.button, url: urlTo(reader, path) },
        { p: t.not },
      ],
    }
  },
})
