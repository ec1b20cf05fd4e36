/** A listing that was added can be found now. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const listingPublished = letter({
  about: z.object({ listing: z.string(), path: z.string(), id: z.string() }),
  write: ({ listing, path, id }, { text, lang, base }) => {
    const t = text.editing.letters
    const at = `${base}${lang === 'en' ? '' : `/${lang}`}`
    return {
      subject: t.publishedSubject(listing),
      blocks: [
        { p: t.published },
        { button: t.look, url: at + path },
        { link: t.yours, url: `${at}/groups/listing/${id}` },
      ],
    }
  },
})
