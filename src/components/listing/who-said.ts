/** Names of those who say things: kinds of people and sources, never persons. */
import type { Author, Claim, Knower } from '../../listings/claims.ts'
import type { Text } from '../../text/en.ts'
import { longDay } from '../../text/format.ts'

/** "The group, by telephone". */
export function confirmedBy(
  confirmation: { by: Knower; source: string | null; how: 'form' | 'phone' | 'visit' | 'file' },
  { pages }: Text,
): string {
  const { authors, ways } = pages.listing
  const who =
    confirmation.by === 'source' ? (confirmation.source ?? authors.source) : authors[confirmation.by]
  return `${who}, ${ways[confirmation.how]}`
}

/** "The group", or the name of the source behind it. */
export function saidBy(claim: { by: Author; source: string; how: Claim['how'] }, { pages }: Text): string {
  const { authors } = pages.listing
  const named = claim.by === 'source' || claim.by === 'register'
  if (claim.by === 'suggested') return authors.suggested
  return named ? claim.source : authors[claim.by]
}

/** "The group, by telephone, 3 May 2026"; "Worked out from the words, 3 May 2026". */
export function saidLine(
  claim: { by: Author; source: string; how?: Claim['how']; at: string },
  text: Text,
): string {
  const { how = 'form', at } = claim
  const who = saidBy({ ...claim, how }, text)
  return text.sources.listing.line(
    how === 'phone' ? `${who}, ${text.pages.listing.ways.phone}` : who,
    longDay(at, text),
  )
}
