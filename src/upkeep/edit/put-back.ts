/** Somebody takes a revision of the last weeks back. What must wait for the desk waits here too. */
import { allowed } from '../../people/allowed.ts'
import { recentlyChecked } from '../../people/lasting.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { CONTACT_FIELDS, type Change } from '../held.ts'
import type { Writer } from '../restate.ts'
import { putBack } from '../undo.ts'
import type { Workshop } from '../workshop.ts'
import { writerIn } from './opened.ts'
import { writeChange } from './write-change.ts'
import { writtenValues } from './written.ts'

export type BackPut =
  | { is: 'put-back'; live: Change[]; held: Change[]; outvoted: Change[]; seen: boolean }
  | { is: 'nothing' | 'too-old' | 'first' | 'check-first' | 'refused' | 'unknown' }
  /** Somebody changed the listing after the page was read: nothing was written. */
  | { is: 'stale' }

/** `seen`: the newest revision on the page from which it was asked. `days`: see undo in data/site.json. */
export async function putBackRevision(
  who: SignedIn | null,
  { listing, revision, seen, lang }: { listing: string; revision: number; seen: number; lang: Lang },
  workshop: Workshop,
  days: number,
): Promise<BackPut> {
  if (who === null) return { is: 'refused' }
  const at = workshop.now()
  const history = listing.includes('\0') ? [] : await workshop.store.revisions(listing)
  return workshop.store.act<BackPut>(async (act) => {
    const found = await act.byId(listing)
    if (found.is !== 'listing') return { is: 'unknown' }
    const { known } = found
    const role = await allowed(act, who, 'undo', known.listing)
    if (role === null) return { is: 'refused' }
    if (known.listing.revision !== seen || history[0]?.revision !== seen) return { is: 'stale' }
    const current = writtenValues(known.listing, await act.statements(listing), workshop.ranks)
    const back = putBack(history, revision, current, at, days)
    if (back.is !== 'back') return back
    const contacts = back.changes.some(({ field }) => CONTACT_FIELDS.includes(field))
    if (contacts && !recentlyChecked(who, at)) return { is: 'check-first' }
    const own = writerIn(role)
    const author = history.find((it) => it.revision === revision)?.author
    const by = own === 'desk' && isWriter(author) ? author : own
    const changes = back.changes
    const written = await writeChange({ act, who, role, by, known, changes, lang, at, workshop })
    if (written.is === 'stale') return written
    if (written.is === 'nameless') return { is: 'nothing' }
    const { live, held, outvoted } = written
    return { is: 'put-back', live, held, outvoted, seen: written.seen }
  })
}

/** The desk takes a word back where it was said: under its own it could be outvoted by the very word it takes back. */
const isWriter = (author: string | undefined): author is Writer =>
  author === 'group' || author === 'umbrella' || author === 'desk' || author === 'link-worker'
