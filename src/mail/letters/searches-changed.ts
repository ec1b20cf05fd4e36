/** What changed in somebody's saved searches: once a week, and only where something did. */
import { z } from 'zod'
import { inLang } from '../../text/address.ts'
import { letter } from '../letter.ts'

const NEWS = ['ended', 'found', 'full', 'room', 'lapsed'] as const

export const searchesChanged = letter({
  about: z.object({
    searches: z
      .array(
        z.object({
          /** What its owner calls it. */
          name: z.string(),
          lines: z.array(z.object({ is: z.enum(NEWS), name: z.string() })),
          /** Changes that found no room. */
          more: z.number().int(),
        }),
      )
      .min(1),
  }),
  write: ({ searches }, { text, lang, base, stopLink }) => {
    const t = text.workers.letters.changed
    return {
      subject: t.subject,
      blocks: [
        { p: t.lead },
        ...searches.flatMap(({ name, lines, more }) => [
          { heading: name },
          { list: [...lines.map((line) => t.is[line.is](line.name)), ...(more > 0 ? [t.more(more)] : [])] },
        ]),
        { button: t.button, url: base + inLang(lang, '/link-workers/searches') },
      ],
      why: t.why,
      unsubscribe: stopLink,
    }
  },
})
