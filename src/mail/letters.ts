/** Every kind of letter there is. A new one: its file in letters/, its words in text, its line here. */
import type { z } from 'zod'
import type { Reader, Written } from './letter.ts'
import { account } from './letters/account.ts'
import { changeAccepted } from './letters/change-accepted.ts'
import { changeRefused } from './letters/change-refused.ts'
import { listingPublished } from './letters/listing-published.ts'
import { confirmedForYou } from './letters/confirmed-for-you.ts'
import { reportHeard } from './letters/report-heard.ts'
import { reportOutcome } from './letters/report-outcome.ts'
import { review } from './letters/review.ts'
import { ringThese } from './letters/ring-these.ts'
import { keeperAccepted } from './letters/keeper-accepted.ts'
import { keeperCode } from './letters/keeper-code.ts'
import { keeperInvited } from './letters/keeper-invited.ts'
import { keeperRefused } from './letters/keeper-refused.ts'
import { keeperRemoved } from './letters/keeper-removed.ts'
import { keepersChanged } from './letters/keepers-changed.ts'
import { roomNudge } from './letters/room-nudge.ts'
import { searchesChanged } from './letters/searches-changed.ts'
import { signIn } from './letters/sign-in.ts'
import { umbrellaChanged } from './letters/umbrella-changed.ts'
import { umbrellaInvites } from './letters/umbrella-invites.ts'

export const LETTERS = {
  'change-accepted': changeAccepted,
  'change-refused': changeRefused,
  'listing-published': listingPublished,
  'sign-in': signIn,
  account,
  'keeper-code': keeperCode,
  'keeper-accepted': keeperAccepted,
  'keeper-refused': keeperRefused,
  'keeper-invited': keeperInvited,
  'keeper-removed': keeperRemoved,
  'keepers-changed': keepersChanged,
  'umbrella-invites': umbrellaInvites,
  'umbrella-changed': umbrellaChanged,
  'report-heard': reportHeard,
  'report-outcome': reportOutcome,
  'confirmed-for-you': confirmedForYou,
  'searches-changed': searchesChanged,
  review,
  'room-nudge': roomNudge,
  'ring-these': ringThese,
} as const satisfies {
  [kind: string]: { about: z.ZodType; write: (about: never, reader: Reader) => Written }
}

export type LetterName = keyof typeof LETTERS
export type LetterAbout<K extends LetterName> = z.infer<(typeof LETTERS)[K]['about']>
