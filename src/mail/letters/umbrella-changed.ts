/** What became of an umbrella body's help for a group: told to the side that did not decide it. */
import { z } from 'zod'
import { letter, urlTo } from '../letter.ts'

export const umbrellaChanged = letter({
  about: z.object({
    umbrella: z.string(),
    group: z.string(),
    what: z.enum(['accepted', 'declined', 'ended', 'ended-by-body']),
    path: z.string(),
  }),
  write: ({ umbrella, group, what, path }, reader) => {
    const t = reader.text.umbrella.letters.changed
    return {
      subject: t.subject[what](umbrella, group),
      blocks: [{ p: t.lead[what](umbrella, group) }, { button: t.button, url: urlTo(reader, path) }],
    }
  },
})
