/**
 * "Something wrong?", said by anybody. Several alike are one matter of the desk; the group hears of it, never in the
 * reporter's own words: those may name somebody.
 */
import { z } from 'zod'
import { keepersOf, type Keeper } from '../upkeep/keepers.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { Act } from '../store/act.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import { raisedBy } from './alike.ts'
import { tellOfReport } from './tell-of-report.ts'
import { KINDS, type AboutOf } from './kinds.ts'
import { targetDay } from './target.ts'

/** Characters of one sentence. */
export const WORDS_MAX = 500
/** Of one matter: more of the same helps nobody, and a matter stays one screen long. */
const SAID_MAX = 50
const TELL_MAX = 20

export const reportGiven = z.object({
  listing: z.string(),
  what: z.enum(['closed', 'moved', 'full', 'number', 'other']),
  words: z.string().trim().max(WORDS_MAX),
  /** Where to tell what came of it; null: nowhere. */
  tell: z.email().max(254).nullable(),
  lang: z.enum(['en', 'cy']),
  /** A mark of the sender's network today: see stamp.ts. */
  from: z.string().min(1).max(40),
})
export type ReportGiven = z.infer<typeof reportGiven>
export type Reported = { is: 'heard' } | { is: 'unknown' } | { is: 'refused' }

/** `alike`: so many that say the same, from different networks or days, lower the standing until somebody looked. */
export async function report(
  given: ReportGiven,
  workshop: Workshop,
  { alike }: { alike: number },
): Promise<Reported> {
  const read = reportGiven.safeParse(given)
  if (!read.success) return { is: 'refused' }
  const first = await workshop.store.byId(given.listing)
  if (first.is !== 'listing' || first.known.listing.status === 'draft') return { is: 'unknown' }
  const keepers = await keepersOf(workshop.store, first.known.listing.group?.id ?? null)
  return workshop.store.act(async (act): Promise<Reported> => {
    const found = await act.byId(given.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const about = await filed(act, found.known, read.data, keepers, workshop)
    await lower(act, found.known, about, { alike, workshop })
    return { is: 'heard' }
  })
}

/** Joins what is open about the same, or opens a matter. Gives all that is said in it now. */
async function filed(
  act: Act,
  { listing }: Known,
  given: ReportGiven,
  keepers: readonly Keeper[],
  workshop: Workshop,
): Promise<AboutOf<'report'>> {
  const now = workshop.now()
  const open = await act.matters.list({ state: 'open', kind: 'report', listing: listing.id })
  const same = open.find(({ about }) => about['what'] === given.what)
  const about = joined(same, given, now)
  if (same !== undefined) {
    await act.matters.restate(same.id, about)
    return about
  }
  const id = workshop.newId()
  await act.matters.open({
    id,
    kind: 'report',
    listing: listing.id,
    group: listing.group?.id ?? null,
    person: null,
    openedAt: now.toISOString(),
    targetOn: targetDay('report', now),
    about,
  })
  await tellOfReport(act, { matter: id, listing, what: given.what }, keepers, workshop)
  return about
}

function joined(before: Matter | undefined, given: ReportGiven, now: Date): AboutOf<'report'> {
  const read = KINDS.report.about.safeParse(before?.about)
  const { said, tell } = read.success ? read.data : { said: [], tell: [] }
  const known = given.tell === null || tell.some(({ to }) => to === given.tell)
  return {
    what: given.what,
    said: [...said, { at: now.toISOString(), words: given.words, from: given.from }].slice(-SAID_MAX),
    tell:
      known || given.tell === null ? tell : [...tell, { to: given.tell, lang: given.lang }].slice(-TELL_MAX),
  }
}

async function lower(
  act: Act,
  { listing, confirmation, signals }: Known,
  about: AboutOf<'report'>,
  { alike, workshop }: { alike: number; workshop: Workshop },
): Promise<void> {
  const kind = raisedBy(about, { confirmedAt: confirmation?.at ?? null, signals, alike })
  if (kind === null) return
  const at = workshop.now().toISOString()
  await act.raise([{ id: workshop.newId(), listing: listing.id, kind, at, source: null, clearedAt: null }])
}
