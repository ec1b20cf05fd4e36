/** A place: its words are typed, its point is found by its postcode afterwards (see place-found.ts). */
import { fullPostcode, parsePostcode } from '../../places/postcode.ts'
import { asText, partOf, type Keyed, type Kind } from './kind.ts'
import { parts } from './made.ts'
import { tick, words } from './simple.ts'

const typed = parts(
  {
    name: words({ max: 200 }),
    address: words({ max: 400, autocomplete: 'street-address' }),
    town: words({ max: 100, autocomplete: 'address-level2' }),
    postcode: words({ max: 10, autocomplete: 'postal-code' }),
    masked: tick(),
  },
  { silent: ['masked'] },
)

/** Parts that say where it is: where none of them changed, its point stays as exact as it was. */
const WHERE = ['address', 'town', 'postcode', 'masked'] as const
const FOUND = ['point', 'precision', 'area_codes']

export const place: Kind = {
  ...typed,
  read: (name, said, was, around, wrong) => {
    const read = typed.read(name, said, was, around, wrong) as Keyed | undefined
    if (read === undefined) return undefined
    const written = asText(read['postcode'])
    if (written !== '' && parsePostcode(written).is === 'none')
      wrong({ name: `${name}.postcode`, problem: 'postcode', value: written })
    if (written !== '' && written !== partOf(was, 'postcode'))
      read['postcode'] = fullPostcode(written) ?? written.toUpperCase()
    if (WHERE.some((key) => (read[key] ?? '') !== (partOf(was, key) ?? '')))
      for (const key of FOUND) delete read[key]
    return read
  },
}
