/**
 * Corrections: where a person since said otherwise than a source still says. They go back to the source in a file of its
 * own columns. Who said it is a role, never a person.
 */
import { isPerson, type Person, type Statement } from '../../listings/claims.ts'
import { hidesSome } from '../../listings/hidden-values.ts'
import { FIELD_NAMES, type FieldName } from '../../listings/listing.ts'
import { saysSame } from '../../listings/says-same.ts'
import { settle, type Ranks } from '../../listings/settle.ts'
import { offeredText } from '../conflicts.ts'

export type Correction = {
  field: FieldName
  /** What the source says; null where it is not for the public, or what counts is not: its row tells the source enough. */
  was: unknown
  /** What counts here; as the public sees it. */
  now: unknown
  /** What counts is not for the public: the source is told that, and nothing more. */
  secret: boolean
  by: Person
  at: string
}

/** `kept`: "field offered" of what the desk keeps against the source. In the order of a form. */
export function correctionsOf(
  source: string,
  statements: readonly Statement[],
  ranks: Ranks,
  kept: ReadonlySet<string> = new Set(),
): Correction[] {
  const mine = statements.find((it) => it.source === source)
  const settled = settle(statements, ranks)
  if (mine === undefined || settled.is !== 'settled') return []
  const { fields, provenance } = settled
  return FIELD_NAMES.flatMap((field) => {
    const claim = mine.fields[field]
    const said = provenance[field]
    if (claim === undefined || claim.by === 'suggested' || said === undefined || !isPerson(said.by)) return []
    const now: unknown = fields[field] ?? null
    if (saysSame(field, claim.value, now)) return []
    const later = Date.parse(said.at) >= Date.parse(claim.at)
    if (!later && !kept.has(`${field} ${offeredText({ field, offered: claim.value })}`)) return []
    const secret = hidesSome(field, now)
    const was = secret || hidesSome(field, claim.value) ? null : claim.value
    return [{ field, was, now: secret ? null : now, secret, by: said.by, at: said.at }]
  })
}
