/** What of a change is public at once, and what waits for the desk while the last approved value stays public. */
import type { FieldName, ListingFields, Place } from '../listings/listing.ts'
import { hides } from '../listings/masked.ts'
import type { Writer } from './restate.ts'

/**
 * What a stranger who got into a mailbox would change first: who this is, and where people's calls, letters and
 * clicks go.
 */
export const HELD_FIELDS: readonly FieldName[] = ['name', 'phone', 'email', 'website', 'contacts', 'links']

export type Change = { field: FieldName; from: unknown; to: unknown }

/**
 * `verified`: the desk knows the sender's group (see verified.ts). `seen`: false for a draft, which nobody sees until
 * the desk says so: changes of it need not wait a second time, but that it is a draft is the desk's to end. Without
 * that, whoever was refused could put the refusal itself back.
 */
export function parted(
  changes: readonly Change[],
  { by, verified, seen }: { by: Writer; verified: boolean; seen: boolean },
): { live: Change[]; held: Change[] } {
  if (by === 'desk') return { live: [...changes], held: [] }
  const waits = (change: Change) =>
    seen
      ? !verified || HELD_FIELDS.includes(change.field) || unmasks(change) || renames(change)
      : change.field === 'status'
  return { live: changes.filter((it) => !waits(it)), held: changes.filter(waits) }
}

/** The name in another language is a name too. */
function renames({ field, from, to }: Change): boolean {
  const name = (value: unknown) => (value as ListingFields['translations'] | null)?.cy?.name ?? ''
  return field === 'translations' && name(from) !== name(to)
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
