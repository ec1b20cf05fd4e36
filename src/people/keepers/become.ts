/** Somebody becomes a keeper: the role, the group it is of, the line in the record, and a letter to everybody it touches. */
import type { Organisation } from '../../listings/organisation.ts'
import type { Act } from '../../store/act.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known } from '../../store/store.ts'
import { giveGroup } from '../../upkeep/give-group.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { addressesOf } from './addresses.ts'
import { keepersIn, tell } from './letters.ts'

export type Becoming = {
  known: Known
  /** Who keeps it from now on. */
  person: string
  email: string
  /** Who says so: the desk, or (null) the program, to which the address was proof enough. */
  by: { person: string; role: Role } | null
  /** As the record has it: "kept-by-address", "kept-by-code", "accepted". */
  did: string
  about: string | null
}

/** The id of the group they keep now. A listing nobody's gets a group of its own name. */
export async function becomeKeeper(act: Act, given: Becoming, workshop: Workshop): Promise<string> {
  const { known, person, email, by, did, about } = given
  const at = workshop.now().toISOString()
  const { listing } = known
  const group = listing.group ?? (await groupFor(act, known, by?.role ?? null, workshop))
  const others = await keepersIn(act, group.id)
  await act.grants.give({
    id: workshop.newId(),
    person,
    role: 'group',
    scope: group.id,
    givenAt: at,
    givenBy: by?.person ?? null,
    endedAt: null,
  })
  await act.audit({
    id: workshop.newId(),
    at,
    person: by?.person ?? person,
    role: by?.role ?? null,
    did,
    listing: listing.id,
    group: group.id,
    about,
  })
  // What they asked the desk meanwhile waits no longer.
  for (const asked of await act.matters.list({ state: 'open', kind: 'keeper', listing: listing.id }))
    if (asked.person === person)
      await act.matters.decide({
        id: asked.id,
        state: 'withdrawn',
        decision: did,
        reason: null,
        by: null,
        at,
      })
  const [contact] = addressesOf(listing, await act.statements(listing.id))
  await tellOthers(
    act,
    { group, email, others: others.map((it) => it.email), contact: contact?.address },
    workshop,
  )
  return group.id
}

type Told = {
  group: { id: string; name: string }
  email: string
  others: string[]
  contact?: string | undefined
}

/** Keepers see who was added; the address on the listing hears that somebody was. */
async function tellOthers(
  act: Act,
  { group, email, others, contact }: Told,
  workshop: Workshop,
): Promise<void> {
  const path = `/groups/people/${group.id}`
  const news = { group: group.name, what: 'added', path } as const
  const event = workshop.newId()
  for (const to of others)
    if (to !== email)
      await tell(act, workshop, {
        to,
        lang: 'en',
        kind: 'keepers-changed',
        about: { ...news, email },
        key: `keepers:${event}:${to}`,
      })
  if (contact !== undefined && contact !== email && !others.includes(contact))
    await tell(act, workshop, {
      to: contact,
      lang: 'en',
      kind: 'keepers-changed',
      about: { ...news, path: null, email: null },
      key: `keepers:${event}:${contact}`,
    })
}

/** Its name is the listing's until somebody says a better one. */
async function groupFor(
  act: Act,
  { listing }: Known,
  role: Role | null,
  workshop: Workshop,
): Promise<Pick<Organisation, 'id' | 'name'>> {
  const group: Organisation = { id: workshop.newId(), name: listing.name, org_ids: [] }
  const by = role === null || role === 'group' ? 'group' : 'desk'
  await giveGroup(act, listing, { group, by }, workshop)
  return group
}
