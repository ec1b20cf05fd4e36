/** The value of a field in words, as whoever compares two of them reads it: one line a thing. [] where there is none. */
import { whoSaid } from '../../listings/eligibility.ts'
import { listingFields, type FieldName, type ListingFields } from '../../listings/listing.ts'
import { whenBreaks, whenFull } from '../../listings/schedule-words.ts'
import { labelOf, type List, type TaxonomyIndex } from '../../listings/taxonomy.ts'
import { catchmentSaid, costSaid, joinSaid } from '../../listings/words.ts'
import type { Text } from '../../text/en.ts'
import { longDay } from '../../text/format.ts'
import { phoneWords } from '../../text/phone.ts'

type Saying = { text: Text; taxonomy: TaxonomyIndex; now: Date }
type Says = {
  [F in FieldName]?: (value: NonNullable<ListingFields[F]>, saying: Saying) => (string | undefined)[]
}

const labels =
  (list: List) =>
  (ids: readonly string[], { taxonomy, text }: Saying): string[] =>
    ids.map((id) => labelOf(taxonomy, list, id, text.lang) ?? id)
const shown = (visible: boolean, { text }: Saying) => (visible ? undefined : text.editing.notShown)
const telephone = ({ number, hours, visible }: NonNullable<ListingFields['phone']>, saying: Saying) => [
  phoneWords(number),
  hours,
  shown(visible, saying),
]
const mail = ({ address, visible }: NonNullable<ListingFields['email']>, saying: Saying) => [
  address,
  shown(visible, saying),
]

const SAYS: Says = {
  kinds: labels('kinds'),
  needs: labels('needs'),
  access: labels('access'),
  languages: labels('languages'),
  audience: (value, { taxonomy, text }) => {
    const named = (list: List, ids: readonly string[]) =>
      ids.map((id) => ({ label: labelOf(taxonomy, list, id, text.lang) ?? id }))
    const { communities, conditions } = value
    const all = { communities: named('audiences', communities), conditions: named('conditions', conditions) }
    return [whoSaid(value, all, text) ?? undefined]
  },
  how: (value, { text }) => value.map((one) => text.pages.how[one]),
  cost: (value, { text }) => [costSaid(value, text) ?? undefined, value.words],
  join: (value, { text }) => [joinSaid(value, text) ?? undefined, value.words],
  places: (value, { text }) =>
    value.map(({ name, address, town, postcode, masked }) =>
      [name, address, town, postcode, masked ? text.editing.secret : undefined].filter(Boolean).join(', '),
    ),
  catchment: (value, { text }) => [catchmentSaid(value, text)],
  sessions: (value, { text, now }) => [...whenFull(value, text), ...whenBreaks(value, now, text)],
  phone: telephone,
  email: mail,
  contacts: (value, saying) =>
    value.map(({ role, phone, email }) =>
      [role, ...(phone ? telephone(phone, saying) : []), ...(email ? mail(email, saying) : [])]
        .filter(Boolean)
        .join(', '),
    ),
  links: (value) => value.map(({ label, url }) => `${label}: ${url}`),
  safeguarding: (value, { text }) => {
    const { safe } = text.pages.listing
    const { policy, dbs_checked, lead, insured, words } = value
    return [
      policy && safe.policy,
      dbs_checked && safe.dbs,
      lead && safe.lead,
      insured && safe.insured,
      words,
    ].map((it) => (typeof it === 'string' ? it : undefined))
  },
  support: ({ can, cannot }, { text }) => {
    const { rows } = text.pages.listing
    return [can && `${rows.can}: ${can}`, cannot && `${rows.cannot}: ${cannot}`]
  },
  translations: ({ cy }) => [cy?.name, cy?.summary, cy?.description, cy?.first_time],
  status: (value, { text }) => [text.editing.statuses[value]],
  ended_on: (value, { text }) => [longDay(value, text)],
}

export function valueLines(field: FieldName, value: unknown, saying: Saying): string[] {
  if (value === null || value === undefined) return []
  const read = listingFields.shape[field].safeParse(value)
  if (!read.success || read.data === undefined)
    return [typeof value === 'string' ? value : JSON.stringify(value)]
  const says = SAYS[field] as ((value: unknown, saying: Saying) => (string | undefined)[]) | undefined
  const lines = says === undefined ? [String(read.data)] : says(read.data, saying)
  return [...new Set(lines.filter((it): it is string => it !== undefined && it !== ''))]
}
