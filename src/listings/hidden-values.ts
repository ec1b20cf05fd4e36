/** Whether a value of a field holds something the public may not see: for who may read a difference. */
import type { FieldName } from './listing.ts'

type Contact = { visible?: boolean } | undefined
type Part = { phone?: Contact; email?: Contact; masked?: boolean }

/** Fields that can hold such a value. */
export const MAY_HIDE: readonly FieldName[] = ['phone', 'email', 'contacts', 'places']

const unseen = (contact: Contact): boolean => contact !== undefined && contact.visible === false

export function hidesSome(field: FieldName, value: unknown): boolean {
  if (!MAY_HIDE.includes(field) || value === null || typeof value !== 'object') return false
  if (field === 'phone' || field === 'email') return unseen(value as Contact)
  if (!Array.isArray(value)) return false
  return (value as Part[]).some(
    ({ phone, email, masked }) => masked === true || unseen(phone) || unseen(email),
  )
}
