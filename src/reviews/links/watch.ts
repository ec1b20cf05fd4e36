/** Which websites are to be looked at: those of live listings, as the change feed names them. */
import type { LinkCheck } from '../../store/links/link-checks.ts'
import type { Known, Store } from '../../store/store.ts'

/** The fact that says up to which change websites were taken over. */
const UP_TO = 'websites-up-to'
const BATCH = 200

const isLive = ({ listing: { status } }: Known): boolean => status === 'published' || status === 'paused'

/** A new website is looked at soon, one that was taken away no more. Cheap where nothing changed. */
export async function watchWebsites(store: Store, now: Date): Promise<void> {
  let from = Number((await store.fact(UP_TO)) ?? 0)
  if (from > (await store.lastChange())) from = 0
  for (let more = true; more;) {
    const changes = await store.changesSince(from, BATCH)
    const links: LinkCheck[] = []
    const gone = [...changes.removed]
    for (const known of changes.known) {
      const { id, website } = known.listing
      const before = await store.links.of(id)
      if (website === undefined || !isLive(known)) {
        if (before !== null) gone.push(id)
      } else if (before?.url !== website) links.push(anew(id, website, before, now))
    }
    if (links.length > 0) await store.links.write(links)
    if (gone.length > 0) await store.links.drop(gone)
    if (changes.upTo !== from) await store.setFact(UP_TO, String(changes.upTo))
    from = changes.upTo
    more = changes.more
  }
}

/** A signal that stands because of the old address stays until the new one was seen to work. */
const anew = (listing: string, url: string, before: LinkCheck | null, now: Date): LinkCheck => ({
  listing,
  url,
  nextAt: now.toISOString(),
  checkedAt: null,
  fails: 0,
  failingSince: null,
  unsure: 0,
  signal: before?.signal ?? null,
})
