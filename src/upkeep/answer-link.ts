/**
 * The link in a letter that asks a group about its listings. It can do one thing: answer for the listings it names, once
 * for each. It signs nobody in, shows nothing that is not public, and opening it changes nothing: programs that read mail
 * open every link.
 */
import { z } from 'zod'
import type { Listing } from '../listings/listing.ts'
import type { Act } from '../store/act.ts'
import type { Store } from '../store/store.ts'

/** A letter lies about for a holiday, not for a season. Days. */
export const LINK_DAYS = 30
const DAY_MS = 86_400_000
export const ANSWER_LINK = 'answer'

const about = z.object({
  /** Whom the letter went to; null: an address of the listing, of somebody without a sign-in. */
  person: z.string().nullable(),
  role: z.literal('group'),
  /** Listings, and their revisions when the letter was written. */
  listings: z.array(z.object({ id: z.string(), revision: z.number().int() })).min(1),
})
export type AnswerLink = z.infer<typeof about>

/** Makes a link and gives its path, "/answer/…". For one of several listings: `?listing=<id>` behind it. */
export async function makeAnswerLink(
  act: Pick<Act, 'once'>,
  { listings, person }: Omit<AnswerLink, 'role'>,
  now: Date,
  newToken: () => string,
): Promise<string> {
  const token = newToken()
  const said: AnswerLink = {
    person,
    role: 'group',
    listings: listings.map(({ id, revision }) => ({ id, revision })),
  }
  await act.once.make(token, {
    kind: ANSWER_LINK,
    about: said,
    madeAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS).toISOString(),
  })
  return `/answer/${token}`
}

export type LinkLooked =
  | {
      /** used: every listing it names was answered. */
      is: 'good' | 'used' | 'expired'
      link: AnswerLink
      /** Listing → instant it was answered at by this link. */
      answered: { [listing: string]: string }
      expiresAt: string
    }
  | { is: 'unknown' }

/** Looking uses nothing up. */
export async function lookAtAnswerLink(
  store: Pick<Store, 'once' | 'answered'>,
  token: string,
  now: Date,
): Promise<LinkLooked> {
  const looked = await store.once(token, ANSWER_LINK, now)
  if (looked.is === 'unknown') return looked
  const read = about.safeParse(looked.once.about)
  if (!read.success) return { is: 'unknown' }
  return {
    is: looked.is,
    link: read.data,
    answered: await store.answered(token),
    expiresAt: looked.once.expiresAt,
  }
}

/**
 * Whether whoever the letter went to still keeps the listing: a letter outlives the role it was written to. A letter to
 * an address of the listing went to nobody in particular.
 */
export async function stillTheirs(
  { grants }: { grants: Pick<Store['grants'], 'of'> },
  { person }: Pick<AnswerLink, 'person'>,
  { group }: Pick<Listing, 'group'>,
): Promise<boolean> {
  if (person === null) return true
  const held = await grants.of(person)
  return group !== null && held.some(({ role, scope }) => role === 'group' && scope === group.id)
}

export type LinkOpened =
  { is: 'open'; link: AnswerLink } | { is: 'used' } | { is: 'expired' } | { is: 'unknown' }

/** The same inside an act, for one listing. "used": it was answered by this link before, by whoever had it. */
export async function openAnswerLink(
  act: Act,
  token: string,
  listing: string,
  now: Date,
): Promise<LinkOpened> {
  const looked = await act.once.look(token, ANSWER_LINK, now)
  if (looked.is === 'unknown') return looked
  const read = about.safeParse(looked.once.about)
  if (!read.success || !read.data.listings.some(({ id }) => id === listing)) return { is: 'unknown' }
  if ((await act.once.usedFor(token))[listing] !== undefined) return { is: 'used' }
  return looked.is === 'good' ? { is: 'open', link: read.data } : { is: looked.is }
}

/** Uses the link up for a listing, and altogether with the last one. False where somebody was quicker. */
export async function closeAnswerLink(
  act: Act,
  token: string,
  link: AnswerLink,
  listing: string,
  now: Date,
): Promise<boolean> {
  if (!(await act.once.useFor(token, listing, now.toISOString()))) return false
  const answered = await act.once.usedFor(token)
  if (link.listings.every(({ id }) => answered[id] !== undefined)) await act.once.use(token, ANSWER_LINK, now)
  return true
}
