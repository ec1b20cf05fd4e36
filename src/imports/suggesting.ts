/** Needs, kinds and audiences guessed from words: the shape imports ask for, so that the rule can live with the taxonomy. */
import type { Audience } from '../listings/listing.ts'

export type Suggested = {
  needs: string[]
  kinds: string[]
  audience?: Partial<Pick<Audience, 'communities' | 'conditions'>>
}
export type Suggest = (words: { name: string; description: string }) => Suggested
