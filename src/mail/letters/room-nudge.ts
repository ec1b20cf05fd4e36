/** "Are you still full?", some days before the word on room lapses. The links only fill the answer in. */
import { z } from 'zod'
import { CAPACITY_STATES } from '../../capacity/event.ts'
import { day } from '../../listings/listing.ts'
import { inLang } from '../../text/address.ts'
import { comingDay } from '../../text/format.ts'
import { letter } from '../letter.ts'

export const roomNudge = letter({
  about: z.object({
    name: z.string(),
    /** What was said last, and the last day on which people still see it. */
    state: z.enum(CAPACITY_STATES),
    lastDay: day,
    /** The answer link, of this listing. */
    path: z.string(),
  }),
  write: ({ name, state, lastDay, path }, { text, lang, base, now }) => {
    const t = text.letters.roomNudge
    const filled = (room: string) => `${base}${inLang(lang, path)}?room=${room}`
    const others = CAPACITY_STATES.filter((it) => it !== state)
    return {
      subject: t.subject[state](name),
      blocks: [
        { p: t.lead[state](name) },
        { p: t.lapses(comingDay(lastDay, now, text)) },
        { button: t.still[state], url: filled(state) },
        ...others.map((other) => ({ link: t.now[other], url: filled(other) })),
        { p: t.nothing },
      ],
    }
  },
})
