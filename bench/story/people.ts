/** What the people of the story do, by the use cases that their pages call. */
import { decide } from '../../src/desk/decide.ts'
import { decideDrafts } from '../../src/desk/register-drafts.ts'
import type { DecisionGiven } from '../../src/desk/decision.ts'
import { identityOf } from '../../src/imports/matching/identity.ts'
import type { ListingFields } from '../../src/listings/listing.ts'
import { becomeKeeper } from '../../src/people/keepers/become.ts'
import type { SignedIn } from '../../src/people/signed-in.ts'
import type { Matter } from '../../src/store/matters/matter.ts'
import type { Known } from '../../src/store/store.ts'
import { answer } from '../../src/upkeep/answer.ts'
import { NOTHING, type Answer } from '../../src/upkeep/answer-shape.ts'
import { restated } from '../../src/upkeep/restate.ts'
import { DESK, somebody, type World } from './world.ts'

/** Somebody of the group keeps the listing from now on. */
export async function keeps({ house }: World, known: Known, person: string): Promise<SignedIn> {
  const at = house.now().toISOString()
  const email = `${person}@example.org`
  const group = await house.store.act(async (act) => {
    const { id } = await act.people.for({ id: person, email, at })
    return becomeKeeper(act, { known, person: id, email, by: null, did: 'kept-by-code', about: null }, house)
  })
  return somebody(person, 'group', group)
}

/** The three questions. */
export async function answers(
  { house }: World,
  who: SignedIn,
  { listing }: Known,
  said: Partial<Answer>,
): Promise<void> {
  const given = { ...NOTHING, listing: listing.id, revision: listing.revision, ...said }
  const { is } = await answer({ is: 'person', who }, given, house)
  if (is !== 'saved') throw new Error(`The answer for "${listing.name}" was ${is}.`)
}

/** The group changes its listing, as its form does. */
export async function changes(
  world: World,
  { listing }: Known,
  values: Partial<ListingFields>,
): Promise<void> {
  const { store, ranks, now } = world.house
  const at = now().toISOString()
  await store.act(async (act) => {
    const how = { listing: listing.id, by: 'group', how: 'form', at } as const
    const said = restated(await act.statements(listing.id), how, values, ranks)
    if (said.is === 'nameless') throw new Error('A listing without a name.')
    const { statement, settled } = said
    const edit = { listing: listing.id, revision: listing.revision, statement, settled, at }
    await act.edit({ ...edit, author: 'group', identity: identityOf(settled) })
  })
}

/** The desk puts a draft of a register before the public. */
export async function publishes({ house }: World, source: string, { listing }: Known): Promise<void> {
  const given = { source, listings: [listing.id], publish: true }
  const done = await decideDrafts(DESK, given, house)
  if (done.is !== 'decided' || done.count !== 1)
    throw new Error(`The draft of "${listing.name}" was ${done.is}.`)
}

export const waiting = ({ house }: World, kind: string): Promise<Matter[]> =>
  house.store.matters.list({ state: 'open', kind })

export async function decides(
  { house }: World,
  matter: Matter,
  given: Partial<DecisionGiven>,
): Promise<void> {
  const blank = { matter: matter.id, decision: '', reason: '', how: null, endedOn: null, despite: [] }
  const decided = await decide(DESK, { ...blank, ...given }, house)
  if (decided.is !== 'decided') throw new Error(`The desk's decision on ${matter.kind} was "${decided.is}".`)
}
