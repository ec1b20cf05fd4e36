/** The sentences on funding: one function for the public, one for insiders (link workers, the desk, the group itself). */
import { epochDay, monthAround } from '../listings/clock.ts'
import type { Text } from '../text/en.ts'
import { ago, comingDay, longDay, longMonth } from '../text/format.ts'
import type { FundingThresholds } from './event.ts'
import { tellsOfFunding, type Funding } from './funding.ts'

/** An end in the last days of a month is "after March"; an earlier one is "during April". Days. */
const END_OF_MONTH = 7

/**
 * "This may change after March 2027."; null: the public is told nothing. It names no amount, no funder, no day, and
 * not who said it.
 */
export function publicFunding(
  funding: Funding,
  now: Date,
  thresholds: FundingThresholds,
  text: Text,
): string | null {
  const { state, until } = funding
  if (until === null || !tellsOfFunding(funding, now, thresholds)) return null
  const words = text.funding.open
  const month = longMonth(until, text)
  if (state === 'ended') return words.over(month)
  const { date, days } = monthAround(epochDay(until))
  return days - date < END_OF_MONTH ? words.after(month) : words.during(month)
}

/** "Funded until 31 March. Whether it goes on is not known yet." and who said so; null: nobody said anything. */
export function insidersFunding(
  funding: Funding,
  now: Date,
  text: Text,
): { main: string; by: string } | null {
  const main = mainOf(funding, now, text)
  if (main === null || funding.by === null || funding.saidAt === null) return null
  const words = text.funding
  const said = ago(funding.saidAt, now, text)
  const { by, source, funder } = funding
  if (by !== 'source') return { main, by: words.said[by](said) }
  if (source === null) return { main, by: words.said.source(said) }
  return { main, by: funder === null ? words.told(source) : words.grant(funder, source) }
}

function mainOf({ state, until }: Funding, now: Date, text: Text): string | null {
  const words = text.funding
  if (state === 'none') return null
  if (until === null) return state === 'goes-on' ? words.goesOn : words.unknown
  if (state === 'ended') return words.ended(longDay(until, text))
  const day = comingDay(until, now, text)
  return { 'goes-on': words.goesOnUntil, ends: words.endsOn, unknown: words.unknownUntil }[state](day)
}
