/** What comes back to a group from link workers: numbers without anybody in them, and how others like it fare. */
import type { Text } from '../text/en.ts'

export type Feedback = {
  /** People pointed there this month. */
  pointed: number
  /** Listings like it that say they are full, of those looked at. */
  alikeFull: number
  alike: number
}

/** "9 people were pointed to you this month. 4 listings like yours are full." */
export function feedbackSaid(feedback: Feedback, text: Text): string {
  return [text.workers.feedback.pointed(feedback.pointed), alikeSaid(feedback, text)]
    .filter((it) => it !== null)
    .join(' ')
}

/** How listings like it fare; null: there is none like it. */
export function alikeSaid({ alikeFull, alike }: Feedback, { workers }: Text): string | null {
  if (alike === 0) return null
  return alikeFull === 0 ? workers.feedback.noneFull : workers.feedback.full(alikeFull)
}
