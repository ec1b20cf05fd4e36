/** Drafts that a register made: the desk looks through them, publishes those people can use, and puts the others aside. */
import { identityOf } from '../imports/matching/identity.ts'
import { tellGroup } from '../imports/registers/tell.ts'
import { mayHere } from '../people/roles.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Act } from '../store/act.ts'
import type { Known } from '../store/store.ts'
import { restated } from '../upkeep/restate.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { decidesAs } from './reach.ts'

/** Drafts of one page: as many as somebody reads before they decide. */
export const DRAFTS_PAGE = 20

export type Drafts =
  | {
      is: 'drafts'
      drafts: Known[]
      waiting: number
      /** Where the next page begins; null: this is the last. */
      next: number | null
    }
  | { is: 'refused' }

/** `after`: where the page before ended; 0 for the first. */
export async function registerDrafts(
  who: SignedIn | null,
  { source, after }: { source: string; after: number },
  { store }: Workshop,
): Promise<Drafts> {
  if (mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const found = await store.registers.drafts(source, after, DRAFTS_PAGE + 1)
  const page = found.slice(0, DRAFTS_PAGE)
  return {
    is: 'drafts',
    drafts: await store.listings(page.map(({ id }) => id)),
    waiting: (await store.registers.countDrafts(source)).waiting,
    next: found.length > DRAFTS_PAGE ? (page.at(-1)?.no ?? null) : null,
  }
}

export type DecidedDrafts =
  /** `left`: not drafts of this register any more, or none of theirs to decide. */
  { is: 'decided'; count: number; left: number } | { is: 'none' } | { is: 'refused' }

/** All of those given in one act, each with its line in the record; at most a page of them. */
export async function decideDrafts(
  who: SignedIn | null,
  given: { source: string; listings: readonly string[]; publish: boolean },
  workshop: Workshop,
): Promise<DecidedDrafts> {
  if (who === null || mayHere(who, 'see-desk') === null) return { is: 'refused' }
  const listings = [...new Set(given.listings)].slice(0, DRAFTS_PAGE)
  if (listings.length === 0) return { is: 'none' }
  const count = await workshop.store.act(async (act) => {
    let done = 0
    for (const listing of listings) if (await decideOne({ act, who, workshop }, { ...given, listing })) done++
    return done
  })
  return { is: 'decided', count, left: listings.length - count }
}

type Hand = { act: Act; who: SignedIn; workshop: Workshop }

async function decideOne(
  { act, who, workshop }: Hand,
  { source, listing, publish }: { source: string; listing: string; publish: boolean },
): Promise<boolean> {
  const found = await act.byId(listing)
  if (found.is !== 'listing' || found.known.listing.status !== 'draft') return false
  if (!found.known.sources.includes(source)) return false
  const role = await decidesAs(act, who, found.known)
  if (role === null) return false
  const at = workshop.now().toISOString()
  if (!publish) await act.registers.discard(listing, who.person, at)
  else if (!(await publishOne(act, found.known, at, workshop))) return false
  await act.audit({
    id: workshop.newId(),
    at,
    person: who.person,
    role,
    did: publish ? 'published-draft' : 'discarded-draft',
    listing,
    group: found.known.listing.group?.id ?? null,
    about: source,
  })
  return true
}

async function publishOne(
  act: Act,
  { listing: { id: listing, revision, group } }: Known,
  at: string,
  { ranks }: Workshop,
): Promise<boolean> {
  const said = restated(
    await act.statements(listing),
    { listing, by: 'desk', how: 'form', at },
    { status: 'published' },
    ranks,
  )
  if (said.is === 'nameless') return false
  const { statement, settled } = said
  const { is } = await act.edit({
    listing,
    revision,
    statement,
    settled,
    author: 'desk',
    at,
    identity: identityOf(settled),
  })
  // What a register holds against the group waits for the desk from now on.
  if (is === 'saved' && group !== null) await tellGroup(act.registers, group.id, new Date(at))
  return is === 'saved'
}
