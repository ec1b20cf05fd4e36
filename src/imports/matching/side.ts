/** What is known of a row or a listing, in the spelling in which the two are compared. */
import type { Statement } from '../../listings/claims.ts'
import type { ListingFields, Place } from '../../listings/listing.ts'
import { hides } from '../../listings/masked.ts'
import { identityOf, nameKey } from './identity.ts'
import type { Side } from './compare.ts'

/** Of fields whose postcodes are in their normal form. */
export type Said = { name: string } & Partial<Pick<ListingFields, 'places' | 'phone' | 'website'>>

export function sideOf({ name, places = [], phone, website }: Said, orgIds: readonly string[] = []): Side {
  const { phone: digits, host } = identityOf(
    { name, phone, website, places: [] } as unknown as ListingFields,
    name,
  )
  const shown = hides(places) ? [] : places
  return {
    names: [name],
    postcodes: shown.flatMap((place) => postcodeOf(place) ?? []),
    points: shown.flatMap(({ point, precision }) => (point && precision === 'exact' ? [point] : [])),
    phones: digits === null ? [] : [digits],
    hosts: host === null ? [] : [host],
    orgIds,
    placeWords: shown.flatMap(({ address = '', town = '' }) => nameKey(`${address} ${town}`).split(' ')),
  }
}

function postcodeOf(place: Place): string | null {
  return identityOf({ name: '', places: [place] } as unknown as ListingFields, '').postcode
}

/** All that the sources of one listing say. Where one of them keeps its place secret, none of them tells it. */
export function sideOfStatements(statements: readonly Statement[], orgIds: readonly string[]): Side {
  const secret = statements.some(({ fields }) => hides(fields.places?.value ?? []))
  const sides = statements.flatMap(({ fields }) => {
    const { name, places, phone, website } = fields
    return sideOf({
      name: name?.value ?? '',
      places: secret ? [] : (places?.value ?? []),
      phone: phone?.value ?? undefined,
      website: website?.value ?? undefined,
    })
  })
  const every = <K extends 'names' | 'postcodes' | 'phones' | 'hosts' | 'placeWords'>(key: K) => [
    ...new Set(sides.flatMap((side) => side[key])),
  ]
  return {
    names: every('names').filter((name) => name !== ''),
    postcodes: every('postcodes'),
    points: sides.flatMap(({ points }) => points),
    phones: every('phones'),
    hosts: every('hosts'),
    orgIds,
    placeWords: every('placeWords'),
  }
}

/** Without telephones and websites that so many listings have that they tell nobody apart. */
export function withoutShared(side: Side, shared: (kind: 'phone' | 'host', value: string) => boolean): Side {
  return {
    ...side,
    phones: side.phones.filter((one) => !shared('phone', one)),
    hosts: side.hosts.filter((one) => !shared('host', one)),
  }
}
