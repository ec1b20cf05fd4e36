/** Searches that somebody saves to hear what changes in them. They are theirs alone, and gone when they forget them. */
import { z } from 'zod'
import { mondayOf } from '../listings/clock.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { CAPACITY_STATES } from '../capacity/event.ts'
import { STANDINGS } from '../freshness/standing.ts'
import type { SavedSearch } from '../store/workers/searches.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { Picture } from './search-news.ts'
import type { Seal } from './sealed.ts'

/** Searches of one person at most: more than anybody reads about in one letter. */
export const SEARCHES_MAX = 20
/** Characters. */
export const NAME_MAX = 80
const ADDRESS_MAX = 2000

const stood = z.object({ room: z.enum([...CAPACITY_STATES, 'unknown']), standing: z.enum(STANDINGS) })
const about = z.object({
  name: z.string(),
  /** The address of the search, without its "?". */
  address: z.string(),
  /** How its listings stood when last told. */
  stood: z.record(z.string(), stood),
})
export type SearchAbout = z.infer<typeof about>
/** A saved search, opened. */
export type Search = { id: string; savedAt: string; toldWeek: string } & SearchAbout

export const savedName = z.string().trim().min(1).max(NAME_MAX)

/** null: it was closed with a secret that is no more. */
export function opened(saved: SavedSearch, seal: Seal): Search | null {
  const text = seal.open(saved.about)
  if (text === null) return null
  const read = about.safeParse(JSON.parse(text))
  const { id, savedAt, toldWeek } = saved
  return read.success ? { id, savedAt, toldWeek, ...read.data } : null
}
export const closed = ({ name, address, stood: now }: SearchAbout, seal: Seal): string =>
  seal.close(JSON.stringify({ name, address, stood: now } satisfies SearchAbout))

/** What a use case of searches needs besides: whose key, and what a search finds now. */
export type Searching = Workshop & {
  seal: Seal
  /** null: the address is no search. Else the ids it finds, best first, and how they and `also` stand now. */
  picture: (
    address: string,
    also: readonly string[],
  ) => Promise<{ found: string[]; now: Picture; names: Map<string, string> } | null>
}

export type SaveOutcome =
  { is: 'saved' } | { is: 'refused' } | { is: 'too-many' } | { is: 'no-name' } | { is: 'no-search' }

/** What it finds now is no news: the first letter tells of what changes from here on. */
export async function saveSearch(
  who: SignedIn | null,
  { name, address }: { name: string; address: string },
  searching: Searching,
): Promise<SaveOutcome> {
  if (who === null || mayHere(who, 'save-searches') === null) return { is: 'refused' }
  const named = savedName.safeParse(name)
  if (!named.success) return { is: 'no-name' }
  const seen = address.length > ADDRESS_MAX ? null : await searching.picture(address, [])
  if (seen === null) return { is: 'no-search' }
  const now = searching.now()
  return searching.store.act(async (act): Promise<SaveOutcome> => {
    const before = await act.workers.searches(who.person)
    if (before.length >= SEARCHES_MAX) return { is: 'too-many' }
    await act.workers.addSearch({
      id: searching.newId(),
      person: who.person,
      savedAt: now.toISOString(),
      about: closed({ name: named.data, address, stood: seen.now }, searching.seal),
      toldWeek: mondayOf(now),
    })
    return { is: 'saved' }
  })
}

/** Of whoever asks, and of nobody else. */
export async function searchesFor(
  who: SignedIn | null,
  { store, seal }: Searching,
): Promise<Search[] | null> {
  if (who === null || mayHere(who, 'save-searches') === null) return null
  return (await store.workers.searches(who.person)).flatMap((it) => opened(it, seal) ?? [])
}

export async function forgetSearch(
  who: SignedIn | null,
  { search }: { search: string },
  { store }: Pick<Workshop, 'store'>,
): Promise<{ is: 'forgotten' } | { is: 'refused' } | { is: 'unknown' }> {
  if (who === null) return { is: 'refused' }
  const gone = await store.act((act) => act.workers.forgetSearch(who.person, search))
  return { is: gone ? 'forgotten' : 'unknown' }
}
