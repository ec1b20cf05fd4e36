/** A conflict as the desk reads it: each field as it is shown, and as the source has it now. */
import type { AboutOf } from '../../desk/kinds.ts'
import { fieldSaid, type LabelOf } from '../../listings/field-words.ts'
import type { Matter } from '../../store/matters/matter.ts'
import { KINDS } from '../../desk/kinds.ts'
import type { Text } from '../../text/en.ts'
import { longDay } from '../../text/format.ts'
import type { Panel } from './panel.ts'

type About = AboutOf<'conflict'>

export type ConflictField = {
  field: string
  name: string
  /** null: cannot be shown here. */
  shown: string[] | null
  shownBy: string
  offered: string[] | null
  offeredSince: string
}
export type ConflictView = { source: string; fields: ConflictField[] }

/** null: it is none, or was decided. */
export function conflictView(matter: Matter, text: Text, labelOf: LabelOf): ConflictView | null {
  const about = matter.kind === 'conflict' ? KINDS.conflict.about.safeParse(matter.about).data : undefined
  if (about === undefined || matter.state !== 'open') return null
  const t = text.desk.conflicts
  const fields = about.fields.map(({ field, shown, by, said_at, offered, offered_at }) => ({
    field,
    name: text.pages.listing.fields[field],
    shown: fieldSaid(field, shown, text, labelOf),
    shownBy: t.by(text.desk.matter.saidBy[by], longDay(said_at, text)),
    offered: fieldSaid(field, offered, text, labelOf),
    offeredSince: t.since(longDay(offered_at, text)),
  }))
  return { source: about.name, fields }
}

const namesOf = ({ fields }: About, { pages }: Text): string =>
  fields.map(({ field }) => pages.listing.fields[field].toLowerCase()).join(', ')

export const conflictLine = (about: About, text: Text): string =>
  text.desk.conflicts.line(about.name, namesOf(about, text))

/** While it is open its fields stand with their answers: see conflictView. */
export function conflictPanel(
  about: About,
  text: Text,
  labelOf: LabelOf,
): Pick<Panel, 'lead' | 'differences'> {
  const t = text.desk.conflicts
  const decided = about.fields.filter(({ ruling }) => ruling !== undefined)
  return {
    lead: t.lead(about.name),
    differences: decided.map(({ field, shown, offered, ruling = 'keep' }) => ({
      field,
      name: `${text.pages.listing.fields[field]}: ${t.ruled[ruling].toLowerCase()}`,
      before: fieldSaid(field, shown, text, labelOf),
      after: fieldSaid(field, offered, text, labelOf),
    })),
  }
}
