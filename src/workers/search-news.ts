/** What changed in a saved search since a letter last told: pure, by comparing two pictures of its listings. */
import type { Capacity } from '../capacity/capacity.ts'
import type { Standing } from '../freshness/standing.ts'

/** How a listing stood when somebody last looked. */
export type Stood = { room: Capacity['state']; standing: Standing['state'] }
/** By the id of the listing. */
export type Picture = { [listing: string]: Stood }

/** What is told, most telling first: a listing has one line a letter. */
export const NEWS = ['ended', 'found', 'full', 'room', 'lapsed'] as const
export type News = { listing: string; is: (typeof NEWS)[number] }

/**
 * `found`: what the search finds now, in its order. `now`: how those stand, and those of `before` that are still known.
 * A listing that merely left the search (its filter was "has room") is remembered and no news; what ended is.
 */
export function searchNews(before: Picture, found: readonly string[], now: Picture): News[] {
  const listings = [...new Set([...found, ...Object.keys(before)])]
  const news = listings.flatMap((listing): News[] => {
    const is = newsOf(before[listing], now[listing], found.includes(listing))
    return is === null ? [] : [{ listing, is }]
  })
  return NEWS.flatMap((is) => news.filter((it) => it.is === is))
}

function newsOf(was: Stood | undefined, is: Stood | undefined, found: boolean): News['is'] | null {
  if (is === undefined) return null
  if (was === undefined) return found && is.standing !== 'ended' ? 'found' : null
  if (is.standing === 'ended') return was.standing === 'ended' ? null : 'ended'
  if (is.room === 'full' && was.room !== 'full') return 'full'
  if (is.room === 'open' && (was.room === 'full' || was.room === 'waiting' || was.room === 'paused'))
    return 'room'
  if (was.standing === 'confirmed' && is.standing !== 'confirmed') return 'lapsed'
  return null
}

/** Listings remembered of one search at most: a search for everything is none that anybody follows. */
export const REMEMBERED = 500

/** What to compare with next time: what is found first, then what was remembered and still stands. */
export function remembered(before: Picture, found: readonly string[], now: Picture): Picture {
  const ids = [...new Set([...found, ...Object.keys(before)])].slice(0, REMEMBERED)
  return Object.fromEntries(
    ids.flatMap((id) => {
      const stood = now[id]
      return stood === undefined ? [] : [[id, stood]]
    }),
  )
}
