/** The desk did not take a change, and says why: in the desk's own words. */
import { z } from 'zod'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { listOf } from '../../text/format.ts'
import { letter } from '../letter.ts'

const field = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]])

export const changeRefused = letter({
  about: z.object({
    listing: z.string(),
    /** held: it never was public. live: it was, and has been put back. new: a listing that was added. */
    how: z.enum(['held', 'live', 'new']),
    fields: z.array(field),
    reason: z.string(),
    path: z.string(),
  }),
  write: ({ listing, how, fields, reason, path }, { text, lang, base }) => {
    const t = text.editing.letters
    const names = listOf(
      fields.map((it) => text.pages.listing.fields[it].toLowerCase()),
      text,
    )
    return {
      subject: t.refusedSubject(listing),
      blocks: [
        { p: t.refused[how](listing, names) },
        { p: t.reason },
        { p: reason },
        { button: t.changeAgain, url: `${base}${lang === 'en' ? '' : `/${lang}`}${path}` },
      ],
    }
  },
})
