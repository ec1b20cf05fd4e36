/** Whoever opens what is shown to nobody else stands in the record. */
import type { Opened } from '../../upkeep/edit/opened.ts'
import { hasPrivate } from '../../upkeep/edit/written.ts'
import type { House } from '../house.ts'

export async function noteReading(
  { store, newId, now }: Pick<House, 'store' | 'newId' | 'now'>,
  { known, who, role }: Pick<Opened, 'known' | 'who' | 'role'>,
): Promise<void> {
  if (known === null || !hasPrivate(known.listing)) return
  await store.act((act) =>
    act.audit({
      id: newId(),
      at: now().toISOString(),
      person: who.person,
      role,
      did: 'read-private',
      listing: known.listing.id,
      group: known.listing.group?.id ?? null,
      about: null,
    }),
  )
}
