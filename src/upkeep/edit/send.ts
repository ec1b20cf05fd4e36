/** A draft of changes is sent: what two people changed is kept, what waits for the desk waits, the rest is public. */
import { recentlyChecked } from '../../people/lasting.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { allowed } from '../../people/allowed.ts'
import type { Lang } from '../../text/format.ts'
import { CONTACT_FIELDS, type Change } from '../held.ts'
import { merged, type Choices, type Clash } from '../merge.ts'
import type { Workshop } from '../workshop.ts'
import { writerIn } from './opened.ts'
import { writeChange } from './write-change.ts'
import { writtenValues } from './written.ts'

export type Sent =
  | {
      is: 'sent'
      live: Change[]
      held: Change[]
      outvoted: Change[]
      revision: number
      /** False: nobody but the desk sees the listing yet. */
      seen: boolean
    }
  /** Nothing says anything new: the draft is gone. */
  | { is: 'nothing' }
  /** Somebody else changed the same field meanwhile: nothing was written, both versions are given. */
  | { is: 'clash'; clashes: Clash[] }
  /** Contacts are in it, and the code from the mail was typed too long ago. */
  | { is: 'check-first' }
  | { is: 'nameless' }
  | { is: 'refused' }
  | { is: 'unknown' }

/** `choices`: which of two versions goes where both changed a field. */
export async function sendChanges(
  who: SignedIn | null,
  { listing, choices = {}, lang }: { listing: string; choices?: Choices; lang: Lang },
  workshop: Workshop,
): Promise<Sent> {
  if (who === null) return { is: 'refused' }
  const at = workshop.now()
  return workshop.store.act<Sent>(async (act) => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const role = await allowed(act, who, 'edit', known.listing)
    if (role === null) return { is: 'refused' }
    const [draft] = await act.drafts.of(who.person, at, { listing })
    if (draft === undefined) return { is: 'unknown' }
    const by = writerIn(role)
    const now = writtenValues(known.listing, await act.statements(listing), workshop.ranks)
    const { changes, clashes } = merged(draft.fields, now, choices)
    if (clashes.length > 0) return { is: 'clash', clashes }
    if (changes.length === 0) {
      await act.drafts.drop(draft.id)
      return { is: 'nothing' }
    }
    const contacts = changes.some(({ field }) => CONTACT_FIELDS.includes(field))
    if (contacts && !recentlyChecked(who, at)) return { is: 'check-first' }
    const written = await writeChange({ act, who, role, by, known, changes, lang, at, workshop })
    // The listing was read in this very act: somebody else cannot have come between.
    if (written.is === 'stale') throw new Error(`Listing ${listing} changed within one act.`)
    if (written.is === 'nameless') return written
    await act.drafts.drop(draft.id)
    const { live, held, outvoted, seen, known: after } = written
    return { is: 'sent', live, held, outvoted, seen, revision: after.listing.revision }
  })
}
