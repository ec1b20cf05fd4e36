/** What changed in a listing, newest first, and what of it can be put back. */
import type { FieldName } from '../../listings/listing.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Lang } from '../../text/format.ts'
import { texts } from '../../text/texts.ts'
import { opened, type NotOpened } from '../../upkeep/edit/opened.ts'
import { valueLines } from '../../upkeep/edit/said.ts'
import { stillUndoable } from '../../upkeep/undo.ts'
import type { House } from '../house.ts'
import { noteReading } from './reading.ts'

export type HistoryView = {
  is: 'open'
  name: string
  /** Newest revision on the page. */
  seen: number
  revisions: {
    revision: number
    at: string
    who: string
    /** Names of what changed; []: it was added. */
    fields: string[]
    changes: { label: string; before: string[]; after: string[] }[]
    undoable: boolean
  }[]
}

/** Revisions shown at most. */
const MOST = 50

export async function historyView(
  house: House,
  who: SignedIn | null,
  listing: string,
  lang: Lang,
): Promise<HistoryView | NotOpened> {
  const open = await opened(who, { listing }, house, 0)
  if (open.is !== 'open' || open.known === null) return open.is === 'open' ? { is: 'unknown' } : open
  await noteReading(house, open)
  const text = texts(lang)
  const saying = { text, taxonomy: house.taxonomy, now: house.now() }
  // A revision that changed no value (a file said the same again) tells a reader nothing.
  const told = open.history.filter(({ revision, changes }) => revision === 1 || changes.length > 0)
  return {
    is: 'open',
    name: open.known.listing.name,
    seen: open.known.listing.revision,
    revisions: told.slice(0, MOST).map((it) => {
      const changes = (it.revision === 1 ? [] : it.changes).map(({ field, from, to }) => ({
        label: text.pages.listing.fields[field as FieldName] ?? field,
        before: valueLines(field as FieldName, from, saying),
        after: valueLines(field as FieldName, to, saying),
      }))
      return {
        revision: it.revision,
        at: it.at,
        who: text.editing.who[it.author],
        fields: changes.map(({ label }) => label),
        changes,
        undoable: it.revision > 1 && stillUndoable(it, house.now(), house.site.editing.undo_days),
      }
    }),
  }
}
