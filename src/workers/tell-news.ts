/**
 * Once a week, one letter a person with what changed in all their searches. What was told is written in the same act as
 * the letter: a run that dies, is late, or is made twice tells everything once.
 */
import { mondayOf } from '../listings/clock.ts'
import type { LetterAbout } from '../mail/letters.ts'
import { MAY_HERE } from '../people/roles.ts'
import type { Role } from '../store/people/grant.ts'
import { remembered, searchNews, type News } from './search-news.ts'
import { closed, opened, type Search, type Searching } from './searches.ts'

/** People read at one time. */
const BATCH = 100
/** Lines of one search in a letter: more is a page, and has one. */
const LINES = 12
/** Days after which last week's news are none. */
const WORTH_DAYS = 6
const DAY_MS = 86_400_000

const MAY_SAVE: readonly Role[] = MAY_HERE['save-searches']

/** How many letters were posted. */
export async function tellNews(searching: Searching): Promise<number> {
  const week = mondayOf(searching.now())
  let letters = 0
  for (;;) {
    const people = await searching.store.workers.searchersDue(week, BATCH)
    for (const person of people) if (await tell(person, week, searching)) letters++
    if (people.length < BATCH) return letters
  }
}

type Told = { search: Search; news: News[]; about: string; names: Map<string, string> }

async function tell(person: string, week: string, searching: Searching): Promise<boolean> {
  const { store, seal } = searching
  const saved = await store.workers.searches(person)
  const told = await Promise.all(saved.map((it) => newsOf(opened(it, seal), searching)))
  const now = searching.now()
  return store.act(async (act) => {
    const address = (await act.people.byId(person))?.email
    const grants = await act.grants.of(person)
    // Whoever is no link worker any more keeps nothing of what they searched for.
    const may = grants.some(({ role }) => MAY_SAVE.includes(role))
    for (const [at, search] of saved.entries()) {
      const it = told[at] ?? null
      if (!may || address === undefined || it === null) await act.workers.forgetSearch(person, search.id)
      else await act.workers.toldOf({ id: search.id, about: it.about, toldWeek: week })
    }
    const changed = told.filter((it) => it !== null).filter(({ news }) => news.length > 0)
    if (!may || address === undefined || changed.length === 0) return false
    await act.post({
      id: searching.newId(),
      key: `searches-changed:${person}:${week}`,
      to: address,
      lang: 'en',
      kind: 'searches-changed',
      about: letterOf(changed),
      postedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + WORTH_DAYS * DAY_MS).toISOString(),
    })
    return true
  })
}

/** null: it cannot be read any more. A search whose words mean nothing now (a need that is gone) tells nothing. */
async function newsOf(search: Search | null, { picture, seal }: Searching): Promise<Told | null> {
  if (search === null) return null
  const seen = await picture(search.address, Object.keys(search.stood))
  if (seen === null) return { search, news: [], about: closed(search, seal), names: new Map() }
  const news = searchNews(search.stood, seen.found, seen.now)
  const stood = remembered(search.stood, seen.found, seen.now)
  return { search, news, about: closed({ ...search, stood }, seal), names: seen.names }
}

function letterOf(told: readonly Told[]): LetterAbout<'searches-changed'> {
  return {
    searches: told.map(({ search, news, names }) => ({
      name: search.name,
      lines: news.slice(0, LINES).map(({ listing, is }) => ({ is, name: names.get(listing) ?? '' })),
      more: Math.max(0, news.length - LINES),
    })),
  }
}
