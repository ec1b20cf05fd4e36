/** The desk decides who may keep a listing, and whoever asked hears of it by letter either way. */
import { KINDS } from '../../desk/kinds.ts'
import type { Act } from '../../store/act.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known } from '../../store/store.ts'
import type { Workshop } from '../../upkeep/workshop.ts'
import { allowed } from '../allowed.ts'
import type { SignedIn } from '../signed-in.ts'
import { becomeKeeper } from './become.ts'
import { tell } from './letters.ts'

/** "refused": not theirs to decide. "no-reason": nobody is refused without one. "decided": somebody did before; nothing was written. */
export type Decided =
  { is: 'saved' } | { is: 'no-reason' } | { is: 'refused' } | { is: 'unknown' } | { is: 'decided' }

export function acceptKeeper(
  who: SignedIn | null,
  matter: string,
  reason: string,
  workshop: Workshop,
): Promise<Decided> {
  return decideKeeper(who, { matter, decision: 'accepted', reason }, workshop)
}

/** `reason`: goes to whoever asked, word for word. */
export function refuseKeeper(
  who: SignedIn | null,
  matter: string,
  reason: string,
  workshop: Workshop,
): Promise<Decided> {
  return decideKeeper(who, { matter, decision: 'refused', reason }, workshop)
}

type Choice = { matter: string; decision: 'accepted' | 'refused'; reason: string }

async function decideKeeper(who: SignedIn | null, given: Choice, workshop: Workshop): Promise<Decided> {
  return workshop.store.act(async (act): Promise<Decided> => {
    const matter = await act.matters.get(given.matter)
    if (matter === null || matter.kind !== 'keeper' || matter.listing === null || matter.person === null)
      return { is: 'unknown' }
    const found = await act.byId(matter.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const role = await allowed(act, who, 'decide', found.known.listing)
    if (who === null || role === null) return { is: 'refused' }
    if (matter.state !== 'open') return { is: 'decided' }
    if (given.decision === 'refused' && given.reason.trim() === '') return { is: 'no-reason' }
    await keeperDecided(
      act,
      { matter, known: found.known, by: { person: who.person, role }, given },
      workshop,
    )
    return { is: 'saved' }
  })
}

export type Deciding = {
  matter: Matter
  known: Known
  /** Who decides, and the role in which they may. */
  by: { person: string; role: Role }
  given: Pick<Choice, 'decision' | 'reason'>
}

/** What follows from a decision on an open matter, inside the act of whoever made it. False: it was not open. */
export async function keeperDecided(
  act: Act,
  { matter, known, by, given }: Deciding,
  workshop: Workshop,
): Promise<boolean> {
  if (matter.person === null) return false
  const { person } = matter
  const about = KINDS.keeper.about.parse(matter.about)
  const at = workshop.now().toISOString()
  const { decision } = given
  const reason = given.reason.trim()
  // The address is needed no more: what is left says why, not who.
  if (!(await act.matters.restate(matter.id, { ...about, email: '' }))) return false
  await act.matters.decide({
    id: matter.id,
    state: 'decided',
    decision,
    reason: reason === '' ? null : reason,
    by: by.person,
    at,
  })
  const news = { lang: about.lang, to: about.email, key: `keeper:${matter.id}` } as const
  const { id, slug, name } = known.listing
  if (decision === 'accepted') {
    const becoming = { known, person, email: about.email, by, did: 'accepted', about: matter.id }
    await becomeKeeper(act, becoming, workshop)
    const path = `/groups/listing/${id}`
    await tell(act, workshop, { ...news, kind: 'keeper-accepted', about: { listing: name, path } })
    return true
  }
  await act.audit({
    id: workshop.newId(),
    at,
    person: by.person,
    role: by.role,
    did: 'refused',
    listing: id,
    group: known.listing.group?.id ?? null,
    about: matter.id,
  })
  const path = `/groups/keep/${slug}`
  await tell(act, workshop, { ...news, kind: 'keeper-refused', about: { listing: name, reason, path } })
  return true
}
