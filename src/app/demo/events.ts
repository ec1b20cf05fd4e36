/** What was said of the demonstration's listings, and when. */
import type { CapacityEvent } from '../../capacity/event.ts'
import type { Confirmation, Signal } from '../../freshness/evidence.ts'
import type { FundingEvent } from '../../funding/event.ts'
import { sessionKey } from '../../listings/session-key.ts'
import type { DemoListing } from './format.ts'
import { before, dayOf, idOf } from './ids.ts'
import { DEMO_SOURCE } from './source.ts'

type Events = {
  confirmations: Confirmation[]
  /** The word on the whole listing that stands. */
  capacities: CapacityEvent[]
  /** Words on sessions, and what was said before. */
  more: CapacityEvent[]
  fundings: FundingEvent[]
  signals: Signal[]
}

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
  return {
    confirmations,
    capacities,
    more: demos.flatMap((demo) => moreOf(demo, now)),
    fundings: demos.flatMap((demo) => fundingOf(demo, now)),
    signals,
  }
}

/** What was said before keeps its id: it is said once. */
function moreOf(demo: DemoListing, now: Date): CapacityEvent[] {
  const said = { listing: idOf(demo.slug), weeks: null, by: 'group' as const }
  const earlier = demo.earlier.map(({ state, days_ago }, nth) => ({
    ...said,
    id: idOf(`earlier ${demo.slug} ${nth}`),
    session: null,
    state,
    until: null,
    saidAt: before(now, days_ago).toISOString(),
  }))
  const sessions = demo.by_session.flatMap(({ session: at, state, days_ago, until_in_days }) => {
    const session = demo.sessions[at]
    if (session === undefined) return []
    return [
      {
        ...said,
        id: idOf(`session ${demo.slug} ${at} ${dayOf(now)}`),
        session: sessionKey(session),
        state,
        until: until_in_days === undefined ? null : dayOf(before(now, -until_in_days)),
        saidAt: before(now, days_ago).toISOString(),
      },
    ]
  })
  return [...earlier, ...sessions]
}

function fundingOf({ slug, funding }: DemoListing, now: Date): FundingEvent[] {
  if (funding === undefined) return []
  const { says, until_in_days, days_ago, by } = funding
  return [
    {
      id: idOf(`funding ${slug} ${dayOf(now)}`),
      listing: idOf(slug),
      says,
      until: until_in_days === undefined ? null : dayOf(before(now, -until_in_days)),
      saidAt: before(now, days_ago).toISOString(),
      by,
      source: by === 'source' ? DEMO_SOURCE.name : null,
    },
  ]
}
