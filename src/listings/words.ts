/** What a listing costs, how to join it and whom it serves, in one line each, as cards and pages show them. */
import type { Text } from '../text/en.ts'
import { eitherOf, listOf } from '../text/format.ts'
import { countryOf } from './countries.ts'
import { JOINS, REFERRERS, type Catchment, type Listing } from './listing.ts'

/** More names than this are counted, not named. */
const NAMED = 4
const FIRST_NAMED = 3

/** "Free", "Donation", "£2 a session", or the group's own words where no amount is known; null: nobody said. */
export function costSaid(cost: Listing['cost'], { facts }: Text): string | null {
  if (cost === undefined) return null
  const { kind, amount_pence: pence, words } = cost
  if (kind === 'free' || (kind === 'paid' && pence === 0)) return facts.free
  if (kind === 'donation') return pence ? facts.donationOf(pence) : facts.donation
  return pence === undefined ? words || facts.paid : facts.amount(pence)
}

/** "Just turn up", "Book, or a GP or link worker can refer", "A GP has to refer you"; null: nobody said. */
export function joinSaid(join: Listing['join'], text: Text): string | null {
  if (join === undefined) return null
  const { facts } = text
  const who = eitherOf(
    REFERRERS.filter((it) => join.referral_by.includes(it)).map((it) => facts.referrer[it]),
    text,
  )
  const own = JOINS.filter((way) => way !== 'referral' && join.ways.includes(way)).map(
    (way) => facts.join[way],
  )
  if (own.length > 0) return [...own, ...(who === '' ? [] : [facts.canRefer(who)])].join(' · ')
  if (who !== '') return facts.mustRefer(who)
  return join.ways.includes('referral') ? facts.join.referral : join.words || null
}

/** "Serves all of Trafford", "Within 3 miles", "Anybody, wherever they live". */
export function catchmentSaid(catchment: Catchment, text: Text): string {
  const { serves, country } = text.facts
  switch (catchment.kind) {
    case 'anyone':
      return serves.anyone
    case 'country': {
      const known = countryOf(catchment.code)
      return serves.country(known === null ? catchment.code : country[known])
    }
    case 'radius':
      return serves.radius(catchment.miles)
    case 'areas':
      return areasSaid(catchment.names, text)
    case 'postcodes':
      return postcodesSaid(catchment.starts, text)
    case 'practices':
      return catchment.names.length === 0
        ? serves.practicesUnnamed
        : serves.practices(listOf(catchment.names, text))
  }
}

function areasSaid(names: readonly string[], text: Text): string {
  const { serves } = text.facts
  const [only] = names
  if (only === undefined) return serves.areasUnnamed
  if (names.length === 1) return serves.all(only)
  if (names.length <= NAMED) return serves.areas(listOf(names, text))
  return serves.areasMany(names.slice(0, FIRST_NAMED).join(', '), names.length - FIRST_NAMED)
}

function postcodesSaid(starts: readonly string[], text: Text): string {
  const { serves } = text.facts
  if (starts.length <= NAMED) return serves.postcodes(eitherOf(starts, text))
  return serves.postcodesMany(starts.slice(0, FIRST_NAMED).join(', '), starts.length - FIRST_NAMED)
}
