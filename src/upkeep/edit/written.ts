/** A listing as its sources wrote it: a secret place is blurred for everybody but those who may edit it. */
import type { Statement } from '../../listings/claims.ts'
import type { ListingFields } from '../../listings/listing.ts'
import { settle, type Ranks } from '../../listings/settle.ts'
import { valuesOf, type Values } from '../form/read-task.ts'

export function writtenValues(
  listing: ListingFields,
  statements: readonly Statement[],
  ranks: Ranks,
): Values {
  const values = valuesOf(listing)
  if (!listing.places.some(({ masked }) => masked)) return values
  const settled = settle(statements, ranks)
  const source = settled.is === 'settled' ? settled.provenance.places?.source : undefined
  const said = statements.find((it) => it.source === source)?.fields.places?.value
  return said == null ? values : { ...values, places: said }
}

/** Something in it is shown to nobody else: reading it is written into the record. */
export const hasPrivate = ({ phone, email, contacts, places }: ListingFields): boolean =>
  phone?.visible === false ||
  email?.visible === false ||
  contacts.some((it) => it.phone?.visible === false || it.email?.visible === false) ||
  places.some(({ masked }) => masked)
