/** The code that signs somebody in; the link only fills it in. */
import { z } from 'zod'
import { letter } from '../letter.ts'

export const signIn = letter({
  about: z.object({ code: z.string(), path: z.string() }),
  write: ({ code, path }, { text, base, site }) => {
    const t = text.letters.signIn
    return {
      subject: t.subject(code, site.name),
      blocks: [
        { p: t.lead(site.name) },
        { code },
        { p: t.minutes },
        { button: t.fill, url: base + path },
        { p: t.notYou },
      ],
    }
  },
})
