/** The three questions asked and answered, by somebody signed in or by whoever holds the link of a letter. */
import { changes } from '../../listings/changes.ts'
import type { FieldName } from '../../listings/listing.ts'
import { allowed } from '../../people/allowed.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Known } from '../../store/store.ts'
import type { Lang } from '../../text/format.ts'
import { answer, type Answered, type Answerer } from '../../upkeep/answer.ts'
import { lookAtAnswerLink, stillTheirs } from '../../upkeep/answer-link.ts'
import { NOTHING, type Answer } from '../../upkeep/answer-shape.ts'
import type { House } from '../house.ts'
import { readAnswer, readEnd, type Filled, type Wrong } from './read-answer.ts'
import { screenOf, type Screen } from './screen.ts'

export type Shown = { is: 'shown'; screen: Screen } | { is: 'refused' } | { is: 'unknown' }

/** The screen for somebody signed in. */
export async function shown(house: House, who: SignedIn, id: string, lang: Lang): Promise<Shown> {
  const found = await house.store.byId(id)
  if (found.is !== 'listing') return { is: 'unknown' }
  if ((await allowed(house.store, who, 'confirm', found.known.listing)) === null) return { is: 'refused' }
  return { is: 'shown', screen: await screenOf(house, found.known, lang) }
}

export type Linked = {
  is: 'good' | 'used' | 'expired'
  expiresAt: string
  /** In the order of the letter; those erased meanwhile, and those they keep no longer, are left out. */
  listings: { screen: Screen; answeredAt: string | null; since: FieldName[] }[]
}

/** What a link leads to; looking at it changes nothing. */
export async function linked(house: House, token: string, lang: Lang): Promise<Linked | { is: 'unknown' }> {
  const looked = await lookAtAnswerLink(house.store, token, house.now())
  if (looked.is === 'unknown') return looked
  const { is, link, answered, expiresAt } = looked
  const named = await house.store.listings(link.listings.map(({ id }) => id))
  const theirs = await Promise.all(named.map(({ listing }) => stillTheirs(house.store, link, listing)))
  const known = named.filter((_, at) => theirs[at])
  if (named.length > 0 && known.length === 0) return { is: 'unknown' }
  const listings = await Promise.all(
    known.map(async (it) => ({
      screen: await screenOf(house, it, lang),
      answeredAt: answered[it.listing.id] ?? null,
      since: await changedSince(house, it, link.listings.find(({ id }) => id === it.listing.id)?.revision),
    })),
  )
  return { is, expiresAt, listings }
}

/** Fields that say something else than they did at a revision, for whoever saw that one. */
export async function changedSince(
  house: Pick<House, 'store'>,
  { listing }: Known,
  revision: number | undefined,
): Promise<FieldName[]> {
  if (revision === undefined || revision >= listing.revision) return []
  const before: { [field: string]: unknown } = { ...listing }
  for (const later of await house.store.revisions(listing.id))
    if (later.revision > revision)
      for (const { field, from } of later.changes) before[field] = from ?? undefined
  return changes(before as typeof listing, listing).map(({ field }) => field)
}

export type Sent =
  | Exclude<Answered, { is: 'stale' }>
  | { is: 'wrong'; wrong: Wrong[] }
  /** "It has ended" is made sure of first. */
  | { is: 'ending' }
  | { is: 'stale'; known: Known; since: FieldName[] }

/** A form of the three questions, or of "it has ended", as it was sent. */
export async function send(
  house: House,
  answerer: Answerer,
  screen: Screen,
  form: Filled,
  lang: Lang,
): Promise<Sent> {
  if (form.text('right') === 'ended') return sendEnd(house, answerer, screen, form, lang)
  const asked = {
    listing: screen.listing.id,
    sessions: screen.sessions.map(({ key }) => key),
    perMonth: screen.perMonth,
  }
  const read = readAnswer(form, asked, house.now())
  if (read.is === 'wrong') return read
  const answered = await answer(answerer, read.answer, house, lang)
  if (answered.is !== 'stale') return answered
  return { ...answered, since: await changedSince(house, answered.known, read.answer.revision) }
}

async function sendEnd(
  house: House,
  answerer: Answerer,
  screen: Screen,
  form: Filled,
  lang: Lang,
): Promise<Sent> {
  if (form.text('sure') === '') return { is: 'ending' }
  const read = readEnd(form, house.now())
  if (read.is === 'wrong') return read
  const successor = await successorOf(house, screen, read)
  if (successor === undefined)
    return { is: 'wrong', wrong: [{ name: 'successor-page', problem: 'successor' }] }
  const given: Answer = {
    ...NOTHING,
    listing: screen.listing.id,
    revision: screen.listing.revision,
    right: 'ended',
    ended: { on: read.on, successor },
  }
  const answered = await answer(answerer, given, house, lang)
  return answered.is === 'stale' ? { ...answered, since: [] } : answered
}

/** Characters of the address of a page. */
const PAGE_MAX = 2000

/** null: nothing took over; undefined: what was typed is no page of a listing here. */
async function successorOf(
  house: Pick<House, 'store'>,
  { listing, others }: Screen,
  { successor, page }: { successor: string; page: string },
): Promise<string | null | undefined> {
  if (successor === 'other') {
    if (page === '') return null
    // An address is not longer; what is could be read for seconds.
    const slug = /([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(page.toLowerCase().slice(0, PAGE_MAX))?.[1] ?? ''
    const found = await house.store.bySlug(slug)
    const fits = found.is === 'listing' && found.known.listing.id !== listing.id
    return fits && found.known.listing.status !== 'draft' ? found.known.listing.id : undefined
  }
  return others.find(({ id }) => id === successor)?.id ?? null
}
