/** What waits for the desk of one listing, by one writer, is one matter: said again, the newest words count. */
import { KINDS, type AboutOf } from '../../desk/kinds.ts'
import { targetDay } from '../../desk/target.ts'
import { FIELD_NAMES } from '../../listings/listing.ts'
import type { Matter } from '../../store/matters/matter.ts'
import type { Change } from '../held.ts'
import type { Writes } from './write-change.ts'

export type ChangeAbout = AboutOf<'change'>

/** null: it is no change, or not one that this program wrote. */
export function changeOf({ kind, about }: Pick<Matter, 'kind' | 'about'>): ChangeAbout | null {
  const read = kind === 'change' ? KINDS.change.about.safeParse(about) : null
  return read?.success ? read.data : null
}

/**
 * Gives the id of the matter. One that waited already is withdrawn and its fields go into the new one: whoever of the
 * desk has the old one before them decides nothing that they have not seen.
 */
export async function openWaiting(
  {
    act,
    who,
    by,
    known,
    at,
    lang,
    workshop,
  }: Pick<Writes, 'act' | 'who' | 'by' | 'known' | 'at' | 'lang' | 'workshop'>,
  how: 'held' | 'new',
  changes: readonly Change[],
): Promise<string> {
  const { id: listing, group, revision } = known.listing
  const open = await act.matters.list({ state: 'open', kind: 'change', listing })
  const before = open.filter((matter) => {
    const about = changeOf(matter)
    return about?.how === how && about.by === by
  })
  const earlier = before.flatMap((matter) => changeOf(matter)?.differences ?? [])
  const fields = new Map<string, Change>()
  for (const { field, from, to } of earlier) fields.set(field, { field, from: from ?? null, to: to ?? null })
  for (const { field, from, to } of changes) fields.set(field, { field, from, to })
  for (const { id } of before)
    await act.matters.decide({
      id,
      state: 'withdrawn',
      decision: 'replaced',
      reason: null,
      by: who.person,
      at: at.toISOString(),
    })
  const id = workshop.newId()
  await act.matters.open({
    id,
    kind: 'change',
    listing,
    group: group?.id ?? null,
    person: who.person,
    // It has waited since it was first asked.
    openedAt: before[0]?.openedAt ?? at.toISOString(),
    targetOn: before[0]?.targetOn ?? targetDay('change', at),
    about: {
      how,
      by,
      revision,
      differences: FIELD_NAMES.flatMap((field) => fields.get(field) ?? []),
      lang,
    },
  })
  return id
}
