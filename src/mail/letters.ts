/** Every kind of letter there is. A new one: its file in letters/, its words in text, its line here. */
import type { z } from 'zod'
import type { Reader, Written } from './letter.ts'
import { confirmedForYou } from './letters/confirmed-for-you.ts'
import { reportHeard } from './letters/report-heard.ts'
import { reportOutcome } from './letters/report-outcome.ts'
import { review } from './letters/review.ts'
import { ringThese } from './letters/ring-these.ts'
import { signIn } from './letters/sign-in.ts'

export const LETTERS = {
  'sign-in': signIn,
  'report-heard': reportHeard,
  'report-outcome': reportOutcome,
  'confirmed-for-you': confirmedForYou,
  review,
  'ring-these': ringThese,
} as const satisfies {
  [kind: string]: { about: z.ZodType; write: (about: never, reader: Reader) => Written }
}

export type LetterName = keyof typeof LETTERS
export type LetterAbout<K extends LetterName> = z.infer<(typeof LETTERS)[K]['about']>
