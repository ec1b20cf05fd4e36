/** What the desk sends to decide a matter, and what can become of that. */
import { z } from 'zod'
import type { Act } from '../store/act.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Matter } from '../store/matters/matter.ts'
import type { Role } from '../store/people/grant.ts'
import type { Known } from '../store/store.ts'
import { RULINGS } from './conflict/ruling.ts'
import type { Workshop } from '../upkeep/workshop.ts'
import { day, FIELD_NAMES, type FieldName } from '../listings/listing.ts'

/** Characters of a reason: it is read by whoever brought the matter. */
export const REASON_MAX = 500
/** Ways in which the desk came to know; a file is none. */
export const HOWS_KNOWN = ['phone', 'visit', 'form'] as const
export type HowKnown = (typeof HOWS_KNOWN)[number]

export const decisionGiven = z.object({
  matter: z.string(),
  decision: z.string(),
  reason: z.string().trim().max(REASON_MAX),
  how: z.enum(HOWS_KNOWN).nullable(),
  /** Day it ended; only with "ended". */
  endedOn: day.nullable(),
  /** Only with a match: id of the listing that is kept; null: the usual one. */
  keep: z.string().nullish(),
  /** Only with a conflict: a field without an answer is kept as it is. */
  rulings: z.partialRecord(z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]), z.enum(RULINGS)).optional(),
  /** Only with a change: fields in which it counts although they were changed again meanwhile. */
  despite: z.array(z.enum(FIELD_NAMES as [FieldName, ...FieldName[]])).default([]),
})
export type DecisionGiven = z.infer<typeof decisionGiven>

export type Decided =
  | { is: 'decided' }
  /** Somebody decided it meanwhile: nothing was written. */
  | { is: 'before' }
  /** It cannot be decided so: this is missing. Nothing was written. */
  | { is: 'needs'; what: 'decision' | 'reason' | 'how' | 'ended-on' }
  /** The listing was changed meanwhile: look again. Nothing was written. */
  | { is: 'stale' }
  /** These fields were changed again meanwhile: the desk says which count. Nothing was written. */
  | { is: 'clashes'; fields: FieldName[] }
  /** Of a match: one source says that they are two, or nobody would name it. Nothing was written. */
  | { is: 'cannot'; why: 'told-apart' | 'nameless' }
  | { is: 'refused' }
  | { is: 'unknown' }

/** One matter in hand, inside the act that decides it. */
export type Deciding = {
  act: Act
  who: SignedIn
  role: Role
  matter: Matter
  /** The listing it is about. */
  known: Known
  given: DecisionGiven
  at: Date
  workshop: Workshop
}

export async function noteDecision(
  { act, who, role, known, at, workshop }: Deciding,
  matter: Matter,
  did: string,
): Promise<void> {
  await act.audit({
    id: workshop.newId(),
    at: at.toISOString(),
    person: who.person,
    role,
    did,
    listing: matter.listing,
    group: matter.group ?? known.listing.group?.id ?? null,
    about: matter.id,
  })
}
