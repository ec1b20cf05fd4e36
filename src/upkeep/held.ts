/** What of a change is public at once, and what waits for the desk while the last approved value stays public. */
import type { FieldName } from '../listings/listing.ts'
import { hides } from '../listings/masked.ts'
import type { Place } from '../listings/listing.ts'
import type { Writer } from './restate.ts'

/**
 * What a stranger who got into a mailbox would change first: who this is, and where people's calls, letters and
 * clicks go.
 */
export const HELD_FIELDS: readonly FieldName[] = ['name', 'phone', 'email', 'website', 'contacts', 'links']

export type Change = { field: FieldName; from: unknown; to: unknown }

/**
 * `verified`: the desk knows the sender's group (see verified.ts). `seen`: false for a draft, which nobody sees until
 * the desk says so: changes of it need not wait a second time.
 */
export function parted(
  changes: readonly Change[],
  { by, verified, seen }: { by: Writer; verified: boolean; seen: boolean },
): { live: Change[]; held: Change[] } {
  if (by === 'desk' || !seen) return { live: [...changes], held: [] }
  const waits = (change: Change) => !verified || HELD_FIELDS.includes(change.field) || unmasks(change)
  return { live: changes.filter((it) => !waits(it)), held: changes.filter(waits) }
}

/** An address that was secret would be no more. */
function unmasks({ field, from, to }: Change): boolean {
  if (field !== 'places') return false
  const before = (from ?? []) as Place[]
  const after = (to ?? []) as Place[]
  const count = (places: Place[], masked: boolean) =>
    places.filter((it) => (it.masked === true) === masked).length
  return (
    hides(before) && (count(after, true) < count(before, true) || count(after, false) > count(before, false))
  )
}

/** Fields by which people are reached: changing them asks who is typing once more. */
export const CONTACT_FIELDS: readonly FieldName[] = ['phone', 'email', 'website', 'contacts', 'links']
