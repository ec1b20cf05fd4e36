/** The plan as lines for a terminal: whom, which listings, and why. Addresses are not among them. */
import type { Ask } from '../freshness/review-plan.ts'
import { reasonSaid } from '../freshness/review/reason-said.ts'
import type { Text } from '../text/en.ts'
import type { Planned } from './plan.ts'

const ROLES = {
  keeper: 'somebody who keeps it',
  address: 'the address on the listing',
  umbrella: 'the body that supports it',
}

const whom = ({ person, rung }: Ask, { gathered }: Planned, text: Text): string => {
  if (person === null) return text.reviews.rung[rung]
  const somebody = gathered.somebodies.get(person)
  return `${text.reviews.rung[rung]} to ${somebody === undefined ? 'somebody' : ROLES[somebody.role]}`
}

/** One line an ask: "1. Kettle On, Sale Moor: first letter to … Nobody has confirmed it yet." At most `most`. */
export function planLines(
  planned: Planned,
  now: Date,
  text: Text,
  most = Number.POSITIVE_INFINITY,
): string[] {
  return planned.asks.slice(0, most).map((ask, at) => {
    const names = ask.listings.map(({ id }) => planned.gathered.known.get(id)?.listing.name ?? id)
    const [first, ...rest] = names
    const more = rest.length === 0 ? '' : ` and ${rest.length} more of theirs`
    const why = (ask.listings[0]?.why ?? []).map((it) => reasonSaid(it, now, text)).join(' ')
    return `${String(at + 1).padStart(3)}. ${first}${more}. ${whom(ask, planned, text)}. ${why}`
  })
}
