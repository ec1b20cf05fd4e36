/** Somebody told us that something is wrong with a listing: those who keep it are asked. Never in the reporter's words. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const reportHeard = letter({
  about: z.object({
    listing: z.string(),
    what: z.enum(['closed', 'moved', 'full', 'number', 'other']),
    /** Where they answer. */
    path: z.string(),
  }),
  write: ({ listing, what, path }, { text, lang, base, site }) => {
    const t = text.reports.heardLetter
    return {
      subject: t.subject(listing),
      blocks: [
        { p: t.said[what](listing) },
        { p: t.ask },
        { button: t.button, url: `${base}${lang === 'en' ? '' : `/${lang}`}${path}` },
        { p: t.why(site.name) },
      ],
    }
  },
})
