/** A listing ends by the word of whoever may end it: the desk, or a body that the group let help. */
import { identityOf } from '../imports/matching/identity.ts'
import { londonMoment } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import { restated } from './restate.ts'
import { ringing, type Rings } from './ringer.ts'

/** False: not theirs to end, or somebody says otherwise who counts for more. Then nothing was written. */
export async function endBy({ act, who, by, known, given, at, workshop }: Rings): Promise<boolean> {
  const { listing } = known
  if ((await allowed(act, ringing(who), 'end-listing', listing)) === null || by === 'link-worker')
    return false
  const said = restated(
    await act.statements(listing.id),
    { listing: listing.id, by, how: given.how === 'phone' ? 'phone' : 'form', at: at.toISOString() },
    { status: 'ended', ended_on: londonMoment(at).day },
    workshop.ranks,
  )
  if (said.is === 'nameless' || said.settled.status !== 'ended') return false
  const { is } = await act.edit({
    listing: listing.id,
    revision: listing.revision,
    statement: said.statement,
    settled: said.settled,
    author: by,
    at: at.toISOString(),
    identity: identityOf(said.settled),
  })
  return is === 'saved'
}
