/** Names of those who say things: kinds of people and sources, never persons. */
import type { Author, Claim, Knower } from '../../listings/claims.ts'
import type { Text } from '../../text/en.ts'

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
