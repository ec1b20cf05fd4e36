/** A search that people made on the page, as it is counted: see insight/tallies.ts. */
import { countable } from '../../insight/tallies.ts'
import { mayLeaveQuickly } from '../../listings/taxonomy.ts'
import { outcodeOf } from '../../places/postcode.ts'
import type { House } from '../house.ts'
import type { Found, Help } from './found.ts'
import { movePlace } from './move-place.ts'
import type { Poor } from './poor.ts'
import { understood } from './understood.ts'
import type { Spot } from './where.ts'

/** What counts as not met. A few that are open and confirmed are no gap: somebody looked for just those. */
const WHY: { [P in Poor]: 'none' | 'full' | 'unsure' | null } = {
  none: 'none',
  full: 'full',
  unsure: 'unsure',
  near: null,
  few: null,
}

/**
 * Only the first page of a question about something; nothing of one with words that may mean danger, and never the
 * words of one that brings helplines or is about violence or abuse.
 */
export function noteSearch(
  house: Pick<House, 'taxonomy' | 'tallies' | 'crisis'>,
  { query: asked, widened }: Pick<Found, 'query' | 'widened'>,
  help: Pick<Help, 'why'> | null,
  { spot, headers }: { spot: Spot | null; headers: Headers },
): void {
  // A place among the words is a place: it is not kept with them.
  const { query } = movePlace(asked, spot)
  if (house.crisis(asked.what, [], 'en') !== null || query.page !== 1 || !countable(headers)) return
  const { needs, kinds, warned } = understood(house.taxonomy, query)
  if (query.what === '' && needs.length + kinds.length === 0) return
  const unspoken = mayLeaveQuickly(house.taxonomy, warned) || house.crisis('', warned, 'en') !== null
  house.tallies.count({
    needs,
    kinds,
    area: query.where === '' ? '' : (outcodeOf(query.where) ?? ''),
    why: help === null ? null : WHY[help.why],
    words: !unspoken && (help?.why === 'none' || widened) ? query.what : null,
  })
}
