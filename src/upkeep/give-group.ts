/** A listing that nobody runs gets a group; nothing else of it changes. */
import { identityOf } from '../imports/matching/identity.ts'
import type { Listing } from '../listings/listing.ts'
import type { Organisation } from '../listings/organisation.ts'
import type { Act } from '../store/act.ts'
import { restated } from './restate.ts'
import type { Workshop } from './workshop.ts'

/** `listing`: as it was read in this act. Throws where it was changed in it. */
export async function giveGroup(
  act: Act,
  listing: Pick<Listing, 'id' | 'revision'>,
  { group, by }: { group: Organisation; by: 'group' | 'desk' },
  workshop: Workshop,
): Promise<void> {
  const at = workshop.now().toISOString()
  const said = restated(
    await act.statements(listing.id),
    { listing: listing.id, by, how: 'form', at },
    {},
    workshop.ranks,
  )
  if (said.is === 'nameless') throw new Error('A listing without a name has no group.')
  const { is } = await act.edit({
    listing: listing.id,
    revision: listing.revision,
    statement: said.statement,
    settled: said.settled,
    author: by,
    at,
    identity: identityOf(said.settled),
    group,
  })
  if (is !== 'saved') throw new Error('A listing read in this act has changed in it.')
}
