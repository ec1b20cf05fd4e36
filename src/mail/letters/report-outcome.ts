/** What came of a report, to whoever left an address. The address is deleted with the decision: this is the only letter. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const reportOutcome = letter({
  about: z.object({
    listing: z.string(),
    what: z.enum(['closed', 'moved', 'full', 'number', 'other']),
    decided: z.enum(['right', 'put-right', 'ended']),
    path: z.string(),
  }),
  write: ({ listing, what, decided, path }, { text, lang, base }) => {
    const t = text.reports.outcomeLetter
    return {
      subject: t.subject(listing),
      blocks: [
        { p: t.thanks(listing, text.reports.short[what]) },
        { p: t.decided[decided] },
        { link: t.look, url: `${base}${lang === 'en' ? '' : `/${lang}`}${path}` },
        { p: t.gone },
      ],
    }
  },
})
