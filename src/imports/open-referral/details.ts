/** Services one by one, where the list tells only of their names. */
import type { Fetching } from '../fetching/outcome.ts'
import { Refused } from '../refused.ts'
import { fetchJson } from './fetch-json.ts'
import { isJson } from './json.ts'
import type { Kept, Shelf } from './shelf.ts'
import { idAt } from './words.ts'

/** Asked at once: enough that a slow server does not take the night, few enough that none is hurt. */
const AT_ONCE = 3
/** Services that cannot be read before the feed is given up: these, or so many in a hundred of those wanted. */
const BROKEN_AT_MOST = 5
const BROKEN_SHARE = 0.05

type Details = { details: Map<string, Kept>; broken: Map<string, string> }
type Asking = {
  fetching: Fetching
  shelf: Shelf
  addressOf: (id: string) => string
  progress?: ((done: number, of: number) => void) | undefined
}

/** Throws Refused where too many cannot be read. */
export async function fetchDetails(ids: readonly string[], asking: Asking): Promise<Details> {
  const found: Details = { details: new Map(), broken: new Map() }
  const most = Math.max(BROKEN_AT_MOST, ids.length * BROKEN_SHARE)
  const waiting = ids.values()
  const hand = async (): Promise<void> => {
    for (const id of waiting) {
      const got = await fetchOne(id, asking)
      if (typeof got === 'string') found.broken.set(id, got)
      else found.details.set(id, got)
      if (found.broken.size > most)
        throw new Refused(
          `${found.broken.size} services cannot be read, the last because: ${[...found.broken.values()].at(-1) ?? ''}`,
        )
      asking.progress?.(ids.length + found.details.size, ids.length * 2)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
  return found
}

/** Its place on the shelf, or a sentence on why not. */
async function fetchOne(id: string, { fetching, shelf, addressOf }: Asking): Promise<Kept | string> {
  // A dot by itself would lead to another path.
  if (/^\.{1,2}$/.test(id)) return `"${id}" is no id.`
  const got = await fetchJson(addressOf(id), fetching, (value) => {
    if (!isJson(value)) return 'is no service'
    const answered = idAt(value)
    return answered === id ? value : `is another service (${answered?.slice(0, 60) ?? 'without an id'})`
  })
  return got.is === 'none' ? got.why : shelf.keep(got.bytes)
}
