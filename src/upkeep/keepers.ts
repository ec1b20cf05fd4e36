/** The group hears what somebody else said of its listing, so that it can put it right: one letter a listing and week. */
import { londonMoment, mondayOf } from '../listings/clock.ts'
import type { LetterAbout } from '../mail/letters.ts'
import { newToken } from '../store/once.ts'
import { makeAnswerLink } from './answer-link.ts'
import type { Rings } from './ringer.ts'

/** Days for which a letter that could not be sent is still worth sending. */
const WORTH_DAYS = 7
const DAY_MS = 86_400_000

export type Keeper = { person: string; email: string; lang: 'en' | 'cy' }
/** The store, or an act on it. */
type Asked = {
  grants: { holders: (role: 'group', scope: string) => Promise<{ person: string }[]> }
  people: { byId: (id: string) => Promise<{ email: string } | null> }
}

/** Everybody who keeps a group's listings, by address. Nobody says in which language they read: English. */
export async function keepersOf({ grants, people }: Asked, group: string | null): Promise<Keeper[]> {
  if (group === null) return []
  const holders = new Set((await grants.holders('group', group)).map(({ person }) => person))
  const found = await Promise.all(
    [...holders].map(async (person) => ({ person, email: (await people.byId(person))?.email })),
  )
  return found.flatMap(({ person, email }) => (email === undefined ? [] : [{ person, email, lang: 'en' }]))
}

/** Nothing was heard where nobody answered: then there is nothing to put right. */
export async function tellKeepers(
  { act, who, by, known, given, at, workshop }: Rings,
  keepers: readonly Keeper[],
): Promise<void> {
  if (given.heard === 'no-answer') return
  const { id, name } = known.listing
  const { day } = londonMoment(at)
  const now = await act.byId(id)
  const revision = now.is === 'listing' ? now.known.listing.revision : known.listing.revision
  for (const { person, email, lang } of keepers) {
    if (person === who.person) continue
    const about: LetterAbout<'confirmed-for-you'> = {
      listing: name,
      by,
      how: given.how,
      heard: given.heard,
      until: given.until,
      weeks: given.weeks,
      words: given.words ?? '',
      on: day,
      path: await makeAnswerLink(act, { person, listings: [{ id, revision }] }, at, newToken),
    }
    await act.post({
      id: workshop.newId(),
      key: `confirmed-for-you:${id}:${mondayOf(at)}:${person}`,
      to: email,
      lang,
      kind: 'confirmed-for-you',
      about,
      postedAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + WORTH_DAYS * DAY_MS).toISOString(),
    })
  }
}
