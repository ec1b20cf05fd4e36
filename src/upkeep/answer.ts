/**
 * A group answers three questions of a listing: is it right, is there room, what of the money. One act: the confirmation,
 * the words on room and funding, the line in the record. What was changed meanwhile by somebody else is not confirmed by
 * whoever has not seen it; what they say of room and money is saved all the same.
 */
import type { Knower } from '../listings/claims.ts'
import type { Listing } from '../listings/listing.ts'
import { allowed } from '../people/allowed.ts'
import type { Action } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Act } from '../store/act.ts'
import type { Role } from '../store/people/grant.ts'
import type { Known } from '../store/store.ts'
import type { Lang } from '../text/format.ts'
import { answerShape, saysSomething, type Answer } from './answer-shape.ts'
import { closeAnswerLink, openAnswerLink, stillTheirs } from './answer-link.ts'
import { follow, type Answers } from './answer-follow.ts'
import { tellGroup } from './tell-group.ts'
import type { Workshop } from './workshop.ts'

/** Who answers: somebody signed in, or whoever holds the link of a letter to the group. */
export type Answerer = { is: 'person'; who: SignedIn | null } | { is: 'link'; token: string }

export type Answered =
  | { is: 'saved'; known: Known }
  /** It was changed since it was shown: not confirmed; everything else is saved. The revision they saw is to be compared. */
  | { is: 'stale'; known: Known }
  /** Somebody who counts for more says that it runs: the group's word that it ended waits for the desk. */
  | { is: 'waits'; known: Known }
  | { is: 'nothing' }
  | { is: 'refused' }
  | { is: 'used' }
  | { is: 'expired' }
  | { is: 'unknown' }

/** The role in which they may do each part; null: they may not. */
export type MayDo = (action: Action, listing: Listing) => Promise<Role | null>

/** `lang`: a letter about it, where the desk writes one, is in this language. */
export async function answer(
  answerer: Answerer,
  given: Answer,
  workshop: Workshop,
  lang: Lang = 'en',
): Promise<Answered> {
  const now = workshop.now()
  const shape = answerShape(now).safeParse(given)
  if (!shape.success) return { is: 'refused' }
  const said = shape.data
  if (!saysSomething(said)) return { is: 'nothing' }
  return workshop.store.act(async (act): Promise<Answered> => {
    const found = await act.byId(said.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const author = await authorOf(act, answerer, known, now)
    if (author.is !== 'author') return author
    if (!(await mayAll(author.may, said, known.listing))) return { is: 'refused' }
    const stale = said.right === 'yes' && said.revision !== known.listing.revision
    const answers: Answers = { act, ...author, known, said, stale, at: now, workshop, lang }
    const ended = await follow(answers)
    await note(answers)
    await tellGroup(answers, answerer.is === 'person' ? answerer.who : null)
    if (!stale && author.use !== null && !(await author.use()))
      throw new Error('An answer link was used twice at once.')
    const after = await act.byId(said.listing)
    if (after.is !== 'listing') return { is: 'unknown' }
    return { is: stale ? 'stale' : ended === 'waits' ? 'waits' : 'saved', known: after.known }
  })
}

export type Author = {
  is: 'author'
  by: Exclude<Knower, 'source'>
  role: Role
  person: string | null
  way: 'signed-in' | 'link'
  may: MayDo
  /** Uses up the link; null: there is none. */
  use: (() => Promise<boolean>) | null
}

async function authorOf(
  act: Act,
  answerer: Answerer,
  { listing }: Known,
  now: Date,
): Promise<Author | Extract<Answered, { is: 'refused' | 'used' | 'expired' | 'unknown' }>> {
  if (answerer.is === 'person') {
    const { who } = answerer
    const may: MayDo = (action, about) => allowed(act, who, action, about)
    const role = await may('confirm', listing)
    if (who === null || role === null || listing.status === 'draft') return { is: 'refused' }
    const by = role === 'administrator' ? 'desk' : role
    return { is: 'author', by, role, person: who.person, way: 'signed-in', may, use: null }
  }
  const { token } = answerer
  const opened = await openAnswerLink(act, token, listing.id, now)
  if (opened.is !== 'open') return opened
  const { link } = opened
  if (!(await stillTheirs(act, link, listing))) return { is: 'unknown' }
  if (listing.status === 'draft') return { is: 'refused' }
  return {
    is: 'author',
    by: 'group',
    role: 'group',
    person: link.person,
    way: 'link',
    may: async () => 'group',
    use: () => closeAnswerLink(act, token, link, listing.id, now),
  }
}

/** A hidden field added to the form reaches no further than the table of roles. What has ended is neither right nor full. */
async function mayAll(
  may: MayDo,
  { right, room, funding, intake }: Answer,
  listing: Listing,
): Promise<boolean> {
  if (listing.status === 'ended') return false
  const needed: Action[] = [
    ...(right === 'ended' ? (['end-listing'] as const) : []),
    ...(room.length > 0 || intake !== null ? (['say-capacity'] as const) : []),
    ...(funding !== null ? (['say-funding'] as const) : []),
  ]
  for (const action of needed) if ((await may(action, listing)) === null) return false
  return true
}

/** What was answered, never what it said in words: "right=yes room=full funding=unknown". */
async function note({ act, person, role, way, known, said, stale, at, workshop }: Answers): Promise<void> {
  const about = [
    said.right === null ? null : `right=${stale ? 'stale' : said.right}`,
    said.room.length === 0 ? null : `room=${[...new Set(said.room.map(({ state }) => state))].join('+')}`,
    said.funding === null ? null : `funding=${said.funding.says}`,
    said.intake === null ? null : 'intake',
    way === 'link' ? 'by=link' : null,
  ]
  await act.audit({
    id: workshop.newId(),
    at: at.toISOString(),
    person,
    role,
    did: 'answered',
    listing: known.listing.id,
    group: known.listing.group?.id ?? null,
    about: about.filter((it) => it !== null).join(' '),
  })
}
