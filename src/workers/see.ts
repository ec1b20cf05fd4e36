/** What link workers, support bodies and the desk see of a listing, and nobody else. Each look is in the record. */
import type { CapacityEvent } from '../capacity/event.ts'
import { intakeHint, type IntakeHint } from '../capacity/intake.ts'
import { londonMoment } from '../listings/clock.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Role } from '../store/people/grant.ts'
import type { Known } from '../store/store.ts'
import type { Note } from '../store/workers/notes.ts'
import { ringing } from '../upkeep/ringer.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { NOBODY, pointedTo, type Pointed } from './pointed.ts'

/** A note as colleagues read it: the role of whoever wrote it, never who. */
export type ShownNote = Pick<Note, 'id' | 'words' | 'role' | 'at' | 'until'> & { mayEnd: boolean }

export type Private = {
  known: Known
  notes: ShownNote[]
  /** What the group says to link workers. */
  group: ShownNote | null
  pointed: Pointed
  intake: IntakeHint | null
  /** Newest first. */
  capacities: CapacityEvent[]
  mayNote: boolean
}

export type Seen = { is: 'seen'; private: Private } | { is: 'refused' } | { is: 'unknown' }

export async function seePrivate(who: SignedIn | null, listing: string, workshop: Workshop): Promise<Seen> {
  const { store } = workshop
  const now = workshop.now()
  const found = await store.byId(listing)
  if (found.is !== 'listing') return { is: 'unknown' }
  const { known } = found
  if (known.listing.status === 'draft') return { is: 'unknown' }
  const worker = ringing(who)
  const role = await allowed(store, worker, 'see-private', known.listing)
  if (who === null || role === null) return { is: 'refused' }
  // The line comes first: whatever is read below has been written down.
  await store.act((act) => act.audit(reading(who, role, known, workshop)))
  const [notes, pointed, [intake], capacities, note, decide] = await Promise.all([
    store.workers.notes([listing], londonMoment(now).day),
    pointedTo(workshop, [listing]),
    store.intakes([listing]),
    store.capacities(listing),
    allowed(store, worker, 'write-note', known.listing),
    allowed(store, worker, 'decide', known.listing),
  ])
  const shown = ({ id, words, role: by, at, until, person }: Note): ShownNote => ({
    id,
    words,
    role: by,
    at,
    until,
    mayEnd: decide !== null || person === who.person,
  })
  const group = notes.find(({ kind }) => kind === 'group')
  const here = pointed.get(listing) ?? NOBODY
  return {
    is: 'seen',
    private: {
      known,
      notes: notes.filter(({ kind }) => kind === 'colleague').map(shown),
      group: group === undefined ? null : shown(group),
      pointed: here,
      intake: intake === undefined ? null : intakeHint({ perMonth: intake.perMonth, pointed: here.counted }),
      capacities,
      mayNote: note !== null,
    },
  }
}

const reading = ({ person }: SignedIn, role: Role, { listing }: Known, { newId, now }: Workshop) => ({
  id: newId(),
  at: now().toISOString(),
  person,
  role,
  did: 'read-private',
  listing: listing.id,
  group: listing.group?.id ?? null,
  about: null,
})
