/** The desk says no to somebody who asked to keep a listing, and why. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const keeperRefused = letter({
  about: z.object({ listing: z.string(), reason: z.string(), path: z.string() }),
  write: ({ listing, reason, path }, reader) => {
    const t = reader.text.keepers.letters.refused
    return {
      subject: t.subject(listing),
      blocks: [
        { p: t.lead(listing) },
        { p: t.reason },
        { p: reason },
        { p: t.again },
        { link: t.button, url: urlTo(reader, path) },
      ],
    }
  },
})
