/** Whether what was found helps anybody, and what is wrong with it. Pure: thresholds in data/site.json ("search"). */
import type { Capacity } from '../../capacity/capacity.ts'
import type { Standing } from '../../freshness/standing.ts'

/**
 * none: nothing was found. full: nothing on the page takes people now. unsure: so few that they can be rung, and nobody
 * has confirmed any of them lately. near: so few, and none has the words just as they were typed. few: so few.
 */
export type Poor = 'none' | 'full' | 'unsure' | 'near' | 'few'
export type Judged = { standing: Pick<Standing, 'state'>; capacity: Pick<Capacity, 'state'> }

/** `few`: listings. `narrowed`: something was asked that can be left out; all there is can be few, but never too few. */
export function poorness(
  {
    total,
    results,
    widened,
    page,
  }: { total: number; results: readonly Judged[]; widened: boolean; page: number },
  { few, narrowed }: { few: number; narrowed: boolean },
): Poor | null {
  if (total === 0) return 'none'
  if (page !== 1 || results.length === 0) return null
  const every = (test: (it: Judged) => boolean) => results.every(test)
  // Not known is not full: whoever rings may be welcome.
  if (every(({ capacity }) => capacity.state !== 'open' && capacity.state !== 'unknown')) return 'full'
  if (total > few || !narrowed) return null
  if (every(({ standing }) => standing.state !== 'confirmed' && standing.state !== 'due')) return 'unsure'
  return widened ? 'near' : 'few'
}
