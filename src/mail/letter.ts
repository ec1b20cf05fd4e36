/** A letter: one question, in blocks that become plain text and simple HTML by the same rule. */
import type { z } from 'zod'
import type { Text } from '../text/en.ts'
import type { Lang } from '../text/format.ts'

export type Block =
  | { p: string }
  /** A sign-in code, said big. */
  | { code: string }
  /** The one thing to do. `url` is whole, made from `base`. */
  | { button: string; url: string }
  /** Something lesser to do. */
  | { link: string; url: string }
  | { list: string[] }
  /** The head of one listing among several. */
  | { heading: string }

export type Written = {
  subject: string
  blocks: Block[]
  /** Why it came, as a sentence at its foot. Absent: that the address looks after a listing or asked for it. */
  why?: string
  /** Address that ends this kind of letter with one press: `reader.stopLink`, for digests (RFC 8058). */
  unsubscribe?: string
}

export type Reader = {
  text: Text
  lang: Lang
  /** Public address of the site, without a slash at its end. */
  base: string
  site: { name: string; place: string; contact: { email: string; phone: string; phone_hours: string } }
  /** Ends this kind of letter to this address with one press. */
  stopLink: string
  now: Date
}

/** Whole address of a path of this site, in the reader's language. */
export const urlTo = ({ base, lang }: Pick<Reader, 'base' | 'lang'>, path: string): string =>
  `${base}${lang === 'en' ? '' : `/${lang}`}${path}`

/** A kind of letter: what it needs to know, and how it is written. One file each in letters/. */
export type LetterKind<About> = { about: z.ZodType<About>; write: (about: About, reader: Reader) => Written }
export const letter = <About>(kind: LetterKind<About>): LetterKind<About> => kind
