/** Telephone numbers of a listing for somebody who may ring all of them. */
import { publicFields } from '../../listings/public-fields.ts'
import type { Known } from '../../store/store.ts'

/** `role`: whose it is, where it is not the listing's own. */
export type Phone = { number: string; role: string | null; hidden: boolean }

/** Every number there is; which of them the public does not see is said beside it. */
export function phonesOf({ listing }: Known): Phone[] {
  const shown = publicFields(listing)
  const own =
    listing.phone === undefined
      ? []
      : [{ number: listing.phone.number, role: null, hidden: shown.phone === undefined }]
  const others = listing.contacts.flatMap(({ role, phone }) =>
    phone === undefined ? [] : [{ number: phone.number, role, hidden: !phone.visible }],
  )
  return [...own, ...others]
}
