/** Whether somebody may do this to that listing, with what the table needs to know read from the store. */
import type { Listing } from '../listings/listing.ts'
import type { Role } from '../store/people/grant.ts'
import { may, targetOf, type Action } from './roles.ts'
import type { SignedIn } from './signed-in.ts'

/** The role in which they may; null: they may not. */
export async function allowed(
  who: SignedIn | null,
  action: Action,
  listing: Pick<Listing, 'group' | 'places'>,
): Promise<Role | null> {
  return may(who, action, targetOf(listing))
}
