/** The desk decides a change: accepts it, or refuses it with a reason that the sender reads. */
import type { FieldName } from '../../listings/listing.ts'
import { sameValue } from '../../listings/same-value.ts'
import { allowed } from '../../people/allowed.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Act } from '../../store/act.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known } from '../../store/store.ts'
import { merged, type Clash } from '../merge.ts'
import type { Writer } from '../restate.ts'
import type { Workshop } from '../workshop.ts'
import { changeOf, type ChangeAbout } from './held-matter.ts'
import { tellSender } from './letters.ts'
import { writeClaims } from './write-change.ts'
import { writtenValues } from './written.ts'

export type ChangeDecided =
  /** `skipped`: fields that were changed again meanwhile and stay as they are; `outvoted`: somebody's word counts more. */
  | { is: 'decided'; skipped: FieldName[]; outvoted: FieldName[] }
  /** Somebody decided or replaced it before: nothing was written. */
  | { is: 'before' }
  /** A field in question was changed meanwhile: nothing was written; both versions. */
  | { is: 'changed-meanwhile'; clashes: Clash[] }
  | { is: 'no-reason' }
  | { is: 'refused' }
  | { is: 'unknown' }

type Hand = {
  act: Act
  who: SignedIn
  role: Role
  matter: Matter
  about: ChangeAbout
  known: Known
  at: Date
  workshop: Workshop
}

/** `despite`: fields in which the asked-for value goes over what somebody said meanwhile. */
export async function acceptChange(
  who: SignedIn | null,
  matterId: string,
  workshop: Workshop,
  { despite = [] }: { despite?: readonly FieldName[] } = {},
): Promise<ChangeDecided> {
  return inHand(who, matterId, workshop, async (hand) => {
    const { about, matter, known, act, at } = hand
    if (about.how === 'live') return closed(hand, 'accepted', null)
    const path = `/listing/${known.listing.slug}`
    if (about.how === 'new') {
      const published = await writeClaims({ ...hand, by: 'desk' }, [{ field: 'status', to: 'published' }])
      if (published.is !== 'said') return { is: 'before' }
      await tellSender(
        act,
        matter,
        'listing-published',
        { listing: known.listing.name, path, id: known.listing.id },
        workshop,
        at,
      )
      return closed(hand, 'accepted', null)
    }
    const now = await nowOf(hand)
    const choices = Object.fromEntries(despite.map((field) => [field, 'mine' as const]))
    const { changes, clashes } = merged(editsOf(about), now, choices)
    if (clashes.length > 0) return { is: 'changed-meanwhile', clashes }
    const said = await writeClaims({ ...hand, by: about.by }, changes)
    if (said.is !== 'said') return { is: 'before' }
    const fields = about.differences.map(({ field }) => field)
    await tellSender(
      act,
      matter,
      'change-accepted',
      { listing: known.listing.name, fields, path },
      workshop,
      at,
    )
    const outvoted = changes.filter(({ field, to }) => !sameValue(said.now[field] ?? null, to))
    return closed(hand, 'accepted', null, { outvoted: outvoted.map(({ field }) => field) })
  })
}

/** What is public already is put back, but for fields that were changed again meanwhile. `reason`: one or two sentences. */
export async function refuseChange(
  who: SignedIn | null,
  matterId: string,
  reason: string,
  workshop: Workshop,
): Promise<ChangeDecided> {
  const why = reason.trim()
  if (why === '') return { is: 'no-reason' }
  return inHand(who, matterId, workshop, async (hand) => {
    const { about, matter, known, act, at } = hand
    let skipped: FieldName[] = []
    if (about.how === 'live') {
      const back = await takenBack(hand)
      if (back === null) return { is: 'before' }
      skipped = back
    }
    const fields = about.differences.map(({ field }) => field)
    const { id, name, status } = known.listing
    const path = status === 'draft' ? `/groups/listing/${id}/edit` : `/groups/listing/${id}`
    await tellSender(
      act,
      matter,
      'change-refused',
      { listing: name, how: about.how, fields, reason: why, path },
      workshop,
      at,
    )
    return closed(hand, 'refused', why, { skipped })
  })
}

/** Fields that stay as they are because somebody changed them since; null: nothing could be written. */
async function takenBack(hand: Hand): Promise<FieldName[] | null> {
  const { about } = hand
  if (about.revision === 1) {
    // A whole listing that was public at once: it is a draft again, and nothing of it is lost.
    const said = await writeClaims({ ...hand, by: 'desk' }, [{ field: 'status', to: 'draft' }])
    return said.is === 'said' ? [] : null
  }
  const back = about.differences.map(({ field, from, to }) => [field, { from: to ?? null, to: from ?? null }])
  const { changes, clashes } = merged(Object.fromEntries(back), await nowOf(hand))
  const said = await writeClaims({ ...hand, by: about.by }, changes)
  return said.is === 'said' ? clashes.map(({ field }) => field) : null
}

const editsOf = ({ differences }: ChangeAbout) =>
  Object.fromEntries(
    differences.map(({ field, from, to }) => [field, { from: from ?? null, to: to ?? null }]),
  )

async function nowOf({ act, known, workshop }: Hand) {
  return writtenValues(known.listing, await act.statements(known.listing.id), workshop.ranks)
}

async function inHand(
  who: SignedIn | null,
  matterId: string,
  workshop: Workshop,
  decide: (hand: Hand & { by: Writer }) => Promise<ChangeDecided>,
): Promise<ChangeDecided> {
  const at = workshop.now()
  if (who === null) return { is: 'refused' }
  return workshop.store.act<ChangeDecided>(async (act) => {
    const matter = await act.matters.get(matterId)
    const about = matter && changeOf(matter)
    if (matter === null || about === null || matter.listing === null) return { is: 'unknown' }
    const found = await act.byId(matter.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const role = await allowed(act, who, 'decide', found.known.listing)
    if (role === null) return { is: 'refused' }
    if (matter.state !== 'open') return { is: 'before' }
    return decide({ act, who, role, by: 'desk', matter, about, known: found.known, at, workshop })
  })
}

async function closed(
  { act, who, role, matter, known, at, workshop }: Hand,
  decision: 'accepted' | 'refused',
  reason: string | null,
  { skipped = [], outvoted = [] }: { skipped?: FieldName[]; outvoted?: FieldName[] } = {},
): Promise<ChangeDecided> {
  await act.matters.decide({
    id: matter.id,
    state: 'decided',
    decision,
    reason,
    by: who.person,
    at: at.toISOString(),
  })
  await act.audit({
    id: workshop.newId(),
    at: at.toISOString(),
    person: who.person,
    role,
    did: decision,
    listing: known.listing.id,
    group: matter.group,
    about: matter.id,
  })
  return { is: 'decided', skipped, outvoted }
}
