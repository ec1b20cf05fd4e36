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
export function feedbackSaid({ pointed, alikeFull, alike }: Feedback, { workers }: Text): string {
  const words = workers.feedback
  const said = [words.pointed(pointed)]
  if (alikeFull > 0) said.push(words.full(alikeFull))
  else if (alike > 0) said.push(words.noneFull)
  return said.join(' ')
}
