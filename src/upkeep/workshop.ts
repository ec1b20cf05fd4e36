/** What the use cases of people work with: the house of app/house.ts has all of it. */
import type { Ranks } from '../listings/settle.ts'
import type { TaxonomyIndex } from '../listings/taxonomy.ts'
import type { Store } from '../store/store.ts'

export type Workshop = {
  store: Store
  ranks: Ranks
  taxonomy: TaxonomyIndex
  now: () => Date
  /** A new id for a record. */
  newId: () => string
}
