/** What a search server that was left out must answer before it is asked again: a search like anybody's, and nobody's. */
import type { EngineQuery } from './engine.ts'
import { EVERYTHING, FACETS } from './query.ts'

/** Any number does: nobody reads what is counted. */
const CHECKED_DAYS = 180

/** Words, a page and all counts, as the search page asks. `now`: epoch milliseconds. */
export const trialQuery = (now: number): EngineQuery => ({
  what: 'coffee morning',
  age: null,
  term: [],
  filters: EVERYTHING.filters,
  sort: EVERYTHING.sort,
  page: EVERYTHING.page,
  size: EVERYTHING.size,
  bbox: null,
  near: null,
  practice: [],
  withinMetres: null,
  now,
  checkedDays: CHECKED_DAYS,
  facets: FACETS,
  fair: null,
})
