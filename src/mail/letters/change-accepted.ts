/** A change that waited for the desk is public now. */
import { z } from 'zod'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { listOf } from '../../text/format.ts'
import { letter } from '../letter.ts'

const field = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]])

export const changeAccepted = letter({
  about: z.object({ listing: z.string(), fields: z.array(field), path: z.string() }),
  write: ({ listing, fields, path }, { text, lang, base }) => {
    const t = text.editing.letters
    const names = listOf(
      fields.map((it) => text.pages.listing.fields[it].toLowerCase()),
      text,
    )
    return {
      subject: t.acceptedSubject(listing),
      blocks: [
        { p: t.accepted(names) },
        { button: t.look, url: `${base}${lang === 'en' ? '' : `/${lang}`}${path}` },
      ],
    }
  },
})
