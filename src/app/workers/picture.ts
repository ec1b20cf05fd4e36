/** What a saved search finds now, and how each of its listings stands. */
import { roomAt } from '../../capacity/by-session.ts'
import { standing } from '../../freshness/standing.ts'
import { EVERYTHING, choicesOf, type Query } from '../../search/query.ts'
import { readQuery } from '../../search/read-query.ts'
import { writeQuery } from '../../search/write-query.ts'
import type { Known } from '../../store/store.ts'
import { REMEMBERED, type Stood } from '../../workers/search-news.ts'
import type { Searching } from '../../workers/searches.ts'
import { askOf } from '../find/ask.ts'
import { spotOf } from '../find/where.ts'
import type { House } from '../house.ts'

/** The search of an address, without what is only of the moment: its page, and "open now". null: it is none. */
export function savedQuery(house: House, address: string): Query | null {
  const read = readQuery(new URLSearchParams(address), { choices: choicesOf(house.taxonomy.lists) })
  if (!read.ok) return null
  const filters = { ...read.query.filters, open: [] }
  return { ...read.query, filters, page: 1, size: EVERYTHING.size }
}

/** One spelling of an address to save; null: it is no search. */
export function savedAddress(house: House, address: string): string | null {
  const query = savedQuery(house, address)
  return query === null ? null : writeQuery(query).toString()
}

export function stoodOf(house: House, known: Known): Stood {
  const now = house.now()
  const { state } = standing(known.listing, known.confirmation, known.signals, now, house.site.freshness)
  return { room: roomAt(known, now, house.site.capacity).whole.state, standing: state }
}

export const pictureOf =
  (house: House): Searching['picture'] =>
  async (address, also) => {
    const query = savedQuery(house, address)
    if (query === null) return null
    await house.follower.catchUp()
    const spot = await spotOf(house, query, '')
    const { hits } = await house.engine.search(askOf(house, { ...query, size: REMEMBERED }, spot, []))
    const ids = [...new Set([...hits.map(({ id }) => id), ...also])]
    const all = (await house.store.listings(ids)).filter(({ listing }) => listing.status !== 'draft')
    const there = new Set(all.map(({ listing }) => listing.id))
    return {
      found: hits.map(({ id }) => id).filter((id) => there.has(id)),
      now: Object.fromEntries(all.map((it) => [it.listing.id, stoodOf(house, it)])),
      names: new Map(all.map(({ listing }) => [listing.id, listing.name])),
    }
  }
