/** Who keeps a group has changed: the others, and the address on the listing, hear of it. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const keepersChanged = letter({
  about: z.object({
    group: z.string(),
    what: z.enum(['added', 'removed', 'left', 'handed-over']),
    /** Of whom; null where the reader keeps the group no longer, or never did. */
    email: z.email().nullable(),
    path: z.string().nullable(),
  }),
  write: ({ group, what, email, path }, reader) => {
    const t = reader.text.keepers.letters.changed
    return {
      subject: t.subject(group),
      blocks: [
        { p: t.what[what](email ?? t.somebody, group) },
        ...(path === null ? [{ p: t.contacts }] : [{ button: t.button, url: urlTo(reader, path) }]),
        { p: t.wrong },
      ],
    }
  },
})
