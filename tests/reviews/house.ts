/** What a review run needs, as the house gives it. */
import { readData } from '../../src/app/read-data.ts'
import { readReview } from '../../src/app/read-review.ts'
import { readTaxonomy } from '../../src/app/read-taxonomy.ts'
import { readSite } from '../../src/app/site.ts'
import { ranksSchema } from '../../src/listings/settle.ts'
import { runReviews } from '../../src/reviews/run.ts'
import type { Store } from '../../src/store/store.ts'

export const assumptions = readReview()
export const site = readSite()
const ranks = readData('data/source-ranks.json', ranksSchema)
const taxonomy = readTaxonomy()

export const review = (store: Store, now: Date, dryRun = false) =>
  runReviews(
    { store, ranks, taxonomy, now: () => now, newId: () => crypto.randomUUID() },
    assumptions,
    site,
    { now, dryRun },
  )
