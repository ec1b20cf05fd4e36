/**
 * Somebody a funder or a register tells of may be one of the groups here. "Same": the group gets its numbers, and with
 * them its grants and what the register says of it, at once. "Different" is remembered: it is not asked again.
 */
import { tellGroup } from '../imports/registers/tell.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Act } from '../store/act.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Known } from '../store/store.ts'
import { giveGroup } from '../upkeep/give-group.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import type { Decided, DecisionGiven } from './decision.ts'
import { KINDS, type AboutOf } from './kinds.ts'
import { decidesAs } from './reach.ts'

/** Numbers of one group. */
const MOST_NUMBERS = 10

type Said = 'same' | 'different'
type About = AboutOf<'same-group'>
const isSaid = (decision: string): decision is Said => decision === 'same' || decision === 'different'

export async function decideSameGroup(
  who: SignedIn,
  given: DecisionGiven,
  workshop: Workshop,
): Promise<Decided> {
  const { decision } = given
  if (!isSaid(decision)) return { is: 'needs', what: 'decision' }
  return workshop.store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter?.state !== 'open') return { is: 'before' }
    const about = aboutOf(matter)
    const found = matter.listing === null ? null : await act.byId(matter.listing)
    const known = found?.is === 'listing' ? found.known : null
    const role = await decidesAs(act, who, known)
    if (role === null) return { is: 'refused' }
    const group = decision === 'same' ? await join(act, about, known, workshop) : matter.group
    if (decision === 'same' && group === null) return { is: 'stale' }
    if (decision === 'same' && group !== null) await tellGroup(act.registers, group, workshop.now())
    const at = workshop.now().toISOString()
    const reason = given.reason === '' ? null : given.reason
    const answered = decision === 'same' && group !== null ? await alsoAnswered(act, matter, about) : []
    for (const { id } of [matter, ...answered])
      await act.matters.decide({ id, state: 'decided', decision, reason, by: who.person, at })
    await act.audit({
      id: workshop.newId(),
      at,
      person: who.person,
      role,
      did: decision === 'same' ? 'same-group' : 'other-group',
      listing: matter.listing,
      group,
      about: matter.id,
    })
    return { is: 'decided' }
  })
}

const aboutOf = ({ about }: Matter): About | null => KINDS['same-group'].about.safeParse(about).data ?? null

/** Gives the group the numbers. Its id; null: the group, or the listing that had none, is not there any more. */
async function join(
  act: Act,
  about: About | null,
  known: Known | null,
  workshop: Workshop,
): Promise<string | null> {
  if (about === null) return null
  const id = about.group?.id ?? known?.listing.group?.id ?? null
  if (id === null) return known === null ? null : newGroup(act, about, known, workshop)
  const group = await act.groups.get(id)
  if (group === null) return null
  const org_ids = [...new Set([...group.org_ids, ...about.org.ids])].slice(0, MOST_NUMBERS)
  await act.groups.put([{ ...group, org_ids }])
  return id
}

/** One that a register told of by that number runs the listing; without one a group of the listing's name is made. */
async function newGroup(act: Act, { org }: About, { listing }: Known, workshop: Workshop): Promise<string> {
  const told = (await act.groups.numbered(org.ids)).at(-1)
  const { id, ...group } = told ?? { id: workshop.newId(), name: listing.name, org_ids: [] }
  const org_ids = [...new Set([...group.org_ids, ...org.ids])].slice(0, MOST_NUMBERS)
  await giveGroup(act, listing, { group: { id, ...group, org_ids }, by: 'desk' }, workshop)
  return id
}

/** The same side asked about under another of the numbers it has now: nobody is asked twice. */
async function alsoAnswered(act: Act, matter: Matter, about: About | null): Promise<Matter[]> {
  if (about === null || matter.listing === null) return []
  const open = await act.matters.list({ state: 'open', kind: matter.kind, listing: matter.listing })
  const numbers = new Set(about.org.ids)
  return open.filter((it) => it.id !== matter.id && aboutOf(it)?.org.ids.some((id) => numbers.has(id)))
}
