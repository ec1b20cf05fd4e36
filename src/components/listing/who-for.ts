/** Whom a listing is for, in one line. */
import type { Audience } from '../../listings/listing.ts'
import type { Text } from '../../text/en.ts'
import { listOf } from '../../text/format.ts'

type Labels = { communities: { label: string }[]; conditions: { label: string }[] }

/** "Women aged 18 to 30 with Parkinson's"; null where nothing narrows it: anybody. */
export function whoFor(audience: Audience | undefined, labels: Labels, text: Text): string | null {
  if (audience === undefined) return null
  const { facts } = text
  const aged = ages(audience, audience.gender ? facts.gender[audience.gender] : facts.people, text)
  const conditions = listOf(
    labels.conditions.map(({ label }) => label),
    text,
  )
  const carers = audience.carers === true
  let line = aged
  if (conditions !== '')
    line = carers
      ? facts.livingAndCarers(line ?? facts.people, conditions)
      : facts.living(line ?? facts.people, conditions)
  else if (carers) line = line === null ? facts.carers : `${line}; ${facts.carers}`
  if (labels.communities.length === 0) return line
  const communities = listOf(
    labels.communities.map(({ label }) => label),
    text,
  )
  return line === null ? communities : facts.especially(line, communities)
}

function ages({ age_from: from, age_to: to, gender }: Audience, who: string, { facts }: Text): string | null {
  if (from !== undefined && to !== undefined)
    return from === to ? facts.age.exactly(who, from) : facts.age.between(who, from, to)
  if (from !== undefined && from > 0) return facts.age.from(who, from)
  if (to !== undefined) return facts.age.under(who, to + 1)
  return gender === undefined ? null : who
}
