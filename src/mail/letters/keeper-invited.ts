/** Somebody who keeps a group asks the reader to keep it too. The link shows; only a press there joins. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const keeperInvited = letter({
  about: z.object({ group: z.string(), path: z.string() }),
  write: ({ group, path }, reader) => {
    const t = reader.text.keepers.letters.invited
    return {
      subject: t.subject(group),
      blocks: [
        { p: t.lead(group, reader.site.name) },
        { p: t.what },
        { button: t.button, url: urlTo(reader, path) },
        { p: t.days },
        { p: t.not },
      ],
    }
  },
})
