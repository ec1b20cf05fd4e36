/** Somebody asks to keep a listing: the code goes to an address the listing has, and whoever reads it may hand it on. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const keeperCode = letter({
  about: z.object({
    listing: z.string(),
    /** The address of whoever asks: who reads this must know whom they let in. They were told so. */
    asker: z.email(),
    code: z.string(),
    /** Where the code is typed in. */
    path: z.string(),
  }),
  write: ({ listing, asker, code, path }, reader) => {
    const t = reader.text.keepers.letters.code
    return {
      subject: t.subject(listing),
      blocks: [
        { p: t.lead(asker) },
        { heading: listing },
        { p: t.give },
        { code },
        { p: t.minutes },
        { button: t.fill, url: `${urlTo(reader, path)}?code=${code}#code` },
        { p: t.notYours },
      ],
    }
  },
})
