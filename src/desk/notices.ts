/** Which notices stand on a listing. A notice touches no listing and no confirmation: it is read beside them. */
import { londonMoment } from '../listings/clock.ts'
import type { Listing } from '../listings/listing.ts'
import { targetOf } from '../people/roles.ts'
import type { Notice } from '../store/notices/notice.ts'

/** Held until its last day is over in London, or until somebody ended it. */
export function isOn({ until, endedAt, saidAt }: Notice, now: Date): boolean {
  return endedAt === null && Date.parse(saidAt) <= now.getTime() && until >= londonMoment(now).day
}

/**
 * Whether it speaks of this listing, whenever. Areas, kinds and groups each narrow it; none of one kind narrows nothing.
 * `urgent`: needs of people who may have to flee. What serves those is paused only by naming its group: nobody must read
 * that a refuge is shut because every hall is.
 */
export function speaksOf(
  { what, areas, kinds, groups }: Pick<Notice, 'what' | 'areas' | 'kinds' | 'groups'>,
  listing: Pick<Listing, 'group' | 'places' | 'kinds' | 'needs'>,
  urgent: ReadonlySet<string>,
): boolean {
  if (what === 'paused' && groups.length === 0 && listing.needs.some((need) => urgent.has(need))) return false
  const target = targetOf(listing)
  const among = (asked: readonly string[], has: readonly string[]) =>
    asked.length === 0 || has.some((one) => asked.includes(one))
  return (
    among(areas, target.areas) &&
    among(kinds, listing.kinds) &&
    among(groups, target.group === null ? [] : [target.group])
  )
}

/** Those on at `now`, the one that lasts longest first. A listing that has ended carries none. */
export function noticesFor(
  listing: Pick<Listing, 'group' | 'places' | 'kinds' | 'needs' | 'status'>,
  notices: readonly Notice[],
  now: Date,
  urgent: ReadonlySet<string>,
): Notice[] {
  if (listing.status === 'ended') return []
  return notices
    .filter((notice) => isOn(notice, now) && speaksOf(notice, listing, urgent))
    .sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))
}
