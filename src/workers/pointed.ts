/** "Pointed somebody here": one more in this week. Nothing is kept of the person, nor of who pointed them. */
import { monthBegan } from '../capacity/intake.ts'
import { mondayOf } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Tally } from '../store/tallies.ts'
import { ringing } from '../upkeep/ringer.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { markOfToday } from './once-a-day.ts'
import { countSent } from './sent.ts'

/** People pointed to a listing, by its id. */
export type Pointed = {
  week: number
  month: number
  /** With those who put it on a shortlist: what counts against how many a group can take. */
  counted: number
}
export const NOBODY: Pointed = { week: 0, month: 0, counted: 0 }

/** Sums of counts; shortlists belong to the month's sum only where `shortlisted`. */
export function pointedIn(tallies: readonly Tally[], now: Date): Map<string, Pointed> {
  const [week, month] = [mondayOf(now), monthBegan(now)]
  const sums = new Map<string, Pointed>()
  for (const { listing, kind, count, week: of } of tallies) {
    if (kind === 'looked' || of < month) continue
    const sum = sums.get(listing) ?? NOBODY
    const here = kind === 'pointed' ? count : 0
    sums.set(listing, {
      week: sum.week + (of === week ? here : 0),
      month: sum.month + here,
      counted: sum.counted + count,
    })
  }
  return sums
}

export async function pointedTo(
  { store, now }: Pick<Workshop, 'store' | 'now'>,
  listings: readonly string[],
): Promise<Map<string, Pointed>> {
  const at = now()
  const since = [mondayOf(at), monthBegan(at)].sort()[0] ?? ''
  return pointedIn(await store.tallies(listings, since), at)
}

/** again: they said so today already. nothing: they said nothing today that could be taken back. */
type PointedOutcome = { is: 'saved' | 'again' | 'nothing' | 'refused' | 'unknown' }

/** Once a day, listing and link worker. `back`: it was pressed by mistake; nobody takes back what another said. */
export async function point(
  who: SignedIn | null,
  { listing, back }: { listing: string; back: boolean },
  workshop: Workshop,
): Promise<PointedOutcome> {
  const at = workshop.now()
  const week = mondayOf(at)
  const mark = markOfToday(workshop.store, at, ['pointed', who?.person ?? '', listing])
  return workshop.store.act(async (act): Promise<PointedOutcome> => {
    const found = await act.byId(listing)
    if (found.is !== 'listing' || found.known.listing.status === 'draft') return { is: 'unknown' }
    if ((await allowed(act, ringing(who), 'point', found.known.listing)) === null) return { is: 'refused' }
    if (mark.isThere() !== back) return { is: back ? 'nothing' : 'again' }
    const count = back ? -1 : 1
    await act.count([{ listing, week, kind: 'pointed', count }])
    await countSent(act, { listing, how: 'pointed', count }, at)
    // Here, where only one writes at a time: two presses at once are one.
    if (back) mark.remove()
    else mark.set()
    return { is: 'saved' }
  })
}
