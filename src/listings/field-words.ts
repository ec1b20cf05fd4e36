/** The value of any one field in plain lines, for a person who compares two of them. Hidden ones are shown: it is for people who may. */
import { longDay } from '../text/format.ts'
import { phoneWords } from '../text/phone.ts'
import type { Text } from '../text/en.ts'
import { whoSaid } from './eligibility.ts'
import { listingFields, type FieldName, type ListingFields, type Place } from './listing.ts'
import { whenFull } from './schedule-words.ts'
import type { List } from './taxonomy.ts'
import { catchmentSaid, costSaid, joinSaid } from './words.ts'

/** The word for an id of the taxonomy, in the language of `text`; null where the list has no such id. */
export type LabelOf = (list: List, id: string) => string | null
type Value<F extends FieldName> = NonNullable<ListingFields[F]>
type Say<F extends FieldName> = (value: Value<F>, text: Text, labelOf: LabelOf) => string[]

const plain = (value: string): string[] => value.split('\n').filter((line) => line.trim() !== '')
const some = (...lines: (string | null | undefined | false)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '')
const terms =
  (list: List) =>
  (ids: readonly string[], _text: Text, labelOf: LabelOf): string[] =>
    ids.map((id) => labelOf(list, id) ?? id)
const withHidden = (line: string, visible: boolean, { desk }: Text): string =>
  visible ? line : `${line} (${desk.matter.hidden})`

const reached = (
  { phone, email }: { phone?: ListingFields['phone']; email?: ListingFields['email'] },
  text: Text,
): string[] =>
  some(
    phone && withHidden(some(phoneWords(phone.number), phone.hours).join(', '), phone.visible, text),
    email && withHidden(email.address, email.visible, text),
  )

const placeSaid = (place: Place, { desk }: Text): string => {
  const { name, address, town, postcode, point, precision, masked } = place
  const seen = some(name, address, town)
  const said = seen.filter((it, i) => !seen.some((other, j) => j < i && other.includes(it)))
  const line = some(...said, postcode).join(', ')
  if (masked) return `${line} (${desk.matter.hidden})`
  const { known } = desk.matter
  if (point === undefined || precision === undefined || precision === 'exact') return line
  return `${line} (${known[precision]})`
}

const SAY: { [F in FieldName]: Say<F> } = {
  name: plain,
  summary: plain,
  description: plain,
  kinds: terms('kinds'),
  needs: terms('needs'),
  audience: (value, text, labelOf) => {
    const labels = (list: List, ids: readonly string[]) =>
      ids.map((id) => ({ label: labelOf(list, id) ?? id }))
    const communities = labels('audiences', value.communities)
    return some(whoSaid(value, { communities, conditions: labels('conditions', value.conditions) }, text))
  },
  eligibility: plain,
  how: (value, { pages }) => value.map((one) => pages.how[one]),
  cost: (value, text) => some(costSaid(value, text), value.words),
  access: terms('access'),
  access_words: plain,
  languages: terms('languages'),
  join: (value, text) => some(joinSaid(value, text), value.words),
  places: (value, text) => value.map((place) => placeSaid(place, text)),
  catchment: (value, text) => [catchmentSaid(value, text)],
  sessions: (value, text) => whenFull(value, text),
  times_words: plain,
  phone: (phone, text) => reached({ phone }, text),
  email: (email, text) => reached({ email }, text),
  website: plain,
  contacts: (value, text) => value.map((it) => [it.role, ...reached(it, text)].join(': ')),
  links: (value) => value.map(({ label, url }) => `${label}: ${url}`),
  safeguarding: (value, { pages }) => {
    const { safe } = pages.listing
    return some(
      value.policy && safe.policy,
      value.dbs_checked && safe.dbs,
      value.lead && safe.lead,
      value.insured && safe.insured,
      value.words,
    )
  },
  support: ({ can, cannot }, { pages }) => {
    const { rows } = pages.listing
    return some(can && `${rows.can}: ${can}`, cannot && `${rows.cannot}: ${cannot}`)
  },
  first_time: plain,
  translations: (value) => Object.values(value).flatMap((one) => some(...Object.values(one ?? {}))),
  status: (value, { desk }) => [desk.matter.statuses[value]],
  ended_on: (value, text) => [longDay(value, text)],
  successor: plain,
}

/** [] where there is nothing; null where the value is none that this field can have. */
export function fieldSaid(field: FieldName, value: unknown, text: Text, labelOf: LabelOf): string[] | null {
  if (value === null || value === undefined) return []
  const read = listingFields.shape[field].safeParse(value)
  if (!read.success) return null
  if (read.data === undefined) return []
  const say = SAY[field] as (value: unknown, text: Text, labelOf: LabelOf) => string[]
  return say(read.data, text, labelOf)
}
