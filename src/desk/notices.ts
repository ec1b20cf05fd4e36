/** Which notices stand on a listing. A notice touches no listing and no confirmation: it is read beside them. */
import { londonMoment } from '../listings/clock.ts'
import type { Listing } from '../listings/listing.ts'
import { targetOf } from '../people/roles.ts'
import type { Notice } from '../store/notices/notice.ts'

/** Held until its last day is over in London, or until somebody ended it. */
export function isOn({ until, endedAt, saidAt }: Notice, now: Date): boolean {
  return endedAt === null && Date.parse(saidAt) <= now.getTime() && until >= londonMoment(now).day
}

/** Whether it speaks of this listing, whenever. Areas, kinds and groups each narrow it; none of one kind narrows nothing. */
export function speaksOf(
  { areas, kinds, groups }: Pick<Notice, 'areas' | 'kinds' | 'groups'>,
  listing: Pick<Listing, 'group' | 'places' | 'kinds'>,
): boolean {
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
  listing: Pick<Listing, 'group' | 'places' | 'kinds' | 'status'>,
  notices: readonly Notice[],
  now: Date,
): Notice[] {
  if (listing.status === 'ended') return []
  return notices
    .filter((notice) => isOn(notice, now) && speaksOf(notice, listing))
    .sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))
}
