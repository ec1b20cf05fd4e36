/** Is it still right? One letter a person, with everything of theirs that is due; one press answers. */
import { z } from 'zod'
import { inLang } from '../../text/address.ts'
import { letter } from '../letter.ts'

export const review = letter({
  about: z.object({
    listings: z.array(z.object({ name: z.string(), shown: z.array(z.string()), why: z.string() })).min(1),
    /** The answer link. */
    path: z.string(),
    /** Where somebody without an account learns how to keep the listing; null: they keep it. */
    keep: z.string().nullable(),
    again: z.boolean(),
  }),
  write: ({ listings, path, keep, again }, { text, lang, base, site, stopLink }) => {
    const t = text.letters.review
    const [first] = listings
    return {
      subject: again
        ? t.again(first?.name ?? '', listings.length)
        : t.subject(first?.name ?? '', listings.length),
      blocks: [
        { p: t.lead(site.name) },
        ...listings.flatMap(({ name, shown, why }) => [{ heading: name }, { list: shown }, { p: why }]),
        { button: t.answer(listings.length), url: base + inLang(lang, path) },
        { p: t.nothing },
        ...(keep === null ? [] : [{ link: t.keep, url: base + inLang(lang, keep) }]),
      ],
      // Whoever never asked for an account must be able to end these letters; a keeper has one and is asked there.
      ...(keep === null ? {} : { why: t.contact, unsubscribe: stopLink }),
    }
  },
})
