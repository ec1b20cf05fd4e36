/**
 * "Rang today": somebody who is not of the group heard how a listing stands, and says so in their role. One act: what
 * follows from it, the letter that lets the group correct it, the line in the record.
 */
import { londonMoment } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Known } from '../store/store.ts'
import { endBy } from './end-by.ts'
import { keepersOf, tellKeepers } from './keepers.ts'
import { ringerOf, ringing, type Rings } from './ringer.ts'
import { rung, type Rung } from './rung.ts'
import { tellDesk } from './tell-desk.ts'
import type { Workshop } from './workshop.ts'

export type Rang =
  | { is: 'saved'; known: Known }
  /** It was changed meanwhile: look at it again, then say what was heard. Nothing was written. */
  | { is: 'stale'; known: Known }
  /** Not theirs to say, or said in no way that can be. */
  | { is: 'refused' }
  | { is: 'unknown' }

export async function rang(who: SignedIn | null, given: Rung, workshop: Workshop): Promise<Rang> {
  const now = workshop.now()
  if (!rung(now).safeParse(given).success) return { is: 'refused' }
  const { store } = workshop
  return store.act(async (act): Promise<Rang> => {
    const found = await act.byId(given.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    // A draft is its author's alone: nobody else has heard of it.
    if (known.listing.status === 'draft') return { is: 'unknown' }
    const role = await allowed(act, ringing(who), 'confirm', known.listing)
    const by = ringerOf(role)
    if (who === null || role === null || by === null) return { is: 'refused' }
    if (known.listing.revision !== given.revision) return { is: 'stale', known }
    const rings = { act, who, by, known, given, at: now, workshop }
    await follow(rings)
    await act.audit({
      id: workshop.newId(),
      at: now.toISOString(),
      person: who.person,
      role,
      did: 'rang',
      listing: given.listing,
      group: known.listing.group?.id ?? null,
      about: given.heard,
    })
    await tellKeepers(rings, await keepersOf(act, known.listing.group?.id ?? null))
    const after = await act.byId(given.listing)
    return after.is === 'listing' ? { is: 'saved', known: after.known } : { is: 'unknown' }
  })
}

async function follow(rings: Rings): Promise<void> {
  const { heard } = rings.given
  // What has ended and runs after all is for the desk to put back: a confirmation alone would show nothing.
  if (rings.known.listing.status === 'ended' && heard !== 'no-answer') return tellDesk(rings, 'changed')
  switch (heard) {
    case 'running':
      return confirm(rings)
    case 'full':
      await confirm(rings)
      return sayFull(rings)
    case 'changed':
      return tellDesk(rings, 'changed')
    case 'no-answer':
      return raise(rings, 'rang-no-answer')
    case 'ended':
      if (await endBy(rings)) return
      await raise(rings, 'reported-closed')
      return tellDesk(rings, 'ended')
  }
}

/** By being newer it answers every doubt; what the desk waited for an answer to is answered too. */
async function confirm({ act, who, by, known, given, at, workshop }: Rings): Promise<void> {
  const { id: listing, revision } = known.listing
  const event = {
    id: workshop.newId(),
    listing,
    at: at.toISOString(),
    by,
    source: null,
    how: given.how,
    revision,
  }
  await act.confirm([event])
  for (const { id } of await act.matters.list({ state: 'open', kind: 'review', listing }))
    await act.matters.decide({
      id,
      state: 'decided',
      decision: 'right',
      reason: null,
      by: who.person,
      at: at.toISOString(),
    })
}

async function sayFull({ act, by, known, given, at, workshop }: Rings): Promise<void> {
  const { weeks, until } = given
  await act.sayCapacity([
    {
      id: workshop.newId(),
      listing: known.listing.id,
      session: null,
      state: weeks === null ? 'full' : 'waiting',
      weeks,
      until: until ?? null,
      saidAt: at.toISOString(),
      by,
    },
  ])
}

/** Once a day is enough: the same thing heard twice in a day is heard once. */
async function raise({ act, known, at }: Rings, kind: 'rang-no-answer' | 'reported-closed'): Promise<void> {
  const { id: listing } = known.listing
  await act.raise([
    {
      id: `${kind}:${listing}:${londonMoment(at).day}`,
      listing,
      kind,
      at: at.toISOString(),
      source: null,
      clearedAt: null,
    },
  ])
}
