/** Somebody who is not of the group said how its listing stands: is that right? */
import { z } from 'zod'
import { capacitySaid } from '../../capacity/capacity.ts'
import { inLang } from '../../text/address.ts'
import { longDay } from '../../text/format.ts'
import { letter } from '../letter.ts'

export const confirmedForYou = letter({
  about: z.object({
    /** Its name. */
    listing: z.string(),
    by: z.enum(['link-worker', 'umbrella', 'desk']),
    how: z.enum(['phone', 'visit', 'form']),
    heard: z.enum(['running', 'changed', 'full', 'ended']),
    until: z.string().nullable(),
    weeks: z.number().nullable(),
    /** What they wrote; "": nothing. */
    words: z.string(),
    /** The day on which it was heard. */
    on: z.iso.date(),
    /** Where to put it right. */
    path: z.string(),
  }),
  write: ({ listing, by, how, heard, until, weeks, words, on, path }, { text, lang, base, now }) => {
    const t = text.workers.letters.confirmed
    const state = weeks === null ? ('full' as const) : ('waiting' as const)
    const room = { state, weeks, until, saidAt: now.toISOString(), by }
    const what = heard === 'full' ? t.heard.full(capacitySaid(room, now, text).main) : t.heard[heard]
    return {
      subject: t.subject(listing),
      blocks: [
        { p: t.how[how](t.who[by], longDay(on, text)) },
        { heading: listing },
        { p: what },
        ...(words === '' ? [] : [{ p: t.wrote(words) }]),
        { p: t.ask },
        { button: t.button, url: base + inLang(lang, path) },
        { p: t.right },
      ],
    }
  },
})
