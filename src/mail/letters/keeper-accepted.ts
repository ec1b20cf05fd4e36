/** The desk says yes to somebody who asked to keep a listing. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const keeperAccepted = letter({
  about: z.object({ listing: z.string(), path: z.string() }),
  write: ({ listing, path }, reader) => {
    const t = reader.text.keepers.letters.accepted
    return {
      subject: t.subject(listing),
      blocks: [{ p: t.lead(listing) }, { p: t.ask }, { button: t.button, url: urlTo(reader, path) }],
    }
  },
})
