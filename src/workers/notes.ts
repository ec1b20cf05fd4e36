/** Sentences that end: a colleague's note for link workers, and what a group wants them to know. */
import { z } from 'zod'
import { isoDay, londonMoment } from '../listings/clock.ts'
import { day } from '../listings/listing.ts'
import { allowed } from '../people/allowed.ts'
import type { SignedIn } from '../people/signed-in.ts'
import type { Note } from '../store/workers/notes.ts'
import { ringing } from '../upkeep/ringer.ts'
import type { Workshop } from '../upkeep/workshop.ts'

/** What was true in spring is a rumour in autumn. Days. */
export const NOTE_DAYS = 90
/** Characters. */
export const NOTE_MAX = 500
export const GROUP_NOTE_MAX = 300

export type NoteOutcome = { is: 'saved' } | { is: 'refused' } | { is: 'unknown' }

export const lastNoteDay = (now: Date): string => isoDay(londonMoment(now).epochDay + NOTE_DAYS)

const words = (max: number) => z.string().trim().min(1).max(max)
/** Of a form: what it says, and the last day it is shown. The path of an issue is the field that is wrong. */
export const noteGiven = (now: Date) =>
  z.object({
    words: words(NOTE_MAX),
    // Days as text: the check also sees what is no day, which has no number.
    until: day.refine((it) => it >= londonMoment(now).day && it <= lastNoteDay(now)),
  })
export const groupNoteGiven = z.object({ words: words(GROUP_NOTE_MAX) })

/** A note for colleagues. */
export async function writeNote(
  who: SignedIn | null,
  given: { listing: string; words: string; until: string },
  workshop: Workshop,
): Promise<NoteOutcome> {
  const now = workshop.now()
  const read = noteGiven(now).safeParse(given)
  return workshop.store.act(async (act): Promise<NoteOutcome> => {
    const found = await act.byId(given.listing)
    if (found.is !== 'listing' || found.known.listing.status === 'draft') return { is: 'unknown' }
    const role = await allowed(act, ringing(who), 'write-note', found.known.listing)
    if (who === null || role === null || !read.success) return { is: 'refused' }
    const { listing, at } = { listing: given.listing, at: now.toISOString() }
    const note = { id: workshop.newId(), listing, kind: 'colleague' as const, person: who.person, role, at }
    await act.workers.addNote({ ...note, ...read.data })
    await act.audit({
      id: workshop.newId(),
      at,
      person: who.person,
      role,
      did: 'wrote-note',
      listing,
      group: found.known.listing.group?.id ?? null,
      about: note.id,
    })
    return { is: 'saved' }
  })
}

/** By whoever wrote it, or the desk. */
export async function endNote(
  who: SignedIn | null,
  { note }: { note: string },
  workshop: Workshop,
): Promise<NoteOutcome> {
  return workshop.store.act(async (act): Promise<NoteOutcome> => {
    const kept = await act.workers.note(note)
    const found = kept === null ? null : await act.byId(kept.listing)
    if (kept === null || found?.is !== 'listing') return { is: 'unknown' }
    const { listing } = found.known
    const action = kept.kind === 'group' ? 'answer-link-workers' : 'write-note'
    const mine =
      who !== null && kept.person === who.person && (await allowed(act, who, action, listing)) !== null
    const desk = await allowed(act, ringing(who), 'decide', listing)
    const theirs = kept.kind === 'group' && (await allowed(act, who, action, listing)) !== null
    if (!mine && desk === null && !theirs) return { is: 'refused' }
    const at = workshop.now().toISOString()
    await act.workers.endNote(note, at)
    await act.audit({
      id: workshop.newId(),
      at,
      person: who?.person ?? null,
      role: desk,
      did: 'ended-note',
      listing: listing.id,
      group: listing.group?.id ?? null,
      about: note,
    })
    return { is: 'saved' }
  })
}

/** What a group wants link workers to know: one sentence at a time, the new one ends the old one. */
export async function answerWorkers(
  who: SignedIn | null,
  given: { listing: string; words: string },
  workshop: Workshop,
): Promise<NoteOutcome> {
  const now = workshop.now()
  const read = groupNoteGiven.safeParse(given)
  return workshop.store.act(async (act): Promise<NoteOutcome> => {
    const found = await act.byId(given.listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const role = await allowed(act, who, 'answer-link-workers', found.known.listing)
    if (who === null || role === null || !read.success) return { is: 'refused' }
    const { listing, at } = { listing: given.listing, at: now.toISOString() }
    for (const old of await act.workers.notes([listing], londonMoment(now).day))
      if (old.kind === 'group') await act.workers.endNote(old.id, at)
    const note: Note = {
      id: workshop.newId(),
      listing,
      kind: 'group',
      words: read.data.words,
      person: who.person,
      role,
      at,
      until: lastNoteDay(now),
    }
    await act.workers.addNote(note)
    return { is: 'saved' }
  })
}

export type Told = { is: 'told'; now: Note | null } | { is: 'refused' } | { is: 'unknown' }

/** The sentence a group shows link workers now, for its own page. */
export async function toldWorkers(
  who: SignedIn | null,
  listing: string,
  { store, now }: Workshop,
): Promise<Told> {
  const found = await store.byId(listing)
  if (found.is !== 'listing') return { is: 'unknown' }
  if ((await allowed(store, who, 'answer-link-workers', found.known.listing)) === null)
    return { is: 'refused' }
  const notes = await store.workers.notes([listing], londonMoment(now()).day)
  return { is: 'told', now: notes.find(({ kind }) => kind === 'group') ?? null }
}
