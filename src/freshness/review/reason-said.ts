/** A reason as one sentence: "Its funding ended on 31 March and nobody has said since." */
import type { Text } from '../../text/en.ts'
import { ago, shortDay } from '../../text/format.ts'
import type { Reason } from './reasons.ts'

export function reasonSaid(reason: Reason, now: Date, text: Text): string {
  const words = text.reviews.why
  switch (reason.is) {
    case 'signal':
      return words.signal[reason.kind]
    case 'funding-ended':
      return words.fundingEnded(shortDay(reason.on, now, text))
    case 'funding-ends':
      return words.fundingEnds(shortDay(reason.on, now, text))
    case 'no-answer':
      return words.noAnswer[reason.rung]
    case 'nobody-to-write':
      return reason.canRing ? words.noAddress : words.noAddressNorNumber
    case 'never-confirmed':
      return words.neverConfirmed
    case 'long-ago':
      return words.longAgo(ago(reason.at, now, text))
    case 'year-end':
      return words.yearEnd
    case 'much-looked-at':
      return words.muchLookedAt(reason.looks)
    case 'changes-often':
      return words.changesOften
    case 'with-others':
      return words.withOthers
  }
}
