/** What was said of the demonstration's listings, and when. */
import type { CapacityEvent } from '../../capacity/event.ts'
import type { Confirmation, Signal } from '../../freshness/evidence.ts'
import type { DemoListing } from './format.ts'
import { before, dayOf, idOf } from './ids.ts'
import { DEMO_SOURCE } from './source.ts'

type Events = { confirmations: Confirmation[]; capacities: CapacityEvent[]; signals: Signal[] }

/** Events as they stand today: made anew each day, so that "12 days ago" stays twelve. */
export function eventsOf(demos: readonly DemoListing[], now: Date): Events {
  const at = (days: number) => before(now, days).toISOString()
  const confirmations: Confirmation[] = []
  const capacities: CapacityEvent[] = []
  const signals: Signal[] = []
  for (const demo of demos) {
    const listing = idOf(demo.slug)
    const id = (kind: string) => idOf(`${kind} ${demo.slug} ${dayOf(now)}`)
    const { confirmed, capacity, signal } = demo
    if (confirmed)
      confirmations.push({
        id: id('confirmed'),
        listing,
        at: at(confirmed.days_ago),
        by: confirmed.by,
        source: confirmed.by === 'source' ? DEMO_SOURCE.name : null,
        how: confirmed.how,
        revision: 1,
      })
    if (capacity)
      capacities.push({
        id: id('capacity'),
        listing,
        session: null,
        state: capacity.state,
        weeks: capacity.weeks ?? null,
        until: capacity.until_in_days ? dayOf(before(now, -capacity.until_in_days)) : null,
        saidAt: at(capacity.days_ago),
        by: capacity.by,
      })
    if (signal)
      signals.push({
        id: id('signal'),
        listing,
        kind: signal.kind,
        at: at(signal.days_ago),
        source: null,
        clearedAt: null,
      })
  }
  return { confirmations, capacities, signals }
}
