/** Switching notices on and off, and what one would touch before it is switched on. */
import { z } from 'zod'
import { isoDay, londonMoment } from '../listings/clock.ts'
import { day, type Listing } from '../listings/listing.ts'
import { urgentNeeds } from '../listings/taxonomy.ts'
import { liveGrants, mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { NOTICE_WHATS, type Notice } from '../store/notices/notice.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { speaksOf } from './notices.ts'

/** Longer than a year is no crisis but a change. Days. */
const LONGEST_DAYS = 366
/** Characters of the one sentence: it stands on every card. */
export const NOTICE_WORDS_MAX = 200
/** Listings read in one go while they are counted. */
const BATCH = 500

/** "M33" or a code (GSS); a whole postcode is no area. */
const area = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d{8})$/)

export const noticeGiven = (now: Date) => {
  const { epochDay: today, day: first } = londonMoment(now)
  const last = isoDay(today + LONGEST_DAYS)
  return z.object({
    what: z.enum(NOTICE_WHATS),
    areas: z.array(area).max(100),
    kinds: z.array(z.string().max(60)).max(100),
    /** Ids of groups. */
    groups: z.array(z.string().max(60)).max(100),
    words: z.string().trim().max(NOTICE_WORDS_MAX),
    until: day.refine((it) => it >= first && it <= last),
  })
}
export const isUntil = (until: string, now: Date): boolean =>
  noticeGiven(now).shape.until.safeParse(until).success
export type NoticeGiven = z.infer<ReturnType<typeof noticeGiven>>

export type Switched =
  | { is: 'switched'; notice: Notice }
  | { is: 'wrong'; field: keyof NoticeGiven }
  /** Their desk is of one area, and this would reach further. */
  | { is: 'too-far' }
  | { is: 'refused' }

export async function switchNotice(
  who: SignedIn | null,
  given: NoticeGiven,
  { store, now, newId }: Workshop,
): Promise<Switched> {
  const role = mayHere(who, 'switch-crisis')
  if (who === null || role === null) return { is: 'refused' }
  const read = noticeGiven(now()).safeParse(given)
  if (!read.success) return { is: 'wrong', field: read.error.issues[0]?.path[0] as keyof NoticeGiven }
  if (!reaches(who, read.data.areas)) return { is: 'too-far' }
  const at = now().toISOString()
  const notice: Notice = {
    ...read.data,
    id: newId(),
    saidAt: at,
    saidBy: who.person,
    endedAt: null,
    endedBy: null,
  }
  await store.act(async (act) => {
    await act.notices.add(notice)
    await act.audit({ ...entry(newId(), at, who, role), did: 'switched-notice', about: notice.id })
  })
  return { is: 'switched', notice }
}

export async function stopNotice(
  who: SignedIn | null,
  id: string,
  { store, now, newId }: Workshop,
): Promise<{ is: 'ended' } | { is: 'refused' } | { is: 'unknown' }> {
  const role = mayHere(who, 'switch-crisis')
  if (who === null || role === null) return { is: 'refused' }
  const notice = (await store.notices()).find((it) => it.id === id)
  if (notice === undefined) return { is: 'unknown' }
  if (!reaches(who, notice.areas)) return { is: 'refused' }
  const at = now().toISOString()
  return store.act(async (act) => {
    if (!(await act.notices.end(id, who.person, at))) return { is: 'unknown' }
    await act.audit({ ...entry(newId(), at, who, role), did: 'ended-notice', about: id })
    return { is: 'ended' }
  })
}

const entry = (id: string, at: string, who: SignedIn, role: string) => ({
  id,
  at,
  person: who.person,
  role,
  listing: null,
  group: null,
})

/** Whoever's desk is of some areas switches notices for those only. */
function reaches(who: SignedIn, areas: readonly string[]): boolean {
  const desks = liveGrants(who).filter(({ role }) => role === 'desk' || role === 'administrator')
  if (desks.some(({ scope }) => scope === null)) return true
  const own = new Set(desks.map(({ scope }) => scope))
  return areas.length > 0 && areas.every((it) => own.has(it))
}

/** How many listings that people can find a notice would stand on. */
export async function touches(
  given: Pick<Notice, 'what' | 'areas' | 'kinds' | 'groups'>,
  { store, taxonomy }: Pick<Workshop, 'store' | 'taxonomy'>,
): Promise<number> {
  const shown = ({ status }: Listing) => status === 'published' || status === 'paused'
  const urgent = urgentNeeds(taxonomy)
  let count = 0
  for (let from = 0, more = true; more;) {
    const changes = await store.changesSince(from, BATCH)
    count += changes.known.filter(({ listing }) => shown(listing) && speaksOf(given, listing, urgent)).length
    ;({ upTo: from, more } = changes)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return count
}

/** A week from now: what a form says beforehand. */
export const usualUntil = (now: Date): string => isoDay(londonMoment(now).epochDay + 7)
