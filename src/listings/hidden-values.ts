/** Whether a value of a field holds something the public may not see: for who may read a difference. */
import type { FieldName } from './listing.ts'

type Contact = { visible?: boolean } | undefined
type Part = { phone?: Contact; email?: Contact; masked?: boolean }

const unseen = (contact: Contact): boolean => contact !== undefined && contact.visible === false

export function hidesSome(field: FieldName, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  if (field === 'phone' || field === 'email') return unseen(value as Contact)
  if (field !== 'contacts' && field !== 'places') return false
  if (!Array.isArray(value)) return false
  return (value as Part[]).some(
    ({ phone, email, masked }) => masked === true || unseen(phone) || unseen(email),
  )
}
