/** What is being edited: a listing or a new one, with the draft of whoever edits it. */
import { allowed, allowedGroup } from '../../people/allowed.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { AreaRow } from '../../places/gazetteer.ts'
import type { Draft } from '../../store/editing/draft.ts'
import type { Role } from '../../store/people/grant.ts'
import type { Known, Revision } from '../../store/store.ts'
import { valuesAt } from '../at-revision.ts'
import { valuesOf, type Values } from '../form/read-task.ts'
import type { Writer } from '../restate.ts'
import type { Workshop } from '../workshop.ts'
import { writtenValues } from './written.ts'

/** Wards and districts: for "only people who live in Sale". */
export type EditWorkshop = Workshop & { areas: () => Promise<AreaRow[]> }

export type Target = { listing: string } | { draft: string }
export type Opened = {
  is: 'open'
  who: SignedIn
  role: Role
  by: Writer
  /** null: nothing was typed yet. */
  draft: Draft | null
  /** null: a new listing. */
  known: Known | null
  /** As its sources wrote it now; of a new listing nothing. */
  now: Values
  /** Newest first; [] where it was not asked for. */
  history: Revision[]
}
export type NotOpened = { is: 'refused' } | { is: 'unknown' }

/** Whose word it is that somebody in this role writes. */
export const writerIn = (role: Role): Writer => (role === 'administrator' ? 'desk' : role)

/** `since`: the revision that a form was drawn from; the history is read only where the listing has gone on from it. */
export async function opened(
  who: SignedIn | null,
  target: Target,
  workshop: Workshop,
  since: number | null = null,
): Promise<Opened | NotOpened> {
  if (who === null) return { is: 'refused' }
  return 'listing' in target
    ? openedListing(who, target.listing, workshop, since)
    : openedNew(who, target.draft, workshop)
}

async function openedListing(
  who: SignedIn,
  id: string,
  { store, ranks, now }: Workshop,
  since: number | null,
): Promise<Opened | NotOpened> {
  const found = id.includes('\0') ? { is: 'unknown' as const } : await store.byId(id)
  if (found.is !== 'listing') return { is: 'unknown' }
  const { known } = found
  const role = await allowed(store, who, 'edit', known.listing)
  if (role === null) return { is: 'refused' }
  const [draft] = await store.drafts.of(who.person, now(), { listing: id })
  return {
    is: 'open',
    who,
    role,
    by: writerIn(role),
    draft: draft ?? null,
    known,
    now: writtenValues(known.listing, await store.statements(id), ranks),
    history: since === null || since === known.listing.revision ? [] : await store.revisions(id),
  }
}

async function openedNew(who: SignedIn, id: string, { store, now }: Workshop): Promise<Opened | NotOpened> {
  const [draft] = await store.drafts.of(who.person, now(), { id })
  if (draft === undefined || draft.listing !== null) return { is: 'unknown' }
  const role = draft.group === null ? 'group' : await allowedGroup(store, who, 'add-listing', draft.group)
  if (role === null) return { is: 'refused' }
  return { is: 'open', who, role, by: writerIn(role), draft, known: null, now: valuesOf({}), history: [] }
}

/** What the form shows: what stood there at a revision, with what was typed since on top. */
export function shownValues(
  { draft, now, history }: Opened,
  revision: number | null,
): { base: Values; shown: Values } {
  const base = revision === null ? now : valuesAt(now, history, revision)
  const typed = Object.entries(draft?.fields ?? {}).map(([field, it]) => [field, it.to])
  return { base, shown: { ...base, ...Object.fromEntries(typed) } }
}
