/** The plan as lines for a terminal: whom, which listings, and why. Addresses are not among them. */
import type { Ask } from '../freshness/review-plan.ts'
import { reasonSaid } from '../freshness/review/reason-said.ts'
import type { Text } from '../text/en.ts'
import { plural } from '../text/format.ts'
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

/** One line an ask, most worth first, under a line that says how many; "and 50 more" where there are more than `most`. */
export function planLines(
  planned: Planned,
  { now, dryRun, most = Number.POSITIVE_INFINITY }: { now: Date; dryRun: boolean; most?: number | undefined },
  text: Text,
): string[] {
  const { asks, gathered } = planned
  const of = `of ${plural(gathered.reviewed.length, { one: '1 listing', other: '# listings' }, text)}`
  if (asks.length === 0) return [`Nobody is due to be asked, ${of}.`]
  const shown = asks.slice(0, most)
  return [
    `${asks.length} ${dryRun ? 'would be asked' : 'asked'}, ${of}. Most worth first:`,
    ...shown.map((ask, at) => `${String(at + 1).padStart(3)}. ${askLine(ask, planned, now, text)}`),
    ...(shown.length < asks.length ? [`     … and ${asks.length - shown.length} more (--all)`] : []),
  ]
}

/** "Kettle On, Sale Moor, and 2 more of theirs. First letter to … Nobody has confirmed it yet." */
function askLine(ask: Ask, planned: Planned, now: Date, text: Text): string {
  const [first, ...rest] = ask.listings.map(({ id }) => planned.gathered.known.get(id)?.listing.name ?? id)
  const more = rest.length === 0 ? '' : `, and ${rest.length} more of theirs`
  const why = (ask.listings[0]?.why ?? []).map((it) => reasonSaid(it, now, text)).join(' ')
  return `${first}${more}. ${whom(ask, planned, text)}. ${why}`
}
