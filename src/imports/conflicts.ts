/**
 * A conflict: a source now says something else than a person said. It overwrites nothing and waits for the desk. What
 * the person corrected after the source had said it is no conflict: that goes back to the source, in its corrections.
 */
import { isPerson, type Person, type Statement } from '../listings/claims.ts'
import { FIELD_NAMES, type FieldName } from '../listings/listing.ts'
import { comparedText, saysSame } from '../listings/says-same.ts'
import type { Settled } from '../listings/settle.ts'

export type Conflict = {
  field: FieldName
  /** What counts now, and who said it when. */
  shown: unknown
  by: Person
  said_at: string
  /** What the source says since. */
  offered: unknown
  offered_at: string
}

type Settling = Pick<Extract<Settled, { is: 'settled' }>, 'fields' | 'provenance'>

/** `statements`: all there are of the listing, this source's too, as they settled. In the order of a form. */
export function conflictsOf(
  source: string,
  statements: readonly Statement[],
  { fields, provenance }: Settling,
): Conflict[] {
  const mine = statements.find((it) => it.source === source)
  if (mine === undefined || statements.length < 2) return []
  const found: Conflict[] = []
  for (const field of FIELD_NAMES) {
    const claim = mine.fields[field]
    const said = provenance[field]
    if (claim === undefined || said === undefined || claim.by === 'suggested' || !isPerson(said.by)) continue
    if (Date.parse(claim.at) <= Date.parse(said.at)) continue
    // A secret place is compared as the person wrote it, not as it is blurred for the public.
    const written = statements.find((it) => it.source === said.source)?.fields[field]?.value ?? null
    if (saysSame(field, open(claim.value), open(written))) continue
    found.push({
      field,
      shown: field === 'places' ? (fields.places ?? null) : written,
      by: said.by,
      said_at: said.at,
      offered: claim.value,
      offered_at: claim.at,
    })
  }
  return found
}

/** That an address is secret is the person's affair: a file that knows nothing of it says nothing against it. */
function open(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((it: unknown) => {
    if (typeof it !== 'object' || it === null || !('masked' in it)) return it
    const { masked: _, ...rest } = it
    return rest
  })
}

/** How a value that the desk keeps out is remembered. */
export const offeredText = ({ field, offered }: Pick<Conflict, 'field' | 'offered'>): string =>
  comparedText(field, offered)

/** Without what the desk has answered already. `kept`: "field offered". */
export const unanswered = (
  conflicts: readonly Conflict[],
  kept: ReadonlySet<string> | undefined,
): Conflict[] => conflicts.filter((it) => !kept?.has(`${it.field} ${offeredText(it)}`))
