/** A word on room that was pressed by mistake is taken back: what stood before stands again, no longer than it would have. */
import { dayBefore } from '../capacity/by-session.ts'
import { lapsesAt } from '../capacity/capacity.ts'
import type { CapacityEvent, CapacityThresholds } from '../capacity/event.ts'
import { isoDay } from '../listings/clock.ts'
import { dayOf } from '../listings/heard.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Known } from '../store/store.ts'
import type { Workshop } from './workshop.ts'

/** Later it is not a slip but news. Minutes. */
export const TAKE_BACK_MINUTES = 60

export type TakenBack =
  | { is: 'saved'; known: Known }
  /** Somebody said something newer, or it is too long ago. */
  | { is: 'late'; known: Known }
  | { is: 'refused' }
  | { is: 'unknown' }

export async function takeBack(
  who: SignedIn | null,
  { listing: id, event }: { listing: string; event: string },
  workshop: Workshop,
  thresholds: CapacityThresholds,
): Promise<TakenBack> {
  const now = workshop.now()
  const said = await workshop.store.capacities(id)
  return workshop.store.act(async (act): Promise<TakenBack> => {
    const found = await act.byId(id)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const role = await allowed(act, who, 'say-capacity', known.listing)
    if (who === null || role === null) return { is: 'refused' }
    const [latest, ...older] = said.filter(({ session }) => session === null)
    const young =
      latest !== undefined && now.getTime() - Date.parse(latest.saidAt) <= TAKE_BACK_MINUTES * 60_000
    if (latest?.id !== event || known.capacity?.id !== event || !young) return { is: 'late', known }
    await act.sayCapacity([again(older[0] ?? null, latest, workshop.newId(), now, thresholds)])
    await act.audit({
      id: workshop.newId(),
      at: now.toISOString(),
      person: who.person,
      role,
      did: 'took-back',
      listing: id,
      group: known.listing.group?.id ?? null,
      about: `room=${latest.state}`,
    })
    const after = await act.byId(id)
    return after.is === 'listing' ? { is: 'saved', known: after.known } : { is: 'unknown' }
  })
}

/** Events are added, never changed: the older word is said again with the end it had; with none before, one that is over. */
function again(
  before: CapacityEvent | null,
  latest: CapacityEvent,
  id: string,
  now: Date,
  thresholds: CapacityThresholds,
): CapacityEvent {
  const saidAt = now.toISOString()
  if (before === null) return { ...latest, id, weeks: null, until: dayBefore(now), saidAt }
  return { ...before, id, until: isoDay(dayOf(lapsesAt(before, thresholds)) - 1), saidAt }
}
