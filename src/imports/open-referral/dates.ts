/** Days and moments at which the source says that somebody looked. */
import { complain, type Draft } from '../mapping/draft.ts'
import { dayOf } from '../transforms/figures.ts'
import { listAt, numberAt, type Json } from './json.ts'
import { wordsAt } from './words.ts'

/** Earlier than this a date of checking is a slip, not a date. */
const EARLIEST = '1990-01-01'

/** Somebody assured it on that day. `last_modified` is when a program touched it, and confirms nothing. */
export function addAssured(draft: Draft, service: Json, today: string): void {
  const said = wordsAt(service, 'assured_date')
  if (said === '') return
  const day = dayOf(said)
  if (day !== null && day >= EARLIEST && day <= today) draft.checkedOn = day
  else complain(draft, 'assured_date', said, 'is not a day on which it can have been checked', 'left out')
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * HSDS 3.1 counts what is free, unit by unit (beds, places). Any free: there is room. None free of all that is counted:
 * full. A number of waiting people is not in the standard. Where more are free than there can be, one of the two is
 * wrong: it is said, and room there is by both.
 */
export function addRoom(draft: Draft, service: Json, now: Date): void {
  const told = listAt(service, 'capacities').flatMap((one) => {
    const available = numberAt(one, 'available')
    if (available === undefined || available < 0) return []
    const maximum = numberAt(one, 'maximum')
    if (maximum !== undefined && available > maximum)
      complain(
        draft,
        'capacities',
        `${available} of ${maximum}`,
        'more are available than there can be',
        'kept as "has room"',
      )
    const at = instantOf(draft, wordsAt(one, 'updated'), now)
    return at === null ? [] : [{ available, at }]
  })
  // What was counted on another day says nothing of today's: the latest count stands.
  const last = told
    .map(({ at }) => at)
    .sort()
    .at(-1)
  if (last === undefined) return
  const counted = told.filter(({ at }) => at.slice(0, 10) === last.slice(0, 10))
  draft.room = { state: counted.some(({ available }) => available > 0) ? 'open' : 'full', at: last }
}

function instantOf(draft: Draft, said: string, now: Date): string | null {
  const time = INSTANT.test(said)
    ? Date.parse(said.length > 10 && !/(Z|[+-]\d{2}:?\d{2})$/.test(said) ? `${said}Z` : said)
    : NaN
  if (!Number.isNaN(time) && time <= now.getTime() && said >= EARLIEST) return new Date(time).toISOString()
  complain(draft, 'capacities', said, 'is not a time at which it can have been counted', 'left out')
  return null
}
