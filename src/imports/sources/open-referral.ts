/** Open Referral feeds: HSDS-UK 3.0, HSDS 3.0 and 3.1, and the older dialect, from an address or from files. */
import type { Fetching } from '../fetching/outcome.ts'
import { readFeed } from '../open-referral/feed.ts'
import { readFolder } from '../open-referral/folder.ts'
import type { Gathered } from '../open-referral/gathered.ts'
import { mappingOf } from '../open-referral/service.ts'
import { openShelf, type Shelf } from '../open-referral/shelf.ts'
import { toldOf } from '../open-referral/told.ts'
import { Refused } from '../refused.ts'
import { begin, runListings } from '../run.ts'
import type { Errand, RunSource } from '../workshop.ts'

export const importOpenReferral: RunSource = (errand, workshop) =>
  begin(errand.source, errand, workshop, async (begun) => {
    const { taxonomy, suggest, store, fetching } = begun.workshop
    const shelf = await openShelf()
    try {
      const mapping = mappingOf(taxonomy, await store.places.areas(), begun.now, suggest)
      const told = []
      // All of it is on disk before the one transaction begins: nobody waits for somebody else's server.
      for (const at of errand.at)
        told.push(await toldOf(at, await gather(at, errand, fetching, shelf), mapping))
      return await runListings(told, begun, { suggest: true })
    } finally {
      await shelf.clear()
    }
  })

const isAddress = (at: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(at)

function gather(
  at: string,
  { since = null, progress }: Errand,
  fetching: Fetching | undefined,
  shelf: Shelf,
): Promise<Gathered> {
  if (!isAddress(at)) return readFolder(at, since === null)
  if (fetching === undefined) throw new Refused('Addresses cannot be read here.')
  return readFeed(at, { fetching, shelf, since, progress })
}
